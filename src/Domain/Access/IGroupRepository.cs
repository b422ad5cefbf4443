namespace Access.Domain;

/// <summary>The groups, as a handler that changes one sees them: inside its unit of work.</summary>
public interface IGroupRepository
{
    /// <summary>The group with an id.</summary>
    Task<Group?> FindAsync(GroupId id, CancellationToken cancellationToken);

    /// <summary>Those of the groups that there are. Until the unit of work ends, nobody takes one of them away.</summary>
    Task<IReadOnlyList<Group>> FindAsync(IReadOnlyCollection<GroupId> ids, CancellationToken cancellationToken);

    /// <summary>Whether another group has a name that compares equal.</summary>
    Task<bool> NameIsTakenAsync(GroupName name, GroupId? except, CancellationToken cancellationToken);

    /// <summary>Adds a group.</summary>
    void Add(Group group);

    /// <summary>Takes a group away.</summary>
    void Remove(Group group);
}
