using System.Diagnostics;
using System.Runtime.CompilerServices;
using ErrorOr;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shared.Application;
using Shared.Tests.Infrastructure.Testing;

namespace Shared.Tests.Infrastructure;

/// <summary>Works that wait together are committed together, and what goes wrong with one harms no other.</summary>
[TestFixture]
internal sealed class GroupWriterTests
{
    private static readonly Error Refused = Error.Validation("box.refused", "No.");
    private static readonly string[] Others = ["first", "last"];
    private BoxModule module = null!;

    [SetUp]
    public void Start() => module = new BoxModule(new() { ["Storage:LongestCommit"] = "00:01:00" });

    [TearDown]
    public async Task Stop() => await module.DisposeAsync();

    [Test]
    public async Task Works_that_wait_together_are_in_one_transaction_and_nobody_is_answered_before_its_commit()
    {
        var group = await HeldGroup.OpenAsync(module);
        var first = module.AddAsync("first");
        var seen = module.ExecuteInTurnAsync<List<string>>(async context =>
        {
            var inside = await context.Boxes.Select(box => box.Label).ToListAsync();
            if (first.IsCompleted)
                return Refused;
            return inside.Concat(await module.LabelsAsync()).ToList();
        });
        await group.CommitAsync();

        await first;
        Assert.That((await seen).Value, Is.EqualTo(["first"]), "seen inside once, and outside not yet");
        Assert.That(await module.OutboxAsync(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Nothing_is_kept_of_a_work_that_answers_an_error_and_the_others_are_kept()
    {
        var refused = await AmongOthersAsync<Success>(async context =>
        {
            context.Boxes.Add(Box.Add("refused"));
            await context.SaveChangesAsync();
            return Refused;
        });

        Assert.That((await refused).FirstError, Is.EqualTo(Refused));
        await AssertKeptAsync(Others);
    }

    [Test]
    public async Task Nothing_is_kept_of_a_work_that_throws_and_the_others_are_kept()
    {
        var thrown = await AmongOthersAsync<Success>(async context =>
        {
            context.Boxes.Add(Box.Add("thrown"));
            await context.SaveChangesAsync();
            throw new FormatException("a bug");
        });

        Assert.That(async () => await thrown, Throws.TypeOf<FormatException>());
        await AssertKeptAsync(Others);
    }

    [Test]
    public async Task A_work_that_leaves_something_open_harms_no_other_and_takes_no_connection_along(
        [Values(0, 3)] int opened
    )
    {
        await module.AddAsync("one");
        await module.AddAsync("two");
        var careless = await AmongOthersAsync<Success>(async context =>
        {
            await context.Boxes.AsAsyncEnumerable().GetAsyncEnumerator().MoveNextAsync();
            for (var i = 0; i < opened; i++)
                await context.Database.OpenConnectionAsync();
            return Result.Success;
        });
        Assert.That((await careless).IsError, Is.False);
        var scopes = Enumerable.Range(0, 10).Select(_ => module.OpenScope()).ToList();
        var connections = scopes.Select(scope =>
            scope.ServiceProvider.GetRequiredService<BoxesDbContext>().Database.GetDbConnection()
        );
        Assert.That(connections, Is.Unique);
        foreach (var scope in scopes)
            await scope.DisposeAsync();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => module.AddAsync($"box {i}")));
    }

    [Test]
    public async Task A_caller_that_goes_away_while_it_waits_is_answered_at_once_and_never_has_its_turn()
    {
        var group = await HeldGroup.OpenAsync(module);
        using var gone = new CancellationTokenSource();
        var ran = false;
        var waiting = module.ExecuteInTurnAsync<Success>(
            _ =>
            {
                ran = true;
                return Task.FromResult<ErrorOr<Success>>(Result.Success);
            },
            gone.Token
        );
        var other = module.AddAsync("other");
        await gone.CancelAsync();

        Assert.That(async () => await waiting, Throws.InstanceOf<OperationCanceledException>());
        await group.CommitAsync();
        await other;
        Assert.That(ran, Is.False);
        await AssertKeptAsync("other");
    }

    [Test]
    public async Task Nothing_is_kept_of_a_work_whose_caller_goes_away_while_it_runs_and_the_others_are_kept()
    {
        using var gone = new CancellationTokenSource();
        var cancelled = await AmongOthersAsync<Success>(
            async context =>
            {
                context.Boxes.Add(Box.Add("cancelled"));
                await context.SaveChangesAsync();
                await gone.CancelAsync();
                return Result.Success;
            },
            gone.Token
        );

        Assert.That(async () => await cancelled, Throws.InstanceOf<OperationCanceledException>());
        await AssertKeptAsync(Others);
    }

    [Test]
    public async Task A_work_that_is_saved_is_kept_when_its_caller_goes_away_before_the_commit()
    {
        var group = await HeldGroup.OpenAsync(module);
        using var gone = new CancellationTokenSource();
        var saved = module.ExecuteInTurnAsync<Success>(
            context =>
            {
                context.Boxes.Add(Box.Add("saved"));
                return Task.FromResult<ErrorOr<Success>>(Result.Success);
            },
            gone.Token
        );
        var last = module.ExecuteInTurnAsync<Success>(async _ =>
        {
            await gone.CancelAsync();
            return Result.Success;
        });
        await group.CommitAsync();
        await last;

        Assert.That((await saved).IsError, Is.False);
        await AssertKeptAsync("saved");
    }

    [Test]
    public async Task Of_two_works_that_take_the_same_value_one_wins_and_the_other_answers_the_error()
    {
        var group = await HeldGroup.OpenAsync(module);
        var works = Enumerable.Range(0, 2).Select(_ => module.ExecuteInTurnAsync(TakeTeaAsync)).ToList();
        await group.CommitAsync();
        var results = await Task.WhenAll(works);

        Assert.That(results.Select(result => result.IsError), Is.EqualTo([false, true]));
        await AssertKeptAsync("tea");

        static async Task<ErrorOr<Success>> TakeTeaAsync(BoxesDbContext context)
        {
            if (await context.Boxes.AnyAsync(box => box.Label == "tea"))
                return Refused;
            context.Boxes.Add(Box.Add("tea"));
            return Result.Success;
        }
    }

    [Test]
    public async Task A_work_that_loses_a_race_runs_again_after_the_commit_and_the_others_are_kept()
    {
        await module.AddAsync("tea");
        var runs = 0;
        var late = await AmongOthersAsync<Success>(context =>
        {
            context.Boxes.Add(Box.Add(++runs == 1 ? "tea" : "tea (2)"));
            return Task.FromResult<ErrorOr<Success>>(Result.Success);
        });

        Assert.That((await late).IsError, Is.False);
        Assert.That(runs, Is.EqualTo(2));
        await AssertKeptAsync([.. Others, "tea", "tea (2)"]);
    }

    [Test]
    public async Task When_the_commit_fails_every_work_of_the_group_fails_and_the_next_group_does_not()
    {
        await module.SqlAsync(
            "CREATE TABLE orphans (id INTEGER, parent TEXT REFERENCES boxes (id) DEFERRABLE INITIALLY DEFERRED)"
        );
        await module.Boxes.ReadAsync(CancellationToken.None);
        var group = await HeldGroup.OpenAsync(module);
        var works = new List<Task<ErrorOr<Success>>>
        {
            AddAsync("one"),
            module.ExecuteInTurnAsync(_ => Task.FromResult<ErrorOr<Success>>(Refused)),
            // What only the commit finds wrong.
            module.ExecuteInTurnAsync<Success>(async context =>
            {
                await context.Database.ExecuteSqlAsync($"INSERT INTO orphans VALUES (1, 'nobody')");
                return Result.Success;
            }),
            AddAsync("two"),
        };

        Assert.That(group.CommitAsync, Throws.TypeOf<StorageUnavailableException>());
        foreach (var work in works)
            Assert.That(async () => await work, Throws.TypeOf<StorageUnavailableException>());
        await AssertKeptAsync();
        Assert.That(module.Faults.Loads, Has.Count.EqualTo(2), "the snapshot was told, since it might have committed");
        await module.AddAsync("three");
        await AssertKeptAsync("three");

        Task<ErrorOr<Success>> AddAsync(string label) =>
            module.ExecuteInTurnAsync<Success>(context =>
            {
                context.Boxes.Add(Box.Add(label));
                return Task.FromResult<ErrorOr<Success>>(Result.Success);
            });
    }

    [Test]
    public async Task A_reader_that_a_work_never_closes_stops_neither_the_works_after_a_failed_commit_nor_the_end()
    {
        await module.SqlAsync(
            "CREATE TABLE orphans (id INTEGER, parent TEXT REFERENCES boxes (id) DEFERRABLE INITIALLY DEFERRED)"
        );
        await module.AddAsync("one");
        await module.AddAsync("two");
        // What nobody holds any more goes, but what it had of SQLite stays: the moment between the two.
        using var finalizers = new HeldFinalizers();

        var failing = LeaveOpenAsync("INSERT INTO orphans VALUES (1, 'nobody')");
        Assert.That(async () => await failing, Throws.TypeOf<StorageUnavailableException>());
        await module.AddAsync("three");
        await LeaveOpenAsync("SELECT 1");
        GC.Collect();

        Assert.That(async () => await module.DisposeAsync(), Throws.Nothing);

        Task<ErrorOr<Success>> LeaveOpenAsync(string sql) =>
            module.ExecuteInTurnAsync<Success>(async context =>
            {
                await context.Database.ExecuteSqlRawAsync(sql);
                await context.Boxes.AsAsyncEnumerable().GetAsyncEnumerator().MoveNextAsync();
                GC.Collect();
                return Result.Success;
            });
    }

    [Test]
    public async Task After_a_failed_commit_whoever_comes_next_finds_a_context_that_can_be_used()
    {
        await module.SqlAsync(
            "CREATE TABLE orphans (id INTEGER, parent TEXT REFERENCES boxes (id) DEFERRABLE INITIALLY DEFERRED)"
        );
        var failing = module.ExecuteInTurnAsync<Success>(async context =>
        {
            await context.Database.ExecuteSqlAsync($"INSERT INTO orphans VALUES (1, 'nobody')");
            return Result.Success;
        });
        Assert.That(async () => await failing, Throws.TypeOf<StorageUnavailableException>());

        // At once, so that they use every context that the pool has, also that of the group.
        var labels = Enumerable.Range(10, 20).Select(i => $"box {i}").ToArray();
        await Task.WhenAll(labels.Select(label => module.AddAsync(label)));

        await AssertKeptAsync(labels);
    }

    [Test]
    public async Task When_one_work_breaks_the_transaction_nothing_of_the_group_is_kept_and_all_are_told()
    {
        await module.SqlAsync(
            "CREATE TRIGGER full BEFORE INSERT ON boxes WHEN new.label = 'full' BEGIN SELECT RAISE(ROLLBACK, 'no room'); END"
        );
        var group = await HeldGroup.OpenAsync(module);
        var works = Others.Append("full").Order().Select(label => module.AddAsync(label)).ToList();

        Assert.That(group.CommitAsync, Throws.TypeOf<StorageUnavailableException>());
        Assert.That(async () => await works[0], Throws.TypeOf<StorageUnavailableException>());
        Assert.That(
            async () => await works[1],
            Throws.TypeOf<DbUpdateException>(),
            "what went wrong, not what came of it"
        );
        // The last one came when the group was over, and has another.
        await works[2];
        await AssertKeptAsync("last");
    }

    [Test]
    public async Task A_work_whose_turn_does_not_come_is_refused_and_never_saved()
    {
        await using var impatient = new BoxModule(new() { ["Storage:WriteTimeout"] = "00:00:00.05" });
        var group = await HeldGroup.OpenAsync(impatient);

        Assert.That(async () => await impatient.AddAsync("late"), Throws.TypeOf<StorageUnavailableException>());
        Assert.That(
            impatient.Log.Entries,
            Has.One.EqualTo("Error A write to Shared waited for 00:00:00.0500000 in vain")
        );
        await group.CommitAsync();
        await impatient.AddAsync("next");
        Assert.That(await impatient.LabelsAsync(), Is.EqualTo(["next"]));
    }

    [Test]
    public async Task A_work_that_takes_long_is_not_said_to_have_waited_in_vain()
    {
        await using var impatient = new BoxModule(new() { ["Storage:WriteTimeout"] = "00:00:01" });

        await impatient.ExecuteInTurnAsync<Success>(async _ =>
        {
            await Task.Delay(1_300);
            return Result.Success;
        });
        Assert.That(impatient.Log.Entries, Has.None.Contains("in vain"));
    }

    [Test]
    public async Task A_group_that_is_over_its_time_takes_no_more()
    {
        await using var hasty = new BoxModule(new() { ["Storage:LongestCommit"] = "00:00:00" });
        var group = await HeldGroup.OpenAsync(hasty);
        var first = hasty.AddAsync("first");
        var seen = hasty.ExecuteInTurnAsync<List<string>>(async _ => await hasty.LabelsAsync());
        await group.CommitAsync();

        await first;
        Assert.That((await seen).Value, Is.EqualTo(["first"]), "it has a commit of its own");
    }

    [Test]
    public async Task A_group_takes_a_bounded_number_of_works()
    {
        var group = await HeldGroup.OpenAsync(module);
        var works = Enumerable.Range(0, 250).Select(i => module.AddAsync($"{i}")).ToList();
        var seen = module.ExecuteInTurnAsync<int>(async _ => (await module.LabelsAsync()).Count);
        await group.CommitAsync();
        await Task.WhenAll(works);

        Assert.That((await seen).Value, Is.EqualTo(199), "two groups of a hundred, one of them with the holder");
    }

    [Test]
    public async Task Each_work_runs_in_the_trace_of_its_caller()
    {
        using var request = new Activity("request").Start();
        var seen = await module.ExecuteInTurnAsync<string>(_ =>
            Task.FromResult<ErrorOr<string>>(Activity.Current?.Id ?? "none")
        );

        Assert.That(seen.Value, Is.EqualTo(request.Id));
    }

    [Test]
    public async Task Two_hundred_writers_at_once_lose_nothing_and_raise_every_version()
    {
        var shared = await module.AddAsync("shared");
        await Task.WhenAll(
            Enumerable
                .Range(0, 200)
                .Select(i =>
                    Task.Run(() => i % 2 == 0 ? module.AddAsync($"{i}") : module.RelabelAsync(shared, $"shared {i}"))
                )
        );

        Assert.That(await module.QueryAsync(c => c.Boxes.CountAsync()), Is.EqualTo(101));
        Assert.That(await module.QueryAsync(c => c.Boxes.MaxAsync(box => box.Version)), Is.EqualTo(101));
        var outbox = await module.OutboxAsync();
        Assert.That(outbox.Select(m => m.Sequence).Distinct().Count(), Is.EqualTo(201));
        Assert.That((await module.Boxes.ReadAsync(CancellationToken.None)).Labels, Has.Count.EqualTo(101));
    }

    /// <summary>Runs a work between two others of the same group, which add a box each.</summary>
    private async Task<Task<ErrorOr<T>>> AmongOthersAsync<T>(
        Func<BoxesDbContext, Task<ErrorOr<T>>> work,
        CancellationToken cancellationToken = default
    )
    {
        var group = await HeldGroup.OpenAsync(module);
        var first = module.AddAsync(Others[0]);
        var middle = module.ExecuteInTurnAsync(work, cancellationToken);
        var last = module.AddAsync(Others[1]);
        await group.CommitAsync();
        await Task.WhenAll(first, last);
        return middle;
    }

    private async Task AssertKeptAsync(params string[] labels)
    {
        Assert.That(await module.LabelsAsync(), Is.EqualTo(labels.Order(StringComparer.Ordinal)));
        Assert.That(await module.OutboxAsync(), Has.Count.EqualTo(labels.Length));
        var read = await module.Boxes.ReadAsync(CancellationToken.None);
        Assert.That(read.Labels.Values, Is.EquivalentTo(labels));
    }

    /// <summary>A group whose first work waits, so that what comes meanwhile waits behind it, in order.</summary>
    private sealed class HeldGroup
    {
        private readonly TaskCompletionSource go = new();
        private Task<ErrorOr<Success>> first = null!;

        public static async Task<HeldGroup> OpenAsync(BoxModule module)
        {
            var group = new HeldGroup();
            // The test must not go on on the thread that runs the works.
            var running = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            group.first = module.ExecuteInTurnAsync<Success>(async _ =>
            {
                running.SetResult();
                await group.go.Task;
                return Result.Success;
            });
            await running.Task;
            return group;
        }

        /// <summary>Lets the group go on, and waits for its commit.</summary>
        public Task<ErrorOr<Success>> CommitAsync()
        {
            go.SetResult();
            return first;
        }
    }

    /// <summary>The one thread that runs finalizers, held.</summary>
    private sealed class HeldFinalizers : IDisposable
    {
        private readonly ManualResetEventSlim go = new();

        public HeldFinalizers()
        {
            using var held = new ManualResetEventSlim();
            MakeGarbage(held, go);
            while (!held.Wait(TimeSpan.FromMilliseconds(1)))
                GC.Collect();
        }

        public void Dispose() => go.Set();

        [MethodImpl(MethodImplOptions.NoInlining)]
        private static void MakeGarbage(ManualResetEventSlim held, ManualResetEventSlim go) => _ = new Plug(held, go);

        private sealed class Plug(ManualResetEventSlim held, ManualResetEventSlim go)
        {
            ~Plug()
            {
                held.Set();
                go.Wait(TimeSpan.FromSeconds(30));
            }
        }
    }
}
