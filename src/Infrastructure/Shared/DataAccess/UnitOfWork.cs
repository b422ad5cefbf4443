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

/// <summary>One transaction of a module: the change, the events that it raised, and the relay's wake-up call after it.</summary>
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
) : IUnitOfWork
    where TContext : ModuleDbContext
{
    private const int MaxRuns = 3;

    public async Task<ErrorOr<T>> ExecuteAsync<T>(
        Func<CancellationToken, Task<ErrorOr<T>>> work,
        CancellationToken cancellationToken
    )
    {
        // A command inside another unit of work of its module is a part of it.
        if (context.Database.CurrentTransaction is not null)
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
                catch (Exception e) when (e.IsLostRace() && run < MaxRuns)
                {
                    logger.LogDebug(e, "Another writer was first; run {Run} of the work is repeated", run);
                }
            }
        }
        catch (Exception e) when (e is not StorageUnavailableException && (e.IsStorageUnavailable() || e.IsLostRace()))
        {
            logger.LogError(e, "The database of {Module} cannot take a change", ModuleName.Of<TContext>());
            throw new StorageUnavailableException("The database cannot take the change just now.", e);
        }
    }

    private async Task<ErrorOr<T>> RunOnceAsync<T>(
        Func<CancellationToken, Task<ErrorOr<T>>> work,
        bool isRepeated,
        CancellationToken cancellationToken
    )
    {
        Saved? saved = null;
        var committed = false;
        try
        {
            // What the work saves is given up as a whole, so a save in it needs no savepoint of its own.
            context.Database.AutoSavepointsEnabled = false;
            var result = await writer.WriteAsync(
                context,
                async token =>
                {
                    // Who has lost once goes before all who come later: what it looks at now nobody changes until it is done.
                    if (isRepeated)
                        await engine.OrderCommitsAsync(context, token);
                    var result = await work(token);
                    if (!result.IsError)
                        saved = await SaveAsync(token);
                    return result;
                },
                cancellationToken
            );
            committed = !result.IsError;
            return result;
        }
        finally
        {
            // Also when the commit failed: a connection that breaks in it may have committed all the same.
            if (saved is not null)
                commits.Publish(saved.Concerned, saved.EventsWait);
            // What was not committed must not be saved by the next command of the same scope.
            if (!committed)
                context.ChangeTracker.Clear();
        }
    }

    private async Task<Saved> SaveAsync(CancellationToken cancellationToken)
    {
        // Once: each time that the entries are asked for, all of them are compared with what was loaded.
        var roots = context.ChangeTracker.Entries<AggregateRoot>().ToList();
        var concerned = MarkChanged(roots);
        await history.RecordAsync(context, roots, cancellationToken);
        var saved = new Saved(concerned, AddEventsToOutbox(roots));
        try
        {
            // All that came since the entries were asked for was added, or set through its entry: no comparison finds more.
            context.ChangeTracker.AutoDetectChangesEnabled = false;
            await context.SaveChangesAsync(cancellationToken);
        }
        finally
        {
            context.ChangeTracker.AutoDetectChangesEnabled = true;
        }
        return saved;
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
        // What was only looked at may be the work of another process that the pictures do not know yet. What is built on
        // it must not be seen without it: no session without its user.
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
