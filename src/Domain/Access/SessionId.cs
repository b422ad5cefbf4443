namespace Access.Domain;

/// <summary>The identity of a session: a UUID of version 7. It is no secret; the token is.</summary>
public readonly record struct SessionId(Guid Value)
{
    /// <summary>A new identity.</summary>
    /// <param name="now">The present moment, which the identity begins with.</param>
    public static SessionId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    public override string ToString() => Value.ToString();
}
