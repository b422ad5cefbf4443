using Access.Domain;
using ErrorOr;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Shared.Application;
using Shared.Infrastructure.DataAccess;
using Shared.Infrastructure.Integration;

namespace Access.Infrastructure.DataAccess;

/// <summary>
/// Writes down now and then, and when the service stops, when keys and sessions were last used: all of it in one
/// transaction. With it go the sessions that are over.
/// </summary>
internal sealed class UseWriter(
    Uses<ApiKeyId> keyUses,
    Uses<SecretHash> sessionUses,
    UseOptions options,
    IServiceScopeFactory scopes,
    CommitFeed<AccessDbContext> commits,
    TimeProvider clock,
    ILogger<UseWriter> logger
) : BackgroundService
{
    // Each is a parameter of a statement, which takes only so many.
    private const int MostAtOnce = 500;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await WriteAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.LastUsedInterval, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await WriteAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops; what is left is written by the stop.
        }
    }

    private async Task WriteAsync(CancellationToken cancellationToken)
    {
        var (ofKeys, ofSessions) = (keyUses.Collected(), sessionUses.Collected());
        if (ofKeys.Length + ofSessions.Length == 0)
            return;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var context = scope.ServiceProvider.GetRequiredService<AccessDbContext>();
            List<SessionId> over = [];
            await scope
                .ServiceProvider.GetRequiredService<IUnitOfWorkProvider>()
                .Of(ModuleName.Of<UseWriter>())
                .ExecuteAsync<Success>(
                    async token =>
                    {
                        await scope.ServiceProvider.GetRequiredService<ITurn<AccessDbContext>>().TakeAsync(token);
                        // Nobody ended them: there is nothing for the history to tell.
                        var now = clock.GetUtcNow();
                        var ended = context.Sessions.Where(session => session.EndsAt < now);
                        over = await ended.Select(session => session.Id).ToListAsync(token);
                        await ended.ExecuteDeleteAsync(token);
                        // A query for many at once: all other writers of the module wait meanwhile.
                        foreach (var part in ofKeys.Chunk(MostAtOnce))
                        {
                            var moments = part.ToDictionary();
                            var ids = moments.Keys.ToList();
                            var used = context.ApiKeys.Where(key => ids.Contains(key.Id));
                            foreach (var key in await used.ToListAsync(token))
                                key.RecordUse(moments[key.Id]);
                        }
                        foreach (var part in ofSessions.Chunk(MostAtOnce))
                        {
                            var moments = part.ToDictionary();
                            var tokens = moments.Keys.ToList();
                            var used = context.Sessions.Where(session => tokens.Contains(session.TokenHash));
                            foreach (var session in await used.ToListAsync(token))
                                session.RecordUse(moments[session.TokenHash]);
                        }
                        return Result.Success;
                    },
                    cancellationToken
                );
            // No tracked change tells the pictures of them.
            commits.Publish(over.ConvertAll(id => id.ToString()), eventsWait: false);
            keyUses.Forget(ofKeys);
            sessionUses.Forget(ofSessions);
        }
        catch (Exception e)
        {
            // When something was last used is worth less than the service: it is tried again with the next ones.
            if (!cancellationToken.IsCancellationRequested)
                logger.LogWarning(e, "When keys and sessions were last used could not be written down; trying again");
        }
    }
}
