using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Shared.Application;
using Shared.Application.Events;
using Shared.Domain;
using Shared.Infrastructure.DataAccess.History;
using Shared.Infrastructure.Integration;

namespace Shared.Infrastructure.DataAccess;

/// <summary>The storage of one module, as the start sees it.</summary>
internal interface IModuleStorage
{
    /// <summary>The module's name.</summary>
    string Module { get; }

    /// <summary>Loads the model of the module's context, which takes a while the first time. No database is touched.</summary>
    Task LoadModelAsync();

    /// <summary>Looks at the database without changing it, and says whether it must be prepared.</summary>
    /// <exception cref="StartupFailureException">It cannot be used.</exception>
    Task<bool> NeedsPreparationAsync(CancellationToken cancellationToken);

    /// <summary>Brings the tables up to date and merges the data set, if that has not been done yet.</summary>
    /// <returns>What the merge changed.</returns>
    Task<IReadOnlyList<DataSetChanges>> PrepareAsync(CancellationToken cancellationToken);

    /// <summary>The data sets of the module, as they are in its database and as this program brings them.</summary>
    Task<IReadOnlyList<DataSetStatus>> LookAsync(CancellationToken cancellationToken);

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
    private const int MaxRuns = 3;

    public string Module => module;

    public async Task LoadModelAsync()
    {
        await using var scope = scopes.CreateAsyncScope();
        _ = scope.ServiceProvider.GetRequiredService<TContext>().Model;
    }

    public async Task<bool> NeedsPreparationAsync(CancellationToken cancellationToken)
    {
        var state = await engine.InspectAsync(module, cancellationToken);
        await using var scope = scopes.CreateAsyncScope();
        var known = scope.ServiceProvider.GetRequiredService<TContext>().Database.GetMigrations().ToList();
        if (state.Migrations.Except(known).ToList() is { Count: > 0 } unknown)
            throw new StartupFailureException(
                $"The database of {module} ({engine.Location}) is of a newer version of this program: it has the migration {unknown[^1]}, which this version does not know. Start that version, or restore a backup of this one's."
            );
        return known.Except(state.Migrations).Any()
            || dataSets.Any(set => DataSetVersions.IsNewerThan(set.Version, state.DataSetVersions));
    }

    public async Task<IReadOnlyList<DataSetChanges>> PrepareAsync(CancellationToken cancellationToken)
    {
        try
        {
            var merged = new List<DataSetChanges>();
            logger.LogInformation("Preparing the database of {Module} ({Location})", module, engine.Location);
            await using var held = await engine.LockAsync(module, cancellationToken);
            await using var scope = scopes.CreateAsyncScope();
            var context = scope.ServiceProvider.GetRequiredService<TContext>();
            await engine.BeforeMigrationAsync(context, cancellationToken);
            await context.Database.MigrateAsync(cancellationToken);
            foreach (var dataSet in dataSets)
            {
                if (await MergeAsync(dataSet, cancellationToken) is { } changes)
                    merged.Add(changes);
            }
            return merged;
        }
        catch (Exception e) when (e is DbException || e.InnerException is DbException)
        {
            throw Failure("prepared", e);
        }
    }

    public async Task<IReadOnlyList<DataSetStatus>> LookAsync(CancellationToken cancellationToken)
    {
        var state = await engine.InspectAsync(module, cancellationToken);
        await using var scope = scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<TContext>();
        var isUpToDate = !context.Database.GetMigrations().Except(state.Migrations).Any();
        var found = new List<DataSetStatus>();
        foreach (var dataSet in dataSets)
            found.Add(
                new DataSetStatus(
                    module,
                    state.DataSetVersions.MaxBy(Version.Parse),
                    dataSet.Version,
                    isUpToDate ? await dataSet.CountAsync(context, cancellationToken) : null
                )
            );
        return found;
    }

    public async Task WarmUpAsync(CancellationToken cancellationToken)
    {
        try
        {
            // Before the snapshots are filled: what another process changes in between must not be missed.
            await changes.LookAsync(cancellationToken);
            foreach (var snapshot in snapshots)
                await snapshot.LoadAsync(cancellationToken);
        }
        catch (Exception e) when (e is DbException || e.InnerException is DbException)
        {
            throw Failure("read", e);
        }
    }

    private StartupFailureException Failure(string whatCannotBeDone, Exception e) =>
        new(
            $"The database of {module} ({engine.Location}) cannot be {whatCannotBeDone}: {(e as DbException ?? e.InnerException!).Message}",
            e
        );

    private async Task<DataSetChanges?> MergeAsync(IDataSet<TContext> dataSet, CancellationToken cancellationToken)
    {
        for (var run = 1; ; run++)
        {
            try
            {
                return await MergeOnceAsync(dataSet, cancellationToken);
            }
            // Another copy of the service may be at work while this one starts.
            catch (Exception e) when (engine.IsLostRace(e) && run < MaxRuns)
            {
                logger.LogDebug(e, "Another writer was first; run {Run} of the merge is repeated", run);
            }
        }
    }

    /// <summary>One transaction, so that a start that is killed in it has merged nothing and the next one merges all.</summary>
    private async Task<DataSetChanges?> MergeOnceAsync(IDataSet<TContext> dataSet, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var context = services.GetRequiredService<TContext>();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var loaded = await context.DataSetVersions.Select(v => v.Version).ToListAsync(cancellationToken);
        if (!DataSetVersions.IsNewerThan(dataSet.Version, loaded))
            return null;
        services.GetRequiredService<Caller>().IsTrusted($"data set {dataSet.Version}", "data set");
        var now = clock.GetUtcNow();
        var merge = await dataSet.MergeIntoAsync(context, now, cancellationToken);
        var roots = context.ChangeTracker.Entries<AggregateRoot>().ToList();
        await engine.OrderCommitsAsync(context, cancellationToken);
        services.GetRequiredService<HistoryRecorder>().Record(context, roots);
        var changes = new DataSetChanges(
            module,
            dataSet.Version,
            roots.Count(entry => entry.State == EntityState.Added),
            roots.Count(entry => entry.State == EntityState.Modified),
            roots.Count(entry => entry.State == EntityState.Deleted),
            merge.Clashes
        );
        // One event tells of all: whoever listens looks at the whole module again.
        foreach (var entry in roots)
            entry.Entity.TakeDomainEvents();
        context.DataSetVersions.Add(new DataSetVersion(dataSet.Version, now));
        if (services.GetRequiredKeyedService<IIntegrationEventMap>(module).Map(merge.Loaded) is { } integrationEvent)
            context.Outbox.Add(OutboxMessage.Of(integrationEvent, merge.Loaded.AggregateId, now));
        var rows = await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        foreach (var clash in merge.Clashes)
            logger.LogWarning("Data set {Version} of {Module}: {Clash}", dataSet.Version, module, clash);
        logger.LogInformation(
            "Merged version {Version} of the data set of {Module}, {Rows} rows",
            dataSet.Version,
            module,
            rows
        );
        return changes;
    }
}

/// <summary>The data sets of all modules.</summary>
internal sealed class DataSets(IEnumerable<IModuleStorage> modules) : IDataSets
{
    public async Task<IReadOnlyList<DataSetStatus>> LookAsync(CancellationToken cancellationToken)
    {
        var found = new List<DataSetStatus>();
        foreach (var module in modules)
            found.AddRange(await module.LookAsync(cancellationToken));
        return found;
    }

    public async Task<IReadOnlyList<DataSetChanges>> ApplyAsync(CancellationToken cancellationToken)
    {
        var merged = new List<DataSetChanges>();
        foreach (var module in modules)
        {
            if (await module.NeedsPreparationAsync(cancellationToken))
                merged.AddRange(await module.PrepareAsync(cancellationToken));
        }
        return merged;
    }
}
