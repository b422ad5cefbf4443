using System.Collections.Concurrent;
using ErrorOr;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Shared.Application;
using Shared.Application.Events;
using Shared.Infrastructure;
using Shared.Infrastructure.DataAccess;
using Shared.Infrastructure.Integration;
using Shared.Tests.Testing;

namespace Shared.Tests.Infrastructure.Testing;

/// <summary>What goes wrong in a test, and what was tried.</summary>
internal sealed class Faults
{
    /// <summary>What the handler throws for an event, if anything.</summary>
    public Func<BoxWasLabelled, Exception?> OfHandler { get; set; } = _ => null;

    /// <summary>Every call of the handler, in order.</summary>
    public ConcurrentQueue<(string Label, DateTimeOffset At)> Tries { get; } = new();

    /// <summary>What a load of the snapshot throws, if anything.</summary>
    public Exception? OfLoad { get; set; }

    /// <summary>Every load of the snapshot: how many rows it asked for, or nothing for all.</summary>
    public ConcurrentQueue<int?> Loads { get; } = new();
}

/// <summary>What the snapshots are told, in order: the ids of aggregates, or nothing for all.</summary>
internal sealed class Published : ISnapshot<BoxesDbContext>
{
    private readonly ConcurrentQueue<IReadOnlyCollection<string>?> all = new();

    /// <summary>Gives what was told since this was asked before.</summary>
    public IReadOnlyList<IReadOnlyCollection<string>?> Take()
    {
        var taken = all.ToArray();
        all.Clear();
        return taken;
    }

    public void Apply(IReadOnlyCollection<string> aggregateIds) => all.Enqueue(aggregateIds);

    public void ApplyAll() => all.Enqueue(null);

    public Task LoadAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>Waits for the event, as another module would.</summary>
internal sealed class RecordSighting(BoxesDbContext context, Faults faults, TimeProvider clock)
    : IIntegrationEventHandler<BoxWasLabelled>
{
    public Task HandleAsync(BoxWasLabelled integrationEvent, CancellationToken cancellationToken)
    {
        faults.Tries.Enqueue((integrationEvent.Label, clock.GetUtcNow()));
        // The row is added before the fault, so that a fault must undo it.
        context.Sightings.Add(new Sighting(Guid.NewGuid(), integrationEvent.Id, integrationEvent.Label));
        return faults.OfHandler(integrationEvent) is { } fault ? Task.FromException(fault) : Task.CompletedTask;
    }
}

/// <summary>The module with everything that the host would give it, on a SQLite file of its own; time stands still.</summary>
internal sealed class BoxModule : IAsyncDisposable
{
    // The first part of this assembly's name.
    private const string Name = "Shared";
    private readonly string folder;
    private readonly bool isGuest;
    private readonly ServiceProvider services;
    private IHostedService? relay;

    /// <summary>Makes the module.</summary>
    /// <param name="settings">Settings beside the usual ones.</param>
    /// <param name="host">Whose database to share, as another process does; none for one of its own.</param>
    /// <param name="isAwaited">Whether somebody waits for the module's events.</param>
    public BoxModule(Dictionary<string, string?>? settings = null, BoxModule? host = null, bool isAwaited = true)
    {
        isGuest = host is not null;
        folder = host?.folder ?? Directory.CreateTempSubdirectory("boxes-").FullName;
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Storage:Directory"] = folder })
            .AddInMemoryCollection(settings)
            .Build();
        var collection = new ServiceCollection().AddLogging(logging => logging.AddProvider(Log));
        collection.AddSingleton<TimeProvider>(Clock);
        collection.AddScoped<Caller>().AddScoped<ICaller>(provider => provider.GetRequiredService<Caller>());
        collection.AddSharedInfrastructure(configuration);
        collection.AddModuleStorage<BoxesDbContext, BoxesDbContext, BoxesDbContext>(configuration);
        collection.AddSingleton<ISnapshot<BoxesDbContext>>(Published);
        collection.AddSnapshot<IBoxes, BoxSnapshot, BoxesDbContext>();
        collection.AddKeyedSingleton<IIntegrationEventMap, BoxesEventMap>(Name);
        if (isAwaited)
            collection.AddSingleton(new EventSubscription(Name, typeof(RecordSighting), typeof(BoxWasLabelled)));
        collection.AddSingleton(Faults);
        services = collection.BuildServiceProvider(validateScopes: true);
        services.GetRequiredService<Readiness>().MarkReady();
        QueryAsync(context => context.Database.EnsureCreatedAsync()).GetAwaiter().GetResult();
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));

    public Faults Faults { get; } = new();

    public Published Published { get; } = new();

    public LogRecorder Log { get; } = new();

    public IBoxes Boxes => services.GetRequiredService<IBoxes>();

    public ISnapshot<BoxesDbContext> Snapshot => services.GetRequiredService<ISnapshot<BoxesDbContext>>();

    /// <summary>Looks what another process changed.</summary>
    public Task LookAsync() =>
        services.GetRequiredService<ChangeWatch<BoxesDbContext>>().LookAsync(CancellationToken.None);

    /// <summary>Opens a scope, as a request does.</summary>
    public AsyncServiceScope OpenScope() => services.CreateAsyncScope();

    /// <summary>Runs work in a unit of work in a scope of its own.</summary>
    public async Task<ErrorOr<T>> ExecuteAsync<T>(
        Func<BoxesDbContext, Task<ErrorOr<T>>> work,
        CancellationToken cancellationToken = default
    )
    {
        await using var scope = OpenScope();
        return await ExecuteAsync(scope, work, cancellationToken);
    }

    /// <summary>Runs work in a unit of work in a given scope.</summary>
    public static Task<ErrorOr<T>> ExecuteAsync<T>(
        AsyncServiceScope scope,
        Func<BoxesDbContext, Task<ErrorOr<T>>> work,
        CancellationToken cancellationToken = default
    )
    {
        var context = scope.ServiceProvider.GetRequiredService<BoxesDbContext>();
        var unitOfWork = scope.ServiceProvider.GetRequiredService<IUnitOfWorkProvider>().Of(Name);
        return unitOfWork.ExecuteAsync(_ => work(context), cancellationToken);
    }

    /// <summary>Runs work in a unit of work in a scope of its own, from its first step on in the unit's turn to write.</summary>
    public async Task<ErrorOr<T>> ExecuteInTurnAsync<T>(
        Func<BoxesDbContext, Task<ErrorOr<T>>> work,
        CancellationToken cancellationToken = default
    )
    {
        await using var scope = OpenScope();
        var turn = scope.ServiceProvider.GetRequiredService<ITurn<BoxesDbContext>>();
        return await ExecuteAsync(
            scope,
            async context =>
            {
                await turn.TakeAsync(cancellationToken);
                return await work(context);
            },
            cancellationToken
        );
    }

    /// <summary>Adds a box with one commit.</summary>
    public async Task<Guid> AddAsync(string label, Guid? id = null)
    {
        var box = Box.Add(label, id);
        await ExecuteAsync(context =>
        {
            context.Boxes.Add(box);
            return Task.FromResult<ErrorOr<Success>>(Result.Success);
        });
        return box.Id;
    }

    /// <summary>Gives a box another label with one commit.</summary>
    public Task RelabelAsync(Guid id, string label) =>
        ExecuteAsync<Success>(async context =>
        {
            (await context.Boxes.SingleAsync(box => box.Id == id)).Relabel(label);
            return Result.Success;
        });

    /// <summary>Looks into the database, or changes it behind the module's back.</summary>
    public async Task<T> QueryAsync<T>(Func<BoxesDbContext, Task<T>> query)
    {
        await using var scope = OpenScope();
        return await query(scope.ServiceProvider.GetRequiredService<BoxesDbContext>());
    }

    public Task SqlAsync(string sql) => QueryAsync(context => context.Database.ExecuteSqlRawAsync(sql));

    public Task<List<OutboxMessage>> OutboxAsync() =>
        QueryAsync(context => context.Outbox.AsNoTracking().OrderBy(m => m.Sequence).ToListAsync());

    public Task<List<string>> LabelsAsync() =>
        QueryAsync(context => context.Boxes.Select(box => box.Label).Order().ToListAsync());

    /// <summary>The labels that took effect at the subscriber.</summary>
    public Task<List<string>> SightingsAsync() =>
        QueryAsync(context => context.Sightings.Select(s => s.Label).Order().ToListAsync());

    public Task StartRelayAsync()
    {
        relay = services.GetServices<IHostedService>().Single(service => service is OutboxRelay<BoxesDbContext>);
        return relay.StartAsync(CancellationToken.None);
    }

    /// <summary>Lets time pass until something holds, 30 real seconds at most.</summary>
    public async Task UntilAsync(Func<Task<bool>> holds, TimeSpan? step = null)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await holds())
        {
            if (limit.IsCancellationRequested)
                Assert.Fail("It did not come about within 30 seconds.");
            Clock.Advance(step ?? TimeSpan.FromMilliseconds(100));
            await Task.Delay(2, CancellationToken.None);
        }
    }

    /// <summary>Lets time pass until no message waits any longer.</summary>
    public Task UntilNothingWaitsAsync(TimeSpan? step = null) =>
        UntilAsync(async () => (await OutboxAsync()).All(m => m.SentAt is not null || m.ParkedAt is not null), step);

    public async ValueTask DisposeAsync()
    {
        if (relay is not null)
            await relay.StopAsync(CancellationToken.None);
        await services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        if (!isGuest && Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }
}
