using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shared.Api.Admin.Pages;
using Shared.Application;
using Shared.Application.Lists;

namespace Shared.Api.Admin;

/// <summary>The first page of the admin.</summary>
internal static class IndexPages
{
    private const int MostRecent = 10;

    /// <summary>Shows the resources that the caller may see, and what the caller did last.</summary>
    public static async Task<IResult> ShowAsync(AdminCall call, EndpointDataSource endpoints)
    {
        var models = endpoints
            .Endpoints.Select(endpoint => endpoint.Metadata.GetMetadata<AdminModel>())
            .OfType<AdminModel>()
            .Where(model => call.May(model, "view"))
            .OrderBy(model => model.Heading, StringComparer.Ordinal)
            .ToList();
        var mine = new ListQuery { Filters = [new("who", [call.Http.User.Identity!.Name!])], Limit = MostRecent };
        var recent = new List<RecentAction>();
        foreach (var entry in (await call.ReadTrailAsync(mine)).Value.Items)
            recent.Add(await NameAsync(call, models, entry));
        return call.Page<IndexPage>(
            "Admin",
            [],
            new()
            {
                [nameof(IndexPage.Resources)] = models
                    .Select(model => new IndexEntry(model, model.Add is not null && call.May(model, "add")))
                    .ToList(),
                [nameof(IndexPage.Recent)] = recent,
            }
        );
    }

    /// <summary>Says what the record of an entry is called now, and where it stands; one that is gone has its identity only.</summary>
    private static async Task<RecentAction> NameAsync(AdminCall call, List<AdminModel> models, HistoryItem entry)
    {
        if (models.Find(model => model.Record == entry.Record) is { Find: { } find } model)
        {
            var found = await find(call, entry.Id);
            if (!found.IsError)
                return new(entry, found.Value.Title, model.AddressOf(found.Value.Key, "change"));
        }
        return new(entry, $"{entry.Record} {entry.Id}", null);
    }
}

/// <summary>A resource on the first page.</summary>
public sealed record IndexEntry(AdminModel Model, bool MayAdd);

/// <summary>Something that the caller did.</summary>
/// <param name="Entry">What was done.</param>
/// <param name="Title">What the record is called.</param>
/// <param name="Address">Where it stands; nowhere when it is gone.</param>
public sealed record RecentAction(HistoryItem Entry, string Title, string? Address);
