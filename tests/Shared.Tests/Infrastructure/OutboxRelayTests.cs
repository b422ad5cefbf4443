using Microsoft.EntityFrameworkCore;
using Shared.Infrastructure.Integration;
using Shared.Tests.Infrastructure.Testing;

namespace Shared.Tests.Infrastructure;

/// <summary>Messages are handed over at least once, in order per aggregate, and take effect once.</summary>
[TestFixture]
internal sealed class OutboxRelayTests
{
    // The relay forgets now and then, and not yet when it starts.
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(10);

    private BoxModule module = null!;

    [SetUp]
    public void Start() => module = new BoxModule();

    [TearDown]
    public async Task Stop() => await module.DisposeAsync();

    [Test]
    public async Task A_commit_wakes_the_relay_before_any_time_passes()
    {
        await module.StartRelayAsync();
        await module.AddAsync("first");
        await module.UntilAsync(async () => (await module.SightingsAsync()).Count == 1, TimeSpan.Zero);
        await module.AddAsync("second");
        await module.UntilAsync(async () => (await module.SightingsAsync()).Count == 2, TimeSpan.Zero);

        await module.UntilNothingWaitsAsync(TimeSpan.Zero);
        Assert.That((await module.OutboxAsync()).Select(m => m.Attempts), Is.All.Zero);
    }

    [Test]
    public async Task What_was_committed_while_the_relay_was_down_is_handed_over_at_its_start()
    {
        for (var i = 0; i < 250; i++)
            await QueueAsync($"{i}", $"{i:000}");
        await module.AddAsync("last");

        await module.StartRelayAsync();
        await module.UntilNothingWaitsAsync(TimeSpan.Zero);

        Assert.That(await module.SightingsAsync(), Has.Count.EqualTo(251), "more than two batches");
    }

    [Test]
    public async Task Messages_of_one_aggregate_come_in_their_order()
    {
        await module.StartRelayAsync();
        var ids = new[] { await module.AddAsync("a0"), await module.AddAsync("b0"), await module.AddAsync("c0") };
        await Task.WhenAll(
            ids.Select(
                async (id, i) =>
                {
                    for (var n = 1; n <= 15; n++)
                        await module.RelabelAsync(id, $"{"abc"[i]}{n}");
                }
            )
        );
        await module.UntilNothingWaitsAsync(TimeSpan.Zero);

        foreach (var letter in "abc")
            Assert.That(
                module.Faults.Tries.Where(t => t.Label[0] == letter).Select(t => t.Label),
                Is.EqualTo(Enumerable.Range(0, 16).Select(n => $"{letter}{n}"))
            );
    }

    [Test]
    public async Task A_message_without_a_subscriber_counts_as_sent()
    {
        await module.QueryAsync(context =>
        {
            context.Outbox.Add(OutboxMessage.Of("nobody waits for text", "7", module.Clock.GetUtcNow()));
            return context.SaveChangesAsync();
        });

        await module.StartRelayAsync();
        await module.UntilNothingWaitsAsync(TimeSpan.Zero);

        Assert.That((await module.OutboxAsync()).Single().SentAt, Is.Not.Null);
    }

    [Test]
    public async Task A_message_that_is_handed_over_twice_takes_effect_once()
    {
        await module.AddAsync("tea");
        await module.StartRelayAsync();
        await module.UntilNothingWaitsAsync(TimeSpan.Zero);

        // As if the process had died after the handler and before the mark.
        await module.SqlAsync("UPDATE outbox SET sent_at = NULL");
        await module.UntilNothingWaitsAsync();

        Assert.That(module.Faults.Tries, Has.Count.EqualTo(1));
        Assert.That(await module.SightingsAsync(), Is.EqualTo(["tea"]));
    }

    [Test]
    public async Task A_handler_that_fails_leaves_nothing_behind_and_is_tried_again_after_longer_and_longer_pauses()
    {
        module.Faults.OfHandler = _ => new FormatException("not yet");
        await module.AddAsync("tea");
        await module.StartRelayAsync();
        await module.UntilAsync(async () => (await module.OutboxAsync()).Single().Attempts >= 4);
        Assert.That(await module.SightingsAsync(), Is.Empty);
        Assert.That((await module.OutboxAsync()).Single().LastError, Is.EqualTo("FormatException: not yet"));

        module.Faults.OfHandler = _ => null;
        await module.UntilNothingWaitsAsync();

        Assert.That(await module.SightingsAsync(), Is.EqualTo(["tea"]));
        var times = module.Faults.Tries.Select(t => t.At).ToList();
        Assert.That(times, Has.Count.AtLeast(5));
        for (var i = 1; i < times.Count; i++)
            Assert.That(times[i] - times[i - 1], Is.AtLeast(TimeSpan.FromMilliseconds(100 << i)), $"pause {i}");
    }

    [Test]
    public async Task What_was_sent_is_kept_for_seven_days_and_what_waits_or_is_parked_for_ever()
    {
        var now = module.Clock.GetUtcNow();
        await module.QueryAsync(context =>
        {
            foreach (var age in new[] { TimeSpan.FromHours(-1), TimeSpan.FromHours(1) })
            {
                var message = OutboxMessage.Of(new BoxWasLabelled(Guid.NewGuid(), $"{age}"), $"{age}", now);
                message.MarkSent(now - TimeSpan.FromDays(7) - age);
                context.Outbox.Add(message);
            }
            var parked = OutboxMessage.Of(new BoxWasLabelled(Guid.NewGuid(), "parked"), "7", now.AddYears(-1));
            for (var i = 0; i < OutboxMessage.MaxAttempts; i++)
                parked.MarkFailed(new FormatException(), now.AddYears(-1));
            context.Outbox.Add(parked);
            return context.SaveChangesAsync();
        });

        await module.StartRelayAsync();
        await module.UntilAsync(async () => (await module.OutboxAsync()).Count < 3, Step);

        var left = await module.OutboxAsync();
        Assert.That(left.Select(m => m.Payload), Has.One.Contains("-01:00:00").And.One.Contains("parked"));
    }

    [Test]
    public async Task What_took_effect_is_remembered_for_ninety_days_so_that_a_replay_changes_nothing()
    {
        var now = module.Clock.GetUtcNow();
        var (young, old) = (Guid.NewGuid(), Guid.NewGuid());
        await module.QueryAsync(context =>
        {
            context.Inbox.Add(new InboxMessage(young, "A", now - TimeSpan.FromDays(90) + TimeSpan.FromHours(1)));
            context.Inbox.Add(new InboxMessage(old, "A", now - TimeSpan.FromDays(90) - TimeSpan.FromHours(1)));
            return context.SaveChangesAsync();
        });

        await module.StartRelayAsync();
        await module.UntilAsync(() => module.QueryAsync(async context => await context.Inbox.CountAsync() < 2), Step);

        Assert.That(
            await module.QueryAsync(context => context.Inbox.Select(m => m.MessageId).ToListAsync()),
            Is.EqualTo([young])
        );
    }

    [Test]
    public async Task Nothing_is_forgotten_in_the_first_minute_which_has_enough_to_do()
    {
        var now = module.Clock.GetUtcNow();
        await module.QueryAsync(context =>
        {
            context.Inbox.Add(new InboxMessage(Guid.NewGuid(), "A", now - TimeSpan.FromDays(91)));
            return context.SaveChangesAsync();
        });
        await module.StartRelayAsync();

        await RoundAsync();
        Assert.That(await IsForgottenAsync(), Is.False, "at the start");
        module.Clock.Advance(TimeSpan.FromSeconds(59));
        await RoundAsync();
        Assert.That(await IsForgottenAsync(), Is.False, "after 59 seconds");
        module.Clock.Advance(TimeSpan.FromSeconds(1));
        await RoundAsync();
        Assert.That(await IsForgottenAsync(), "after a minute");

        // What is handed over at the beginning of one round tells that the round before is over.
        async Task RoundAsync()
        {
            for (var i = 0; i < 2; i++)
            {
                await module.AddAsync($"{Guid.NewGuid()}");
                await module.UntilNothingWaitsAsync(TimeSpan.Zero);
            }
        }

        // What the relay itself takes in is young.
        Task<bool> IsForgottenAsync() =>
            module.QueryAsync(async context => !await context.Inbox.AnyAsync(message => message.Handler == "A"));
    }

    private Task<int> QueueAsync(string aggregateId, string label) =>
        module.QueryAsync(context =>
        {
            var message = new BoxWasLabelled(Guid.NewGuid(), label);
            context.Outbox.Add(OutboxMessage.Of(message, aggregateId, module.Clock.GetUtcNow()));
            return context.SaveChangesAsync();
        });
}
