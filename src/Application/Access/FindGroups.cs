using ErrorOr;
using Shared.Application;
using Shared.Application.Lists;

namespace Access.Application;

/// <summary>Finds groups by the words of the list grammar.</summary>
public sealed record FindGroups(ListQuery Query) : IQuery<Page<GroupItem>>
{
    /// <summary>What the list can be asked for.</summary>
    public static ListWords Words => GroupCatalogue.GroupTable.Words;
}

/// <summary>A group as lists and forms show it.</summary>
/// <param name="Id">The identity.</param>
/// <param name="Version">The version, for an edit.</param>
/// <param name="Name">The name.</param>
/// <param name="Permissions">What its users may do.</param>
public sealed record GroupItem(string Id, long Version, string Name, IReadOnlyList<string> Permissions)
{
    internal static GroupItem Of(GroupRecord group) =>
        new(group.Id.ToString(), group.Version, group.Name, group.Permissions);
}

internal sealed class FindGroupsHandler(IGroupCatalogue catalogue, TimeProvider clock)
    : IQueryHandler<FindGroups, Page<GroupItem>>
{
    public async Task<ErrorOr<Page<GroupItem>>> Handle(FindGroups query, CancellationToken cancellationToken) =>
        (await catalogue.ReadAsync(cancellationToken))
            .Listing.Find(query.Query, clock.Today())
            .Then(found => found.Page.Select(GroupItem.Of));
}
