using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Shared.Application;

namespace Shared.Infrastructure.DataAccess;

/// <summary>
/// Prepares the storage of all modules once the server has its port: looks first, and only when nothing speaks against
/// it migrates, loads the data set and fills the snapshots. Until then requests wait.
/// </summary>
internal sealed class StorageStartup(
    IEnumerable<IModuleStorage> modules,
    IStorageEngine engine,
    Readiness readiness,
    ILogger<StorageStartup> logger
) : IHostedLifecycleService
{
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        await PrepareAsync(cancellationToken);
        foreach (var module in modules)
            await module.WarmUpAsync(cancellationToken);
        readiness.MarkReady();
        logger.LogDebug("The storage of {Modules} is ready", string.Join(", ", modules.Select(m => m.Module)));
    }

    /// <summary>Brings the databases up to date. Without the snapshots: a command of the command line fills those that it reads.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        var waiting = new List<IModuleStorage>();
        foreach (var module in modules)
        {
            if (await module.NeedsPreparationAsync(cancellationToken))
                waiting.Add(module);
        }
        foreach (var module in waiting)
            await module.PrepareAsync(cancellationToken);
    }

    /// <summary>Makes sure that something is there to be brought up to date.</summary>
    /// <exception cref="StartupFailureException">There is nothing.</exception>
    public async Task RequireAsync(CancellationToken cancellationToken)
    {
        foreach (var module in modules)
        {
            if ((await engine.InspectAsync(module.Module, cancellationToken)).Migrations.Count > 0)
                return;
        }
        throw new StartupFailureException(
            $"There is no storage in {engine.Location}. Start the service once, or name its storage with --Storage:Directory=FOLDER."
        );
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
