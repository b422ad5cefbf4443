using Microsoft.Extensions.Logging.Abstractions;
using Shared.Application;
using Shared.Infrastructure.DataAccess;
using Shared.Infrastructure.DataAccess.Sqlite;

namespace Shared.Tests.Infrastructure;

/// <summary>A start that cannot succeed, or is asked to stop, ends at once and says why.</summary>
[TestFixture]
internal sealed class StorageStartupTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private TaskCompletionSource oneWarmsUp = new();
    private Readiness readiness = new();

    [SetUp]
    public void Begin()
    {
        oneWarmsUp = new(TaskCreationOptions.RunContinuationsAsynchronously);
        readiness = new();
    }

    [Test]
    public void The_first_fault_stops_the_other_modules_and_is_what_is_told()
    {
        var start = Startup(new(WarmUp: WaitAsync), new(WarmUp: WaitAndFailAsync), new(WarmUp: FailAsync));

        Assert.That(
            () => start.StartedAsync(CancellationToken.None).WaitAsync(Patience),
            Throws.InstanceOf<FormatException>()
        );
        Assert.That(readiness.IsReady, Is.False);

        async Task FailAsync(CancellationToken stop)
        {
            // While others are at work.
            await oneWarmsUp.Task;
            throw new FormatException("the cause");
        }

        async Task WaitAndFailAsync(CancellationToken stop)
        {
            try
            {
                await WaitAsync(stop);
            }
            catch (OperationCanceledException)
            {
                throw new InvalidOperationException("what follows from it");
            }
        }
    }

    [Test]
    public async Task A_start_that_is_asked_to_stop_stops_its_modules()
    {
        using var stop = new CancellationTokenSource();
        var start = Startup(new Module(WarmUp: WaitAsync)).StartedAsync(stop.Token);
        await oneWarmsUp.Task.WaitAsync(Patience);
        await stop.CancelAsync();

        Assert.That(() => start.WaitAsync(Patience), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(readiness.IsReady, Is.False);
    }

    [Test]
    public async Task A_start_that_is_asked_to_stop_does_not_wait_for_the_models()
    {
        using var stop = new CancellationTokenSource();
        var model = new TaskCompletionSource();
        var startup = Startup(new Module(MakeModel: model.Task));
        startup.BeginModels();
        var start = startup.StartedAsync(stop.Token);
        await stop.CancelAsync();

        Assert.That(() => start.WaitAsync(Patience), Throws.InstanceOf<OperationCanceledException>());
        model.SetResult();
    }

    [Test]
    public async Task It_is_ready_when_the_models_are_made_and_all_modules_are_warm()
    {
        var model = new TaskCompletionSource();
        var warm = new TaskCompletionSource();
        var startup = Startup(new(MakeModel: model.Task, WarmUp: _ => warm.Task), new());
        startup.BeginModels();
        var start = startup.StartedAsync(CancellationToken.None);

        Assert.That((start.IsCompleted, readiness.IsReady), Is.EqualTo((false, false)));
        model.SetResult();
        Assert.That((start.IsCompleted, readiness.IsReady), Is.EqualTo((false, false)));
        warm.SetResult();
        await start.WaitAsync(Patience);
        Assert.That(readiness.IsReady);
    }

    private StorageStartup Startup(params Module[] modules) =>
        new(
            modules,
            new SqliteEngine(new StorageOptions(), TimeProvider.System),
            readiness,
            NullLogger<StorageStartup>.Instance
        );

    private Task WaitAsync(CancellationToken stop)
    {
        oneWarmsUp.TrySetResult();
        return Task.Delay(Timeout.Infinite, stop);
    }

    /// <summary>A module with nothing to prepare.</summary>
    private sealed record Module(Func<CancellationToken, Task>? WarmUp = null, Task? MakeModel = null) : IModuleStorage
    {
        string IModuleStorage.Module => "Test";

        public Task LoadModelAsync() => MakeModel ?? Task.CompletedTask;

        public Task<bool> NeedsPreparationAsync(CancellationToken cancellationToken) => Task.FromResult(false);

        public Task<IReadOnlyList<DataSetChanges>> PrepareAsync(CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<IReadOnlyList<DataSetStatus>> LookAsync(CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task WarmUpAsync(CancellationToken cancellationToken) =>
            WarmUp?.Invoke(cancellationToken) ?? Task.CompletedTask;
    }
}
