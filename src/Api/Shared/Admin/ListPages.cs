using Microsoft.AspNetCore.Http;
using Shared.Api.Admin.Pages;
using Shared.Api.Pages;

namespace Shared.Api.Admin;

/// <summary>The list of a resource.</summary>
internal sealed class ListPages(AdminModel model)
{
    /// <summary>Shows the list as the address says: searched, filtered, sorted, page by page.</summary>
    public async Task<IResult> ShowAsync(AdminCall call)
    {
        var asked = call.ReadQuery();
        var found = asked.Errors.Count > 0 ? asked.Errors.ToList() : await model.List(call, asked.List);
        var state = new AdminListState(
            model,
            call.Http.Request.Query.ToDictionary(said => said.Key, said => said.Value.ToString()),
            found.IsError ? null : found.Value,
            found.ErrorsOrEmptyList,
            MayAdd: model.Add is not null && call.May(model, "add"),
            MayDelete: model.Delete is not null && call.May(model, "delete"),
            Actions: call.May(model, "change") ? model.Actions : []
        );
        return call.Page<ListPage>(
            model.Heading,
            [],
            new() { [nameof(ListPage.State)] = state },
            found.IsError ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK
        );
    }

    /// <summary>Does something with the records that were selected in the list.</summary>
    public async Task<IResult> RunAsync(AdminCall call, PostedForm form, ListAction action)
    {
        var keys = form.All(DeletePages.KeyField).Distinct().ToList();
        if (keys.Count == 0)
            return call.GoTo(model.Address, NothingSelected(model), isBad: true);
        var done = await action.Run(call, keys);
        return done.IsError
            ? call.GoTo(model.Address, done.FirstError.Description, isBad: true)
            : call.GoTo(model.Address, done.Value);
    }

    internal static string NothingSelected(AdminModel model) => $"Nothing was done: select {model.Many} first.";
}
