namespace Shared.Domain;

/// <summary>Something that happened to an aggregate, in the words of its domain.</summary>
public interface IDomainEvent
{
    /// <summary>The aggregate that it happened to; events of one aggregate are handed over in their order.</summary>
    string AggregateId { get; }
}

/// <summary>The root of an aggregate: it collects what happened to it until the unit of work takes it over.</summary>
public abstract class AggregateRoot
{
    private readonly List<IDomainEvent> domainEvents = [];

    /// <summary>The identity as text; the events of the aggregate carry it.</summary>
    public abstract string AggregateId { get; }

    /// <summary>Counts the changes. Storage refuses a change that was made to an older one.</summary>
    public long Version { get; private set; } = 1;

    /// <summary>What happened since the last <see cref="TakeDomainEvents"/>, in order.</summary>
    public IReadOnlyList<IDomainEvent> DomainEvents => domainEvents;

    /// <summary>Hands over what happened and forgets it.</summary>
    public IReadOnlyList<IDomainEvent> TakeDomainEvents()
    {
        IDomainEvent[] taken = [.. domainEvents];
        domainEvents.Clear();
        return taken;
    }

    /// <summary>
    /// Counts on where a record of the same identity ended that was removed, so that no version ever means two things.
    /// </summary>
    protected void CountOnAfter(long last) => Version = last + 1;

    /// <summary>Records that something happened.</summary>
    protected void Raise(IDomainEvent domainEvent) => domainEvents.Add(domainEvent);

    /// <summary>Records that something changed what was stored before: the version grows.</summary>
    protected void RaiseChange(IMemberChanges change)
    {
        Version++;
        Raise(change);
    }
}
