using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shared.Api.Admin.Pages;

namespace Shared.Api.Admin;

/// <summary>The first page of the admin.</summary>
internal static class IndexPages
{
    /// <summary>Shows the resources that the caller may see.</summary>
    public static IResult ShowAsync(AdminCall call, EndpointDataSource endpoints)
    {
        var models = endpoints
            .Endpoints.Select(endpoint => endpoint.Metadata.GetMetadata<AdminModel>())
            .OfType<AdminModel>()
            .Distinct()
            .Where(model => call.May(model, "view"))
            .OrderBy(model => model.Path, StringComparer.Ordinal)
            .Select(model => new IndexEntry(model, model.Add is not null && call.May(model, "add")))
            .ToList();
        return call.Page<IndexPage>("Admin", [], new() { [nameof(IndexPage.Resources)] = models });
    }
}

/// <summary>A resource on the first page.</summary>
public sealed record IndexEntry(AdminModel Model, bool MayAdd);
