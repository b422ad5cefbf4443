using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Shared.Application;
using Shared.Domain;

namespace Shared.Infrastructure.DataAccess.History;

/// <summary>Adds an entry for each aggregate that a unit of work is about to save, so that no use case can forget it. One that raised no
/// event has only kept a note, and gets none.</summary>
internal sealed class HistoryRecorder(ICaller caller, TimeProvider clock)
{
    /// <summary>Adds the entries to the context. To be called before the domain events are taken, and before the save.</summary>
    /// <exception cref="InvalidOperationException">An aggregate changed and told no members: a bug in its method.</exception>
    /// <returns>The entries, dated now.</returns>
    public IReadOnlyList<HistoryEntry> Record(ModuleDbContext context, IEnumerable<EntityEntry<AggregateRoot>> roots)
    {
        var touched = roots
            .Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            // One that changed without any event has kept a note about itself, such as the last use of an API key.
            .Where(entry => entry.State != EntityState.Modified || entry.Entity.DomainEvents.Count > 0)
            .ToList();
        var entries = new List<HistoryEntry>(touched.Count);
        var now = clock.GetUtcNow();
        foreach (var entry in touched)
        {
            var told = entry.Entity.DomainEvents.OfType<IMemberChanges>().ToList();
            // What a data set brings first is in the data set; everything else must say what it is.
            if (told.Count == 0 && entry.State != EntityState.Added)
                throw new InvalidOperationException(
                    $"{entry.Entity.GetType().Name} {entry.Entity.AggregateId} was changed without an event that tells its members ({nameof(IMemberChanges)})."
                );
            entries.Add(
                HistoryEntry.Of(
                    entry.Entity.GetType().Name.ToLowerInvariant(),
                    entry.Entity.AggregateId,
                    entry.State switch
                    {
                        EntityState.Added => "created",
                        EntityState.Modified => HistoryEntry.Changed,
                        _ => "removed",
                    },
                    caller,
                    now,
                    told.SelectMany(change => change.Changes)
                )
            );
        }
        context.History.AddRange(entries);
        return entries;
    }

    /// <summary>Dates the entries anew, once their write no longer waits for others: so that none is older than what was seen.</summary>
    public void Date(IEnumerable<HistoryEntry> entries)
    {
        var now = clock.GetUtcNow();
        foreach (var entry in entries)
            entry.At = now;
    }
}
