using Access.Domain;
using ErrorOr;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Shared.Application;

namespace Access.Infrastructure.DataAccess;

/// <summary>
/// Writes down now and then, and when the service stops, when keys and sessions were last used: all of it in one
/// transaction. With it go the sessions that are over.
/// </summary>
internal sealed class UseWriter(
    Uses<ApiKeyId> keyUses,
    Uses<SessionId> sessionUses,
    UseOptions options,
    IServiceScopeFactory scopes,
    TimeProvider clock,
    ILogger<UseWriter> logger
) : BackgroundService
{
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
        if (ofKeys.Count + ofSessions.Count == 0)
            return;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var keys = scope.ServiceProvider.GetRequiredService<IApiKeyRepository>();
            var sessions = scope.ServiceProvider.GetRequiredService<ISessionRepository>();
            var context = scope.ServiceProvider.GetRequiredService<AccessDbContext>();
            await scope
                .ServiceProvider.GetRequiredService<IUnitOfWorkProvider>()
                .Of(ModuleName.Of<UseWriter>())
                .ExecuteAsync<Success>(
                    async token =>
                    {
                        foreach (var (id, moment) in ofKeys)
                            (await keys.FindAsync(id, token))?.RecordUse(moment);
                        foreach (var (id, moment) in ofSessions)
                            (await sessions.FindAsync(id, token))?.RecordUse(moment);
                        var now = clock.GetUtcNow();
                        // Nobody ended them: there is nothing for the history to tell.
                        await context.Sessions.Where(session => session.EndsAt < now).ExecuteDeleteAsync(token);
                        return Result.Success;
                    },
                    cancellationToken
                );
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
