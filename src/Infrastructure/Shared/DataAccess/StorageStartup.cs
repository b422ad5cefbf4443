using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Shared.Application;
using Shared.Application.Events;
using Shared.Infrastructure.Integration;

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
        var waiting = new List<IModuleStorage>();
        foreach (var module in modules)
        {
            if (await module.NeedsPreparationAsync(cancellationToken))
                waiting.Add(module);
        }
        if (waiting.Count > 0)
        {
            await using var held = await engine.LockAsync(cancellationToken);
            foreach (var module in waiting)
                await module.PrepareAsync(cancellationToken);
        }
        foreach (var module in modules)
            await module.WarmUpAsync(cancellationToken);
        readiness.MarkReady();
        logger.LogDebug("The storage of {Modules} is ready", string.Join(", ", modules.Select(m => m.Module)));
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>The storage of one module, as the start sees it.</summary>
internal interface IModuleStorage
{
    /// <summary>The module's name.</summary>
    string Module { get; }

    /// <summary>Looks at the database without changing it, and says whether it must be prepared.</summary>
    /// <exception cref="StartupFailureException">It cannot be used.</exception>
    Task<bool> NeedsPreparationAsync(CancellationToken cancellationToken);

    /// <summary>Brings the tables up to date and loads the data set, if that has not been done yet.</summary>
    Task PrepareAsync(CancellationToken cancellationToken);

    /// <summary>Fills the snapshots.</summary>
    Task WarmUpAsync(CancellationToken cancellationToken);
}

internal sealed class ModuleStorage<TContext>(
    string module,
    IServiceScopeFactory scopes,
    IStorageEngine engine,
    IEnumerable<IDataSet<TContext>> dataSets,
    IEnumerable<ISnapshot<TContext>> snapshots,
    TimeProvider clock,
    ILogger<ModuleStorage<TContext>> logger
) : IModuleStorage
    where TContext : ModuleDbContext
{
    public string Module => module;

    public async Task<bool> NeedsPreparationAsync(CancellationToken cancellationToken)
    {
        var applied = await engine.InspectAsync(module, cancellationToken);
        await using var scope = scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<TContext>();
        var known = context.Database.GetMigrations().ToList();
        if (applied.Except(known).ToList() is { Count: > 0 } unknown)
            throw new StartupFailureException(
                $"The database of {module} ({engine.Location}) is of a newer version of this program: it has the migration {unknown[^1]}, which this version does not know. Start that version, or restore a backup of this one's."
            );
        return known.Except(applied).Any() || await HasNewDataSetAsync(context, cancellationToken);
    }

    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<TContext>();
        await engine.BeforeMigrationAsync(context, cancellationToken);
        await context.Database.MigrateAsync(cancellationToken);
        foreach (var dataSet in dataSets)
            await LoadAsync(scope.ServiceProvider, context, dataSet, cancellationToken);
    }

    public async Task WarmUpAsync(CancellationToken cancellationToken)
    {
        foreach (var snapshot in snapshots)
            await snapshot.LoadAsync(cancellationToken);
    }

    private async Task<bool> HasNewDataSetAsync(TContext context, CancellationToken cancellationToken)
    {
        foreach (var dataSet in dataSets)
        {
            if (!await context.DataSetVersions.AnyAsync(v => v.Version == dataSet.Version, cancellationToken))
                return true;
        }
        return false;
    }

    /// <summary>One transaction, so that a start that is killed in it has loaded nothing and the next one loads all.</summary>
    private async Task LoadAsync(
        IServiceProvider services,
        TContext context,
        IDataSet<TContext> dataSet,
        CancellationToken cancellationToken
    )
    {
        if (await context.DataSetVersions.AnyAsync(cancellationToken))
            return;
        var now = clock.GetUtcNow();
        var loaded = dataSet.AddTo(context, now);
        context.DataSetVersions.Add(new DataSetVersion(dataSet.Version, now));
        if (services.GetRequiredKeyedService<IIntegrationEventMap>(module).Map(loaded) is { } integrationEvent)
            context.Outbox.Add(OutboxMessage.Of(integrationEvent, loaded.AggregateId, now));
        var rows = await context.SaveChangesAsync(cancellationToken);
        logger.LogInformation(
            "Loaded version {Version} of the data set of {Module}, {Rows} rows",
            dataSet.Version,
            module,
            rows
        );
    }
}
