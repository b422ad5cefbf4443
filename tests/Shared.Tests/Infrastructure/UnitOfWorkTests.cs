using ErrorOr;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Shared.Application;
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
        var result = await module.ExecuteAsync<Success>(async context =>
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
                await module.ExecuteAsync<Success>(async context =>
                {
                    context.Boxes.Add(Box.Add("tea"));
                    await context.SaveChangesAsync();
                    throw new FormatException("a bug");
                }),
            Throws.TypeOf<FormatException>()
        );

        await AssertEmptyAsync();
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
