namespace Access.Domain;

/// <summary>The identity of a group: a UUID of version 7, so younger ones sort later.</summary>
public readonly record struct GroupId(Guid Value)
{
    /// <summary>A new identity.</summary>
    /// <param name="now">The present moment, which the identity begins with.</param>
    public static GroupId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    public override string ToString() => Value.ToString();
}
