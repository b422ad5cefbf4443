using Access.Domain;
using ErrorOr;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Shared.Application;

namespace Access.Infrastructure.DataAccess;

/// <summary>Writes down now and then, and when the service stops, when the keys were last used: all of them in one transaction.</summary>
internal sealed class KeyUseWriter(
    KeyUses uses,
    KeyUseOptions options,
    IServiceScopeFactory scopes,
    TimeProvider clock,
    ILogger<KeyUseWriter> logger
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
        var taken = uses.Take();
        if (taken.Count == 0)
            return;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var keys = scope.ServiceProvider.GetRequiredService<IApiKeyRepository>();
            await scope
                .ServiceProvider.GetRequiredService<IUnitOfWorkProvider>()
                .Of(ModuleName.Of<KeyUseWriter>())
                .ExecuteAsync<Success>(
                    async token =>
                    {
                        foreach (var (id, moment) in taken)
                            (await keys.FindAsync(id, token))?.RecordUse(moment);
                        return Result.Success;
                    },
                    cancellationToken
                );
        }
        catch (Exception e)
        {
            // When a key was last used is worth less than the service: it is tried again with the next ones.
            uses.PutBack(taken);
            if (!cancellationToken.IsCancellationRequested)
                logger.LogWarning(e, "When the keys were last used could not be written down; trying again");
        }
    }
}
