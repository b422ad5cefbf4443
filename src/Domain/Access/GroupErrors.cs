using Shared.Domain;

namespace Access.Domain;

/// <summary>The expected failures of groups, beside those of the value objects.</summary>
public static class GroupErrors
{
    /// <summary>Another group has a name that compares equal (<see cref="GroupName.Key"/>).</summary>
    [Remedy("Choose another name, or change the group that has it.")]
    public static readonly Failure NameTaken = new(
        "group.name.taken",
        FailureKind.Conflict,
        "A group of this name exists already."
    )
    {
        Field = "name",
    };

    /// <summary>There is no such group.</summary>
    [Remedy("See the groups in the admin.")]
    public static readonly Failure NotFound = new(
        "group.not_found",
        FailureKind.NotFound,
        "There is no group with this id."
    );

    /// <summary>Somebody else changed the group in the meantime.</summary>
    [Remedy("Read the group again, and repeat the change.")]
    public static readonly Failure Stale = new(
        "group.stale",
        FailureKind.Conflict,
        "The group was changed in the meantime. Read it again, then repeat your change."
    );
}
