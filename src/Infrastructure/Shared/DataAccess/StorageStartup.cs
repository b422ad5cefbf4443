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
    private Task models = Task.CompletedTask;

    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        await models.WaitAsync(cancellationToken);
        await PrepareAsync(cancellationToken);
        await TogetherAsync((module, stop) => module.WarmUpAsync(stop), cancellationToken);
        readiness.MarkReady();
        logger.LogDebug("The storage of {Modules} is ready", string.Join(", ", modules.Select(m => m.Module)));
    }

    /// <summary>Begins to load the modules' models, which touches no database, while the caller does something else.</summary>
    public void BeginModels() => models = Task.WhenAll(modules.Select(module => Task.Run(module.LoadModelAsync)));

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

    /// <summary>
    /// Most of this is the processor's work on each module's queries, which no two modules share. The first
    /// that fails stops the others, and is what is told: what they throw then only follows from it.
    /// </summary>
    private async Task TogetherAsync(
        Func<IModuleStorage, CancellationToken, Task> work,
        CancellationToken cancellationToken
    )
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var works = modules.Select(module => Task.Run(() => work(module, stop.Token), stop.Token)).ToList();
        Task? failed = null;
        await foreach (var done in Task.WhenEach(works))
        {
            if (done.IsCompletedSuccessfully || failed is not null)
                continue;
            failed = done;
            await stop.CancelAsync();
        }
        if (failed is not null)
            await failed;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
