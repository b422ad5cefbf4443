using ErrorOr;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Shared.Application;
using Shared.Application.Events;
using Shared.Domain;
using Shared.Infrastructure.DataAccess.History;
using Shared.Infrastructure.Integration;

namespace Shared.Infrastructure.DataAccess;

/// <summary>
/// One change of a module. The work reads side by side with others; when it is done, what it changed is saved in the
/// writer's turn, with the events that it raised and its history, in one transaction. After the commit the relay is woken.
/// </summary>
internal sealed class UnitOfWork<TContext>(
    TContext context,
    IWriter<TContext> writer,
    IIntegrationEventMap events,
    CommitFeed<TContext> commits,
    EventDispatcher dispatcher,
    HistoryRecorder history,
    IStorageEngine engine,
    TimeProvider clock,
    ILogger<UnitOfWork<TContext>> logger
) : IUnitOfWork, ITurn<TContext>
    where TContext : ModuleDbContext
{
    private const int MaxRuns = 3;
    private IWriterTransaction? transaction;
    private Saved? saved;

    public async Task<ErrorOr<T>> ExecuteAsync<T>(
        Func<CancellationToken, Task<ErrorOr<T>>> work,
        CancellationToken cancellationToken
    )
    {
        // A command inside another unit of work of its module is a part of it.
        if (context.IsInUnitOfWork)
            return await work(cancellationToken);
        try
        {
            for (var run = 1; ; run++)
            {
                try
                {
                    return await RunOnceAsync(work, isRepeated: run > 1, cancellationToken);
                }
                // Two writers may find the same value free. The second one looks again and sees the first.
                catch (Exception e) when (engine.IsLostRace(e) && run < MaxRuns)
                {
                    logger.LogDebug(e, "Another writer was first; run {Run} of the work is repeated", run);
                }
            }
        }
        catch (Exception e)
            when (e is not StorageUnavailableException && (engine.IsUnavailable(e) || engine.IsLostRace(e)))
        {
            logger.LogError(e, "The database of {Module} cannot take a change", ModuleName.Of<TContext>());
            throw new StorageUnavailableException("The database cannot take the change just now.", e);
        }
    }

    public async Task TakeAsync(CancellationToken cancellationToken)
    {
        if (!context.IsInUnitOfWork)
            throw new InvalidOperationException("A turn is taken inside a unit of work.");
        await BeginAsync(cancellationToken);
        await engine.OrderCommitsAsync(context, cancellationToken);
    }

    private async Task<ErrorOr<T>> RunOnceAsync<T>(
        Func<CancellationToken, Task<ErrorOr<T>>> work,
        bool isRepeated,
        CancellationToken cancellationToken
    )
    {
        (context.IsInUnitOfWork, saved) = (true, null);
        // What another work of the scope left must not be saved by this one, nor what was read before be taken for the present.
        context.ChangeTracker.Clear();
        try
        {
            return await RunAndSaveAsync(work, isRepeated, cancellationToken);
        }
        finally
        {
            (context.IsInUnitOfWork, transaction) = (false, null);
            // Also when the commit failed: a connection that breaks in it may have committed all the same.
            if (saved is not null)
                commits.Publish(saved.Concerned, saved.EventsWait);
        }
    }

    private async Task<ErrorOr<T>> RunAndSaveAsync<T>(
        Func<CancellationToken, Task<ErrorOr<T>>> work,
        bool isRepeated,
        CancellationToken cancellationToken
    )
    {
        try
        {
            // Who has lost once goes before all who take their turn later.
            if (isRepeated)
                await TakeAsync(cancellationToken);
            var result = await work(cancellationToken);
            if (!result.IsError)
                await SaveAsync(cancellationToken);
            if (transaction is not null)
                await (result.IsError ? transaction.RollBackAsync() : transaction.CommitAsync());
            return result;
        }
        finally
        {
            if (transaction is not null)
                await transaction.DisposeAsync();
        }
    }

    private async Task BeginAsync(CancellationToken cancellationToken)
    {
        // What the work saves is given up as a whole, so a save in it needs no savepoint of its own.
        context.Database.AutoSavepointsEnabled = false;
        transaction ??= await writer.BeginAsync(context, cancellationToken);
    }

    private async Task SaveAsync(CancellationToken cancellationToken)
    {
        // Once: each time that the entries are asked for, all of them are compared with what was loaded.
        var roots = context.ChangeTracker.Entries<AggregateRoot>().ToList();
        try
        {
            // All that comes from here on is added, or set through its entry: no comparison finds more.
            context.ChangeTracker.AutoDetectChangesEnabled = false;
            var concerned = MarkChanged(roots);
            var entries = history.Record(context, roots);
            var eventsWait = AddEventsToOutbox(roots);
            if (!context.ChangeTracker.HasChanges())
                return;
            // The history is read on after the last number and moment that were seen: both must grow as the commits do.
            await (entries.Count > 0 ? TakeAsync(cancellationToken) : BeginAsync(cancellationToken));
            history.Date(entries);
            await context.SaveChangesAsync(cancellationToken);
            saved = new Saved(concerned, eventsWait);
        }
        finally
        {
            context.ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    /// <summary>Raises the versions of the aggregates that changed, and names all that the pictures are to read again.</summary>
    private static List<string> MarkChanged(List<EntityEntry<AggregateRoot>> roots)
    {
        // Most aggregates count their changes themselves.
        foreach (var entry in roots.Where(entry => entry.State == EntityState.Modified))
        {
            if (!entry.Property(root => root.Version).IsModified)
                entry.Property(root => root.Version).CurrentValue++;
        }
        // Those that were only looked at, too: another process may just have made them, and what is built on them must not
        // be seen without them: no session without its user.
        return roots.Exists(entry => entry.State != EntityState.Unchanged)
            ? roots.ConvertAll(entry => entry.Entity.AggregateId)
            : [];
    }

    /// <summary>Adds the events that leave the module to the outbox.</summary>
    /// <returns>Whether any of them has a subscriber, so that the relay must be woken.</returns>
    private bool AddEventsToOutbox(List<EntityEntry<AggregateRoot>> roots)
    {
        var now = clock.GetUtcNow();
        List<OutboxMessage> messages =
        [
            .. from entry in roots
            from domainEvent in entry.Entity.TakeDomainEvents()
            let integrationEvent = events.Map(domainEvent)
            where integrationEvent is not null
            select OutboxMessage.Of(integrationEvent, domainEvent.AggregateId, now),
        ];
        foreach (var message in messages.Where(message => !dispatcher.AwaitsAny(message.Type)))
            message.MarkSent(now);
        context.Outbox.AddRange(messages);
        return messages.Any(message => message.SentAt is null);
    }

    /// <summary>What a work saved: the aggregates to read again, and whether the relay has events to hand over.</summary>
    private sealed record Saved(List<string> Concerned, bool EventsWait);
}

/// <summary>Finds the unit of work of a module by its name.</summary>
internal sealed class UnitOfWorkProvider(IServiceProvider services) : IUnitOfWorkProvider
{
    public IUnitOfWork Of(string module) => services.GetRequiredKeyedService<IUnitOfWork>(module);
}
