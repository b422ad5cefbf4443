using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Shared.Application.Events;
using Shared.Infrastructure.Integration;

namespace Shared.Infrastructure.DataAccess;

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
    ChangeWatch<TContext> changes,
    TimeProvider clock,
    ILogger<ModuleStorage<TContext>> logger
) : IModuleStorage
    where TContext : ModuleDbContext
{
    public string Module => module;

    public async Task<bool> NeedsPreparationAsync(CancellationToken cancellationToken)
    {
        var state = await engine.InspectAsync(module, cancellationToken);
        await using var scope = scopes.CreateAsyncScope();
        var known = scope.ServiceProvider.GetRequiredService<TContext>().Database.GetMigrations().ToList();
        if (state.Migrations.Except(known).ToList() is { Count: > 0 } unknown)
            throw new StartupFailureException(
                $"The database of {module} ({engine.Location}) is of a newer version of this program: it has the migration {unknown[^1]}, which this version does not know. Start that version, or restore a backup of this one's."
            );
        if (state.DataSetVersions.Count > 0 && dataSets.Any(set => !state.DataSetVersions.Contains(set.Version)))
            logger.LogWarning(
                "The data set of {Module} stays at version {Version}: this version of the program only loads a data set into an empty database",
                module,
                state.DataSetVersions[^1]
            );
        return known.Except(state.Migrations).Any() || (state.DataSetVersions.Count == 0 && dataSets.Any());
    }

    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var held = await engine.LockAsync(module, cancellationToken);
            await using var scope = scopes.CreateAsyncScope();
            var context = scope.ServiceProvider.GetRequiredService<TContext>();
            await engine.BeforeMigrationAsync(context, cancellationToken);
            await context.Database.MigrateAsync(cancellationToken);
            foreach (var dataSet in dataSets)
                await LoadAsync(scope.ServiceProvider, context, dataSet, cancellationToken);
        }
        catch (Exception e) when (e is DbException || e.InnerException is DbException)
        {
            throw new StartupFailureException(
                $"The database of {module} ({engine.Location}) cannot be prepared: {(e as DbException ?? e.InnerException!).Message}",
                e
            );
        }
    }

    public async Task WarmUpAsync(CancellationToken cancellationToken)
    {
        // Before the snapshots are filled: what another process changes in between must not be missed.
        await changes.LookAsync(cancellationToken);
        foreach (var snapshot in snapshots)
            await snapshot.LoadAsync(cancellationToken);
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
