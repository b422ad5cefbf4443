using ErrorOr;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Shared.Application;
using Shared.Application.Events;
using Shared.Domain;
using Shared.Infrastructure.Integration;

namespace Shared.Infrastructure.DataAccess;

/// <summary>One transaction of a module: the change, the events that it raised, and the relay's wake-up call after it.</summary>
internal sealed class UnitOfWork<TContext>(
    TContext context,
    WriteGate<TContext> gate,
    IIntegrationEventMap events,
    CommitFeed<TContext> commits,
    EventDispatcher dispatcher,
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
        try
        {
            using var turn = await gate.EnterAsync(cancellationToken);
            for (var run = 1; ; run++)
            {
                try
                {
                    return await RunOnceAsync(work, cancellationToken);
                }
                // Two writers may find the same value free. The second one looks again and sees the first.
                catch (Exception e) when (e.IsLostRace() && run < MaxRuns)
                {
                    logger.LogDebug(e, "Another writer was first; run {Run} of the work is repeated", run);
                }
            }
        }
        catch (Exception e) when (e.IsStorageUnavailable())
        {
            logger.LogError(e, "The database of {Module} cannot take a change", ModuleName.Of<TContext>());
            throw new StorageUnavailableException("The database cannot take the change just now.", e);
        }
    }

    private async Task<ErrorOr<T>> RunOnceAsync<T>(
        Func<CancellationToken, Task<ErrorOr<T>>> work,
        CancellationToken cancellationToken
    )
    {
        var committed = false;
        try
        {
            // The transaction is given up as a whole, so a save in it needs no savepoint of its own.
            context.Database.AutoSavepointsEnabled = false;
            await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
            var result = await work(cancellationToken);
            if (result.IsError)
                return result;

            var changed = MarkChanged();
            AddEventsToOutbox();
            await context.SaveChangesAsync(cancellationToken);
            try
            {
                // From here on the change is made or not made, but not cancelled in between.
                await transaction.CommitAsync(CancellationToken.None);
                committed = true;
            }
            finally
            {
                // Also when the commit failed: a connection that breaks in it may have committed all the same.
                commits.Publish(changed);
            }
            return result;
        }
        finally
        {
            // What was not committed must not be saved by the next command of the same scope.
            if (!committed)
                context.ChangeTracker.Clear();
        }
    }

    /// <summary>Raises the versions of the aggregates that changed, and names them.</summary>
    private List<string> MarkChanged()
    {
        var changed = new List<string>();
        foreach (var entry in context.ChangeTracker.Entries<AggregateRoot>())
        {
            if (entry.State == EntityState.Modified)
                entry.Property(root => root.Version).CurrentValue++;
            if (entry.State != EntityState.Unchanged)
                changed.Add(entry.Entity.AggregateId);
        }
        return changed;
    }

    private void AddEventsToOutbox()
    {
        var now = clock.GetUtcNow();
        List<OutboxMessage> messages =
        [
            .. from entry in context.ChangeTracker.Entries<AggregateRoot>()
            from domainEvent in entry.Entity.TakeDomainEvents()
            let integrationEvent = events.Map(domainEvent)
            where integrationEvent is not null
            select OutboxMessage.Of(integrationEvent, domainEvent.AggregateId, now),
        ];
        foreach (var message in messages.Where(message => !dispatcher.AwaitsAny(message.Type)))
            message.MarkSent(now);
        context.Outbox.AddRange(messages);
    }
}

/// <summary>Finds the unit of work of a module by its name.</summary>
internal sealed class UnitOfWorkProvider(IServiceProvider services) : IUnitOfWorkProvider
{
    public IUnitOfWork Of(string module) => services.GetRequiredKeyedService<IUnitOfWork>(module);
}
