using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Shared.Application;
using Shared.Domain;

namespace Shared.Infrastructure.DataAccess.History;

/// <summary>Adds an entry for each aggregate that a unit of work is about to save, so that no use case can forget it.</summary>
internal sealed class HistoryRecorder(ICaller caller, TimeProvider clock)
{
    /// <summary>Adds the entries to the context. To be called before the domain events are taken, and before the save.</summary>
    /// <exception cref="InvalidOperationException">An aggregate changed and told no members: a bug in its method.</exception>
    /// <returns>Whether there was anything to tell.</returns>
    public bool Record(ModuleDbContext context, IEnumerable<EntityEntry<AggregateRoot>> roots)
    {
        var touched = roots
            .Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            // One that changed without any event has kept a note about itself, such as the last use of an API key.
            .Where(entry => entry.State != EntityState.Modified || entry.Entity.DomainEvents.Count > 0)
            .ToList();
        var now = clock.GetUtcNow();
        foreach (var entry in touched)
        {
            var told = entry.Entity.DomainEvents.OfType<IMemberChanges>().ToList();
            // What a data set brings first is in the data set; everything else must say what it is.
            if (told.Count == 0 && entry.State != EntityState.Added)
                throw new InvalidOperationException(
                    $"{entry.Entity.GetType().Name} {entry.Entity.AggregateId} was changed without an event that tells its members ({nameof(IMemberChanges)})."
                );
            context.History.Add(
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
        return touched.Count > 0;
    }
}
