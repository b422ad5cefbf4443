using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Shared.Application;
using Shared.Infrastructure.DataAccess;

namespace Shared.Infrastructure.Integration;

/// <summary>
/// Hands a module's stored messages to their subscribers: at least once, in order per aggregate. It asks for what has
/// not been sent, never for what comes after a number, since transactions may commit in another order than they began.
/// </summary>
internal sealed class OutboxRelay<TContext>(
    IServiceScopeFactory scopes,
    CommitFeed<TContext> commits,
    IWriter<TContext> writer,
    EventDispatcher dispatcher,
    Readiness readiness,
    TimeProvider clock,
    ILogger<OutboxRelay<TContext>> logger
) : BackgroundService
    where TContext : ModuleDbContext
{
    private const int BatchSize = 100;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    // The database is away: look now and then, and do not fill the log.
    private static readonly TimeSpan LongPause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan OutboxKept = TimeSpan.FromDays(7);

    // Longer, since whoever replays a parked message must not make it take effect twice.
    private static readonly TimeSpan InboxKept = TimeSpan.FromDays(90);
    private static readonly TimeSpan ForgetEvery = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan FirstForgetting = TimeSpan.FromMinutes(1);

    // Not at the start, which has enough to do.
    private DateTimeOffset nextForgetting = clock.GetUtcNow() + FirstForgetting;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await readiness.WhenReady.WaitAsync(stoppingToken);
            while (true)
                await RunAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops. What was not handed over waits in the outbox for the next start.
        }
    }

    private async Task RunAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (await DispatchBatchAsync(stoppingToken)) { }
            await ForgetOldAsync(stoppingToken);
            await commits.WaitAsync(Pause, clock, stoppingToken);
        }
        catch (Exception e) when (!stoppingToken.IsCancellationRequested)
        {
            // The messages stay where they are; whatever is wrong with the database, the next round tries again.
            logger.LogError(
                e,
                "The events of {Module} could not be handed over; trying again",
                ModuleName.Of<TContext>()
            );
            await Task.Delay(LongPause, clock, stoppingToken);
        }
    }

    /// <summary>Hands over what waits, a batch at most.</summary>
    /// <returns>Whether there may be more.</returns>
    private async Task<bool> DispatchBatchAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<TContext>();
        var batch = await DueAsync(context, cancellationToken);
        if (batch.Count == 0)
            return false;

        var held = new HashSet<string>();
        foreach (var message in batch.Where(message => !held.Contains(message.AggregateId)))
        {
            try
            {
                await dispatcher.DispatchAsync(message, cancellationToken);
                message.MarkSent(clock.GetUtcNow());
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception e)
            {
                message.MarkFailed(e, clock.GetUtcNow());
                held.Add(message.AggregateId);
                LogFailure(message, e);
            }
        }
        // What was handed over is noted also when the service stops meanwhile, else it would be handed over once more.
        await using var transaction = await writer.BeginAsync(context, CancellationToken.None);
        await context.SaveChangesAsync(CancellationToken.None);
        await transaction.CommitAsync();
        return batch.Count == BatchSize;
    }

    /// <summary>What is due, and has no earlier message of its aggregate that waits for another try.</summary>
    private async Task<List<OutboxMessage>> DueAsync(TContext context, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var waiting = context.Outbox.Where(m => m.SentAt == null && m.ParkedAt == null);
        return await waiting
            .Where(m => m.NextAttemptAt == null || m.NextAttemptAt <= now)
            .Where(m =>
                !waiting.Any(e => e.AggregateId == m.AggregateId && e.Sequence < m.Sequence && e.NextAttemptAt > now)
            )
            .OrderBy(m => m.Sequence)
            .Take(BatchSize)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Deletes now and then what was sent, and what came in, long ago.</summary>
    private async Task ForgetOldAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (now < nextForgetting)
            return;
        nextForgetting = now + ForgetEvery;
        await using var scope = scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<TContext>();
        await using var transaction = await writer.BeginAsync(context, cancellationToken);
        await context.Outbox.Where(message => message.SentAt < now - OutboxKept).ExecuteDeleteAsync(cancellationToken);
        await context.Inbox.Where(message => message.HandledAt < now - InboxKept).ExecuteDeleteAsync(cancellationToken);
        await context
            .Answers.Where(answer => answer.GivenAt < now - IKeptAnswers.Kept)
            .ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync();
    }

    private void LogFailure(OutboxMessage message, Exception exception)
    {
        if (message.ParkedAt is null)
            logger.LogWarning(
                exception,
                "Event {MessageId} ({Type}) failed at try {Attempt}; next try at {NextAttempt:O}",
                message.MessageId,
                message.Type,
                message.Attempts,
                message.NextAttemptAt
            );
        else
            logger.LogError(
                exception,
                "Event {MessageId} ({Type}) failed {Attempt} times and is parked; /admin/outbox/ lets it be tried again",
                message.MessageId,
                message.Type,
                message.Attempts
            );
    }
}
