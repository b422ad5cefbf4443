using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shared.Application;
using Shared.Infrastructure.DataAccess;
using Shared.Infrastructure.DataAccess.History;

namespace Shared.Infrastructure.Integration;

/// <summary>A module's outbox, for whoever looks after the service.</summary>
internal sealed class OutboxDesk<TContext>(TContext context, ITurn<TContext> turn, ICaller caller, TimeProvider clock)
    : IOutbox
    where TContext : ModuleDbContext
{
    public async Task<IReadOnlyList<OutboxItem>> UnsentAsync(
        bool? parked,
        long? after,
        int limit,
        CancellationToken cancellationToken
    )
    {
        var messages = Unsent(parked);
        if (after is not null)
            messages = messages.Where(message => message.Sequence > after);
        var found = await messages.OrderBy(message => message.Sequence).Take(limit).ToListAsync(cancellationToken);
        return
        [
            .. found.Select(message => new OutboxItem(
                message.Sequence,
                message.MessageId,
                ModuleName.Of<TContext>(),
                message.Type[(message.Type.LastIndexOf('.') + 1)..],
                message.AggregateId,
                message.OccurredAt,
                message.Attempts,
                message.NextAttemptAt,
                message.ParkedAt,
                message.LastError
            )),
        ];
    }

    public Task<int> CountUnsentAsync(bool? parked, CancellationToken cancellationToken) =>
        Unsent(parked).CountAsync(cancellationToken);

    public async Task<int> ReleaseAsync(IReadOnlyCollection<Guid> events, CancellationToken cancellationToken)
    {
        // Of two who release the same event at once, the second one finds nothing to do.
        await turn.TakeAsync(cancellationToken);
        var parked = await context
            .Outbox.Where(message => events.Contains(message.MessageId) && message.ParkedAt != null)
            .ToListAsync(cancellationToken);
        foreach (var message in parked)
            context.History.Add(
                HistoryEntry.Of(
                    OutboxMessage.Record,
                    message.MessageId.ToString(),
                    HistoryEntry.Changed,
                    caller,
                    clock.GetUtcNow(),
                    message.Release()
                )
            );
        return parked.Count;
    }

    private IQueryable<OutboxMessage> Unsent(bool? parked)
    {
        var messages = context.Outbox.AsNoTracking().Where(message => message.SentAt == null);
        return parked is { } isParked ? messages.Where(message => message.ParkedAt != null == isParked) : messages;
    }
}

/// <summary>Finds the outbox of a module by its name.</summary>
internal sealed class Outboxes(IServiceProvider services, IEnumerable<IModuleStorage> storages) : IOutboxes
{
    public IReadOnlyList<string> Modules { get; } =
    [.. storages.Select(storage => storage.Module).Order(StringComparer.Ordinal)];

    public IOutbox Of(string module) => services.GetRequiredKeyedService<IOutbox>(module);
}
