using Access.Domain;

namespace Access.Application;

/// <summary>Finds groups by what somebody wrote.</summary>
internal static class GroupLookup
{
    /// <summary>The group with an id; none where the text is no id.</summary>
    public static Task<Group?> FindAsync(
        this IGroupRepository groups,
        string? id,
        CancellationToken cancellationToken
    ) =>
        Guid.TryParse(id, out var value)
            ? groups.FindAsync(new GroupId(value), cancellationToken)
            : Task.FromResult<Group?>(null);
}
