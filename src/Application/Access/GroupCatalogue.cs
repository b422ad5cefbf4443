using Access.Domain;
using Shared.Application.Lists;

namespace Access.Application;

/// <summary>Gives the read side: all groups in memory.</summary>
public interface IGroupCatalogue
{
    /// <summary>The groups as of the last commit; a change of another process is seen within <c>Storage:PollInterval</c>.</summary>
    ValueTask<GroupCatalogue> ReadAsync(CancellationToken cancellationToken);
}

/// <summary>All groups at one moment. It never changes.</summary>
public sealed class GroupCatalogue
{
    private readonly Dictionary<GroupId, GroupRecord> byId;

    /// <summary>Makes the indexes.</summary>
    public GroupCatalogue(IEnumerable<GroupRecord> groups)
    {
        byId = groups.ToDictionary(group => group.Id);
        Listing = new(GroupTable, byId.Values);
    }

    /// <summary>The groups as they can be searched and sorted.</summary>
    internal Listing<GroupRecord> Listing { get; }

    /// <summary>The group with an id.</summary>
    public GroupRecord? Find(GroupId id) => byId.GetValueOrDefault(id);

    /// <summary>What a user may do, by groups or alone.</summary>
    internal IReadOnlyCollection<string> PermissionsOf(UserRecord user) =>
        user.Groups.Count == 0
            ? user.Permissions
            : user
                .Groups.Select(Find)
                .OfType<GroupRecord>()
                .SelectMany(group => group.Permissions)
                .Concat(user.Permissions)
                .ToHashSet(StringComparer.Ordinal);

    internal static readonly ListTable<GroupRecord> GroupTable = new()
    {
        Key = group => group.Id.ToString(),
        Names = group => group.SearchNames,
        DefaultSort = "name",
        Filters = [],
        SortKeys = [new("name", (group, _) => SortValue.OfName(group.Name))],
    };
}

/// <summary>A group on the read side.</summary>
public sealed record GroupRecord(GroupId Id, string Name, IReadOnlyList<string> Permissions, long Version)
{
    /// <summary>By what the group is searched.</summary>
    internal IReadOnlyList<SearchText> SearchNames { get; } = [new SearchText(Name)];
}
