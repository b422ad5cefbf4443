using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shared.Api.Access;
using Shared.Api.Http;
using Shared.Api.Pages;

namespace Shared.Api.Admin;

/// <summary>The addresses of the admin.</summary>
public static class AdminEndpoints
{
    private const string View = "view";
    private const string Add = "add";
    private const string Change = "change";
    private const string Delete = "delete";

    /// <summary>Maps the pages of a resource. The index finds it by what is mapped here.</summary>
    public static void MapAdmin<TBody, TView>(
        this IEndpointRouteBuilder endpoints,
        AdminResource<TBody, TView> resource
    )
    {
        ArgumentNullException.ThrowIfNull(resource);
        var model = resource.ToModel();
        var pages = endpoints.MapPages(model.Address);

        var lists = new ListPages(model);
        pages
            .MapHandler("", Handlers.Reading, lists.ShowAsync)
            .RequirePermission(model.PermissionTo(View))
            .WithMetadata(model);
        var forms = new FormPages(model);
        if (model.Add is not null)
        {
            pages.MapHandler(Add, Handlers.Reading, forms.ShowNewAsync).RequirePermission(model.PermissionTo(Add));
            pages.MapHandler(Add, Handlers.Posting, forms.AddAsync).RequirePermission(model.PermissionTo(Add));
        }
        if (model.Find is not null)
            pages
                .MapHandler($"{{key}}/{Change}", Handlers.Reading, forms.ShowAsync)
                .RequirePermission(model.PermissionTo(View));
        if (model.Change is not null)
            pages
                .MapHandler($"{{key}}/{Change}", Handlers.Posting, forms.ChangeAsync)
                .RequirePermission(model.PermissionTo(Change));
        foreach (var action in model.Actions)
            pages
                .MapHandler(
                    action.Name,
                    Handlers.Posting,
                    (AdminCall call, PostedForm form) => lists.RunAsync(call, form, action)
                )
                .RequirePermission(model.PermissionTo(Change));
        foreach (var page in model.Pages)
        {
            pages
                .MapHandler($"{{key}}/{page.Name}", Handlers.Reading, page.Show)
                .RequirePermission(model.PermissionTo(Change));
            pages
                .MapHandler($"{{key}}/{page.Name}", Handlers.Posting, page.Send)
                .RequirePermission(model.PermissionTo(Change));
        }
        if (model.Delete is not null)
        {
            var deletes = new DeletePages(model);
            var permission = model.PermissionTo(Delete);
            pages.MapHandler("", Handlers.Posting, deletes.DeleteManyAsync).RequirePermission(permission);
            pages.MapHandler($"{{key}}/{Delete}", Handlers.Reading, deletes.ShowAsync).RequirePermission(permission);
            pages.MapHandler($"{{key}}/{Delete}", Handlers.Posting, deletes.DeleteAsync).RequirePermission(permission);
        }
        if (model.History is not null)
            pages
                .MapHandler("{key}/history", Handlers.Reading, new HistoryPage(model).ShowAsync)
                .RequirePermission(model.PermissionTo(View));
    }

    /// <summary>Maps what belongs to no module: the index, which shows the resources that the caller may see, the audit trail and the outbox.</summary>
    internal static void MapSharedAdmin(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPages(AdminModel.Root).MapHandler("", Handlers.Reading, IndexPages.ShowAsync).RequireKnownCaller();
        endpoints.MapAdmin(AuditTrail.Entries);
        endpoints.MapAdmin(OutboxList.Events);
    }

    private static RouteGroupBuilder MapPages(this IEndpointRouteBuilder endpoints, string address) =>
        endpoints
            .MapGroup(address)
            .GuardForms()
            .RefuseWith(AdminRefusal.Answer)
            .WithContract("admin")
            .ExcludeFromDescription();
}
