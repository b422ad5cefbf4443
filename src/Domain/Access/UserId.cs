namespace Access.Domain;

/// <summary>The identity of a user: a UUID of version 7, so younger ones sort later. It is no secret.</summary>
public readonly record struct UserId(Guid Value)
{
    /// <summary>A new identity.</summary>
    /// <param name="now">The present moment, which the identity begins with.</param>
    public static UserId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    public override string ToString() => Value.ToString();
}
