using Shared.Domain;

namespace Access.Domain;

/// <summary>Permissions under a name, which all its users have.</summary>
public sealed class Group : AggregateRoot
{
    private static readonly IReadOnlyList<Member<GroupFacts>> Members =
    [
        new("name", facts => facts.Name.Value, (facts, other) => facts with { Name = other.Name }),
        new(
            "permissions",
            facts => facts.Permissions.Select(permission => permission.Value).ToArray(),
            (facts, other) => facts with { Permissions = other.Permissions }
        ),
    ];

    private Group(GroupId id, GroupName name) => (Id, Name, NameKey) = (id, name, name.Key);

    /// <summary>The identity.</summary>
    public GroupId Id { get; }

    /// <inheritdoc />
    public override string AggregateId => Id.ToString();

    /// <summary>The name. No other group has one that compares equal.</summary>
    public GroupName Name { get; private set; }

    /// <summary>The name as it is compared, stored so that the database keeps names unique as this code does.</summary>
    public string NameKey { get; private set; }

    /// <summary>What its users may do, in the order of the alphabet.</summary>
    public IReadOnlyList<Permission> Permissions { get; private set; } = [];

    /// <summary>What is said of the group.</summary>
    public GroupFacts Facts => new(Name, Permissions);

    /// <summary>Makes a group.</summary>
    public static Group Create(GroupId id, GroupFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var group = new Group(id, facts.Name);
        group.Take(facts);
        group.Raise(new GroupCreated(id, Members.Compare(null, group.Facts)));
        return group;
    }

    /// <summary>Takes over what is now said of the group. Nothing happens where nothing differs.</summary>
    public void Edit(GroupFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var before = Facts;
        Take(facts);
        var changes = Members.Compare(before, Facts);
        if (changes.Count > 0)
            RaiseChange(new GroupChanged(Id, changes));
    }

    /// <summary>Says that the group is removed; the repository takes it away.</summary>
    public void Remove() => Raise(new GroupRemoved(Id, Members.Compare(Facts, null)));

    private void Take(GroupFacts facts) =>
        (Name, NameKey, Permissions) = (
            facts.Name,
            facts.Name.Key,
            [.. facts.Permissions.Distinct().OrderBy(permission => permission.Value, StringComparer.Ordinal)]
        );
}

/// <summary>All that is said of a group.</summary>
/// <param name="Name">The name.</param>
/// <param name="Permissions">What its users may do.</param>
public sealed record GroupFacts(GroupName Name, IReadOnlyList<Permission> Permissions);

/// <summary>Somebody made a group.</summary>
public sealed record GroupCreated(GroupId Id, IReadOnlyList<MemberChange> Changes) : IMemberChanges
{
    public string AggregateId => Id.ToString();
}

/// <summary>Somebody changed a group.</summary>
public sealed record GroupChanged(GroupId Id, IReadOnlyList<MemberChange> Changes) : IMemberChanges
{
    public string AggregateId => Id.ToString();
}

/// <summary>Somebody removed a group.</summary>
public sealed record GroupRemoved(GroupId Id, IReadOnlyList<MemberChange> Changes) : IMemberChanges
{
    public string AggregateId => Id.ToString();
}
