using Shared.Domain;

namespace Access.Domain;

/// <summary>Somebody made a user.</summary>
public sealed record UserCreated(UserId Id, IReadOnlyList<MemberChange> Changes) : IMemberChanges
{
    public string AggregateId => Id.ToString();
}

/// <summary>What is said of a user changed, or how the user signs in; the changes hold no secret.</summary>
public sealed record UserChanged(UserId Id, IReadOnlyList<MemberChange> Changes) : IMemberChanges
{
    public string AggregateId => Id.ToString();
}

/// <summary>Somebody removed a user.</summary>
public sealed record UserRemoved(UserId Id, IReadOnlyList<MemberChange> Changes) : IMemberChanges
{
    public string AggregateId => Id.ToString();
}
