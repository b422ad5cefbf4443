namespace Countries.Domain;

/// <summary>The identity of a country inside this service: a UUID of version 7, so younger ones sort later.</summary>
public readonly record struct CountryId(Guid Value)
{
    /// <summary>A new identity.</summary>
    /// <param name="now">The present moment, which the identity begins with.</param>
    public static CountryId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    public override string ToString() => Value.ToString();
}
