using Microsoft.AspNetCore.Http;
using Shared.Api.Admin.Pages;

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
            MayDelete: model.Delete is not null && call.May(model, "delete")
        );
        return call.Page<ListPage>(
            model.Heading,
            [],
            new() { [nameof(ListPage.State)] = state },
            found.IsError ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK
        );
    }
}
