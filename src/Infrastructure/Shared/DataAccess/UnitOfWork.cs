using ErrorOr;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
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
    TimeProvider clock
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
                // On PostgreSQL two writers may find the same value free. The second one looks again and sees the first.
                catch (DbUpdateException e) when (e.IsUniqueViolation() && run < MaxRuns)
                {
                    context.ChangeTracker.Clear();
                }
            }
        }
        catch (Exception e) when (e.IsStorageUnavailable())
        {
            throw new StorageUnavailableException("The database cannot take the change just now.", e);
        }
    }

    private async Task<ErrorOr<T>> RunOnceAsync<T>(
        Func<CancellationToken, Task<ErrorOr<T>>> work,
        CancellationToken cancellationToken
    )
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var result = await work(cancellationToken);
        if (result.IsError)
            return result;

        var messages = AddToOutbox();
        await context.SaveChangesAsync(cancellationToken);
        // From here on the change is made or not made, but not cancelled in between.
        await transaction.CommitAsync(CancellationToken.None);
        commits.Publish(messages);
        return result;
    }

    private List<OutboxMessage> AddToOutbox()
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
        context.Outbox.AddRange(messages);
        return messages;
    }
}

/// <summary>Finds the unit of work of a module by its name.</summary>
internal sealed class UnitOfWorks(IServiceProvider services) : IUnitOfWorks
{
    public IUnitOfWork Of(string module) => services.GetRequiredKeyedService<IUnitOfWork>(module);
}
