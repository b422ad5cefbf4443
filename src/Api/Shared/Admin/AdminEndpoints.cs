using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shared.Api.Access;
using Shared.Api.Pages;

namespace Shared.Api.Admin;

/// <summary>The addresses of the admin.</summary>
public static class AdminEndpoints
{
    private const string View = "view";
    private const string Add = "add";
    private const string Change = "change";
    private const string Delete = "delete";

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];
    private static readonly string[] Posting = [HttpMethods.Post];

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
        pages.MapMethods("", Reading, lists.ShowAsync).RequirePermission(model.PermissionTo(View)).WithMetadata(model);
        var forms = new FormPages(model);
        if (model.Add is not null)
        {
            pages.MapMethods(Add, Reading, forms.ShowNewAsync).RequirePermission(model.PermissionTo(Add));
            pages.MapMethods(Add, Posting, forms.AddAsync).RequirePermission(model.PermissionTo(Add));
        }
        if (model.Find is not null)
            pages.MapMethods($"{{key}}/{Change}", Reading, forms.ShowAsync).RequirePermission(model.PermissionTo(View));
        if (model.Change is not null)
            pages
                .MapMethods($"{{key}}/{Change}", Posting, forms.ChangeAsync)
                .RequirePermission(model.PermissionTo(Change));
        if (model.Delete is not null)
        {
            var deletes = new DeletePages(model);
            var permission = model.PermissionTo(Delete);
            pages.MapMethods("", Posting, deletes.DeleteManyAsync).RequirePermission(permission);
            pages.MapMethods($"{{key}}/{Delete}", Reading, deletes.ShowAsync).RequirePermission(permission);
            pages.MapMethods($"{{key}}/{Delete}", Posting, deletes.DeleteAsync).RequirePermission(permission);
        }
        if (model.History is not null)
            pages
                .MapMethods("{key}/history", Reading, new HistoryPage(model).ShowAsync)
                .RequirePermission(model.PermissionTo(View));
    }

    /// <summary>Maps what belongs to no module: the index, which shows the resources that the caller may see, the audit trail and the outbox.</summary>
    internal static void MapSharedAdmin(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPages(AdminModel.Root).MapMethods("", Reading, IndexPages.ShowAsync).RequireKnownCaller();
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
