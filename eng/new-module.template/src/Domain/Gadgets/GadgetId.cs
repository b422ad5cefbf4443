namespace Gadgets.Domain;

/// <summary>The identity of a gadget: a UUID of version 7, so younger ones sort later, here and in the database.</summary>
public readonly record struct GadgetId(Guid Value)
{
    /// <summary>A new identity.</summary>
    /// <param name="now">The present moment, which the identity begins with.</param>
    public static GadgetId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    public static bool operator <(GadgetId left, GadgetId right) => left.Value < right.Value;

    public static bool operator >(GadgetId left, GadgetId right) => left.Value > right.Value;

    public override string ToString() => Value.ToString();
}
