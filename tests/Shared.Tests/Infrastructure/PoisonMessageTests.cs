using Shared.Infrastructure.Integration;
using Shared.Tests.Infrastructure.Testing;

namespace Shared.Tests.Infrastructure;

/// <summary>A message that can never be handled is put aside visibly, and holds nobody else up.</summary>
[TestFixture]
internal sealed class PoisonMessageTests
{
    // More than the longest pause: each step brings the next try.
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private BoxModule module = null!;

    [SetUp]
    public void Start() => module = new BoxModule();

    [TearDown]
    public async Task Stop() => await module.DisposeAsync();

    [Test]
    public async Task It_is_parked_after_the_last_try()
    {
        module.Faults.OfHandler = _ => new FormatException("never");
        await module.AddAsync("poison");
        await module.StartRelayAsync();
        await module.UntilNothingWaitsAsync(Minute);

        var message = (await module.OutboxAsync()).Single();
        Assert.Multiple(() =>
        {
            Assert.That(message.ParkedAt, Is.Not.Null);
            Assert.That(message.SentAt, Is.Null);
            Assert.That(message.Attempts, Is.EqualTo(OutboxMessage.MaxAttempts));
            Assert.That(message.LastError, Is.EqualTo("FormatException: never"));
            Assert.That(module.Faults.Tries, Has.Count.EqualTo(OutboxMessage.MaxAttempts));
        });
    }

    [Test]
    public async Task It_holds_up_its_own_aggregate_until_it_is_parked_while_others_go_on()
    {
        module.Faults.OfHandler = e => e.Label == "poison" ? new FormatException("never") : null;
        var id = await module.AddAsync("poison");
        await module.RelabelAsync(id, "same box");
        await module.AddAsync("other box");

        await module.StartRelayAsync();
        await module.UntilAsync(async () => (await module.OutboxAsync())[0].Attempts >= 3);
        Assert.That(await module.SightingsAsync(), Is.EqualTo(["other box"]));
        await module.AddAsync("young box");
        await module.UntilAsync(async () => (await module.SightingsAsync()).Contains("young box"), TimeSpan.Zero);
        Assert.That((await module.OutboxAsync())[0].ParkedAt, Is.Null);

        await module.UntilNothingWaitsAsync(Minute);
        Assert.That(await module.SightingsAsync(), Is.EqualTo(["other box", "same box", "young box"]));
        Assert.That(
            module.Faults.Tries.Select(t => t.Label).SkipWhile(label => label != "same box"),
            Has.None.EqualTo("poison"),
            "the box's second message came after the last try of its first"
        );
    }

    [Test]
    public async Task A_payload_that_cannot_be_read_is_such_a_message()
    {
        var id = await module.AddAsync("poison");
        await module.RelabelAsync(id, "same box");
        await module.AddAsync("other box");
        await module.SqlAsync("UPDATE outbox SET payload = 'no JSON' WHERE sequence = 1");

        await module.StartRelayAsync();
        await module.UntilAsync(async () => (await module.SightingsAsync()).Count == 1, TimeSpan.Zero);
        Assert.That(await module.SightingsAsync(), Is.EqualTo(["other box"]));

        await module.UntilNothingWaitsAsync(Minute);
        Assert.That(await module.SightingsAsync(), Is.EqualTo(["other box", "same box"]));
        Assert.That((await module.OutboxAsync())[0].ParkedAt, Is.Not.Null);
    }

    [Test]
    public async Task A_hundred_messages_that_fail_do_not_fill_the_batch_for_ever()
    {
        module.Faults.OfHandler = e =>
            e.Label.StartsWith("poison", StringComparison.Ordinal) ? new FormatException("never") : null;
        await module.QueryAsync(context =>
        {
            for (var i = 0; i < 120; i++)
            {
                var message = new BoxWasLabelled(Guid.NewGuid(), $"poison {i}");
                context.Outbox.Add(OutboxMessage.Of(message, $"{i % 2}", module.Clock.GetUtcNow()));
            }
            return context.SaveChangesAsync();
        });
        await module.AddAsync("good");

        await module.StartRelayAsync();
        await module.UntilAsync(async () => (await module.SightingsAsync()).Count == 1, TimeSpan.Zero);
    }

    [Test]
    public async Task Its_row_sends_it_again_when_somebody_resets_it()
    {
        module.Faults.OfHandler = _ => new FormatException("never");
        await module.AddAsync("poison");
        await module.StartRelayAsync();
        await module.UntilNothingWaitsAsync(Minute);

        module.Faults.OfHandler = _ => null;
        await module.SqlAsync("UPDATE outbox SET parked_at = NULL, next_attempt_at = NULL, attempts = 0");
        await module.UntilNothingWaitsAsync(Minute);

        Assert.That(await module.SightingsAsync(), Is.EqualTo(["poison"]));
    }

    [Test]
    public async Task A_handler_that_runs_out_of_time_is_tried_again_like_any_other_that_fails()
    {
        module.Faults.OfHandler = _ => module.Faults.Tries.Count < 2 ? new TaskCanceledException("timed out") : null;
        await module.AddAsync("slow");
        await module.StartRelayAsync();
        await module.UntilNothingWaitsAsync();

        Assert.That(await module.SightingsAsync(), Is.EqualTo(["slow"]));
    }

    [Test]
    public async Task Its_row_says_what_was_wrong_with_it()
    {
        await module.AddAsync("poison");
        await module.SqlAsync("UPDATE outbox SET payload = 'no JSON'");
        await module.StartRelayAsync();
        await module.UntilAsync(async () => (await module.OutboxAsync())[0].Attempts > 0);

        Assert.That((await module.OutboxAsync())[0].LastError, Does.StartWith("JsonException: "));
    }
}
