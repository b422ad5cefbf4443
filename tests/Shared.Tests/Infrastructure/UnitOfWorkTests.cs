using ErrorOr;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shared.Application;
using Shared.Infrastructure.DataAccess;
using Shared.Tests.Infrastructure.Testing;

namespace Shared.Tests.Infrastructure;

/// <summary>A unit of work keeps all of a change with its events, or nothing.</summary>
[TestFixture]
internal sealed class UnitOfWorkTests
{
    private static readonly Error Refused = Error.Validation("box.refused", "No.");
    private BoxModule module = null!;

    [SetUp]
    public void Start() => module = new BoxModule();

    [TearDown]
    public async Task Stop() => await module.DisposeAsync();

    [Test]
    public async Task The_change_and_its_event_are_kept_together()
    {
        var id = await module.AddAsync("tea");

        Assert.That(await module.LabelsAsync(), Is.EqualTo(["tea"]));
        var message = (await module.OutboxAsync()).Single();
        Assert.Multiple(() =>
        {
            Assert.That(message.Type, Is.EqualTo(typeof(BoxWasLabelled).FullName));
            Assert.That(message.AggregateId, Is.EqualTo(id.ToString()));
            Assert.That(message.Payload, Is.EqualTo($$"""{"Id":"{{id}}","Label":"tea"}"""));
            Assert.That(message.OccurredAt, Is.EqualTo(module.Clock.GetUtcNow()));
            Assert.That(message.SentAt, Is.Null);
        });
    }

    [Test]
    public async Task Events_are_stored_in_the_order_in_which_they_were_raised()
    {
        await module.ExecuteAsync(context =>
        {
            var box = Box.Add("one");
            box.Relabel("two");
            box.Relabel("three");
            context.Boxes.Add(box);
            return Done();
        });

        var payloads = (await module.OutboxAsync()).Select(m => m.Payload.Split('"')[^2]);
        Assert.That(payloads, Is.EqualTo(["one", "two", "three"]));
    }

    [Test]
    public async Task A_private_event_is_not_stored()
    {
        await module.ExecuteAsync(context =>
        {
            var box = Box.Add("tea");
            box.Weigh();
            context.Boxes.Add(box);
            return Done();
        });

        Assert.That(await module.OutboxAsync(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Nothing_is_kept_when_the_work_answers_an_error()
    {
        var result = await module.ExecuteInTurnAsync<Success>(async context =>
        {
            context.Boxes.Add(Box.Add("tea"));
            // Also what the work has written already must go.
            await context.SaveChangesAsync();
            return Refused;
        });

        Assert.That(result.FirstError, Is.EqualTo(Refused));
        await AssertEmptyAsync();
    }

    [Test]
    public async Task Nothing_is_kept_when_the_work_throws()
    {
        Assert.That(
            async () =>
                await module.ExecuteInTurnAsync<Success>(async context =>
                {
                    context.Boxes.Add(Box.Add("tea"));
                    await context.SaveChangesAsync();
                    throw new FormatException("a bug");
                }),
            Throws.TypeOf<FormatException>()
        );

        await AssertEmptyAsync();
    }

    [Test]
    public async Task What_works_look_at_side_by_side_is_saved_in_turn()
    {
        using var both = new Barrier(2);

        await Task.WhenAll(Task.Run(() => AddAsync("coffee")), Task.Run(() => AddAsync("tea")));

        Assert.That(await module.LabelsAsync(), Is.EqualTo(["coffee", "tea"]));

        Task AddAsync(string label) =>
            module.ExecuteAsync(async context =>
            {
                Assert.That(await context.Boxes.AnyAsync(), Is.False);
                Assert.That(both.SignalAndWait(TimeSpan.FromSeconds(30)), "one has begun while the other is at it");
                context.Boxes.Add(Box.Add(label));
                return await Done();
            });
    }

    [Test]
    public async Task A_work_sees_what_others_did_since_its_scope_looked()
    {
        var id = await module.AddAsync("tea");
        await using var scope = module.OpenScope();
        await scope.ServiceProvider.GetRequiredService<BoxesDbContext>().Boxes.SingleAsync();
        await module.RelabelAsync(id, "coffee");

        var seen = await BoxModule.ExecuteAsync<string>(
            scope,
            async context => (await context.Boxes.SingleAsync()).Label
        );

        Assert.That(seen.Value, Is.EqualTo("coffee"));
    }

    [Test]
    public async Task A_work_that_changes_nothing_waits_for_no_writer()
    {
        var go = new TaskCompletionSource();
        var writing = module.ExecuteInTurnAsync<Success>(async context =>
        {
            context.Boxes.Add(Box.Add("tea"));
            await context.SaveChangesAsync();
            await go.Task;
            return Result.Success;
        });

        var seen = await module.ExecuteAsync<bool>(async context => await context.Boxes.AnyAsync());
        Assert.That(seen.Value, Is.False, "read beside the writer");
        go.SetResult();
        await writing;
        Assert.That(await module.LabelsAsync(), Is.EqualTo(["tea"]));
    }

    [Test]
    public async Task A_work_that_writes_before_its_turn_is_a_bug_and_writes_nothing([Values] bool saves)
    {
        await module.AddAsync("tea");

        Assert.That(
            async () =>
                await module.ExecuteAsync<Success>(async context =>
                {
                    context.Boxes.Add(Box.Add("coffee"));
                    if (saves)
                        await context.SaveChangesAsync();
                    else
                        await context.Boxes.ExecuteDeleteAsync();
                    return Result.Success;
                }),
            Throws.InvalidOperationException.With.Message.Contains("before its turn")
        );
        Assert.That(await module.LabelsAsync(), Is.EqualTo(["tea"]));
    }

    [Test]
    public async Task There_is_no_turn_outside_a_unit_of_work()
    {
        await using var scope = module.OpenScope();
        var turn = scope.ServiceProvider.GetRequiredService<ITurn<BoxesDbContext>>();

        Assert.That(() => turn.TakeAsync(CancellationToken.None), Throws.InvalidOperationException);
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task What_a_refused_work_left_in_the_scope_is_not_kept_by_the_next_one(bool throws)
    {
        await using var scope = module.OpenScope();
        try
        {
            await BoxModule.ExecuteAsync<Success>(
                scope,
                context =>
                {
                    context.Boxes.Add(Box.Add("refused"));
                    if (throws)
                        throw new FormatException();
                    return Task.FromResult<ErrorOr<Success>>(Error.Validation());
                }
            );
        }
        catch (FormatException) { }
        await BoxModule.ExecuteAsync(
            scope,
            context =>
            {
                context.Boxes.Add(Box.Add("taken"));
                return Task.FromResult<ErrorOr<Success>>(Result.Success);
            }
        );

        Assert.That(await module.LabelsAsync(), Is.EqualTo(["taken"]));
    }

    [Test]
    public async Task The_change_is_not_kept_when_its_event_cannot_be()
    {
        await module.SqlAsync(
            "CREATE TRIGGER no_events BEFORE INSERT ON outbox BEGIN SELECT RAISE(ABORT, 'no events today'); END"
        );

        Assert.That(async () => await module.AddAsync("tea"), Throws.InstanceOf<DbUpdateException>());
        await AssertEmptyAsync();
    }

    [Test]
    public async Task Nothing_is_kept_when_the_caller_has_gone()
    {
        using var gone = new CancellationTokenSource();

        Assert.That(
            async () =>
                await module.ExecuteAsync(
                    async context =>
                    {
                        context.Boxes.Add(Box.Add("tea"));
                        await gone.CancelAsync();
                        return await Done();
                    },
                    gone.Token
                ),
            Throws.InstanceOf<OperationCanceledException>()
        );
        await AssertEmptyAsync();
    }

    [Test]
    public async Task A_database_that_cannot_be_written_is_told_apart_from_a_bug([Values(5, 8, 13)] int code)
    {
        Assert.That(
            async () => await module.ExecuteAsync<Success>(_ => throw new SqliteException("no", code)),
            Throws.TypeOf<StorageUnavailableException>().With.InnerException.TypeOf<SqliteException>()
        );

        await module.AddAsync("tea");
        Assert.That(await module.LabelsAsync(), Is.EqualTo(["tea"]), "the next writer gets its turn");
    }

    private static Task<ErrorOr<Success>> Done() => Task.FromResult<ErrorOr<Success>>(Result.Success);

    private async Task AssertEmptyAsync()
    {
        Assert.That(await module.LabelsAsync(), Is.Empty);
        Assert.That(await module.OutboxAsync(), Is.Empty);
        Assert.That((await module.Boxes.ReadAsync(CancellationToken.None)).Labels, Is.Empty);
    }
}
