using Shared.Domain;

namespace Gadgets.Domain;

/// <summary>A gadget: what it is and which rules it keeps stand here.</summary>
public sealed class Gadget : AggregateRoot
{
    private Gadget(GadgetId id, GadgetName name, DateTimeOffset addedAt) => (Id, Name, AddedAt) = (id, name, addedAt);

    /// <summary>The identity.</summary>
    public GadgetId Id { get; }

    /// <inheritdoc />
    public override string AggregateId => Id.ToString();

    /// <summary>The name.</summary>
    public GadgetName Name { get; private set; }

    /// <summary>When it came into this service.</summary>
    public DateTimeOffset AddedAt { get; }

    /// <summary>Adds a gadget.</summary>
    /// <param name="id">Its identity.</param>
    /// <param name="name">Its name.</param>
    /// <param name="now">The present moment.</param>
    public static Gadget Add(GadgetId id, GadgetName name, DateTimeOffset now)
    {
        var gadget = new Gadget(id, name, now);
        gadget.Raise(new GadgetAdded(id, name));
        return gadget;
    }
}

/// <summary>Somebody added a gadget.</summary>
public sealed record GadgetAdded(GadgetId Id, GadgetName Name) : IDomainEvent
{
    public string AggregateId => Id.ToString();
}
