using Microsoft.Extensions.Time.Testing;
using Shared.Api.Http;

namespace Shared.Tests.Api;

/// <summary>The counting behind the rate limits.</summary>
[TestFixture]
internal sealed class RatePolicyTests
{
    private readonly FakeTimeProvider clock = new();

    private RatePolicy Make(int permits, int clients = 100) =>
        new("test", new RateQuota { Permits = permits, Window = TimeSpan.FromSeconds(10) }, clients, clock);

    [Test]
    public async Task Of_many_requests_at_once_exactly_as_many_pass_as_are_allowed()
    {
        var policy = Make(permits: 1000);
        var granted = 0;

        await Parallel.ForAsync(
            0,
            5000,
            (_, _) =>
            {
                if (policy.Take("client").IsGranted)
                    Interlocked.Increment(ref granted);
                return ValueTask.CompletedTask;
            }
        );

        Assert.That(granted, Is.EqualTo(1000));
    }

    [Test]
    public void A_permit_that_comes_back_late_takes_nothing_from_the_next_window()
    {
        var policy = Make(permits: 2);
        var late = policy.Take("client");
        clock.Advance(TimeSpan.FromSeconds(10));
        var next = policy.Take("client");

        policy.GiveBack(late.Window);

        Assert.That(policy.StateOf(next.Window), Is.EqualTo((1, 10L)));
    }

    [Test]
    public void As_many_permits_come_back_as_there_are_and_no_more()
    {
        var policy = Make(permits: 2);

        var granted = 0;
        for (var i = 0; i < 10; i++)
        {
            var permit = policy.Take("client");
            if (permit.IsGranted)
            {
                granted++;
                policy.GiveBack(permit.Window);
            }
        }

        Assert.That(granted, Is.EqualTo(4));
    }

    [Test]
    public void Clients_beyond_the_bound_share_one_quota_and_those_known_keep_theirs()
    {
        var policy = Make(permits: 2, clients: 3);
        foreach (var client in (string[])["a", "b", "c"])
            policy.Take(client);

        Assert.Multiple(() =>
        {
            Assert.That(policy.Take("d").IsGranted);
            Assert.That(policy.Take("e").IsGranted);
            Assert.That(policy.Take("f").IsGranted, Is.False, "d and e have used it up");
            Assert.That(policy.Take("a").IsGranted);
        });
    }

    [Test]
    public void Clients_that_have_gone_make_room()
    {
        var policy = Make(permits: 1, clients: 3);
        foreach (var client in (string[])["a", "b", "c", "d"])
            policy.Take(client);
        Assert.That(policy.Take("e").IsGranted, Is.False);

        clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Multiple(() =>
        {
            Assert.That(policy.Take("f").IsGranted);
            Assert.That(policy.Take("g").IsGranted);
        });
    }
}
