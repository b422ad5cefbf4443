using Api.Tests.Seed;
using Api.Tests.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Api.Tests.Access;

/// <summary>Whoever guesses passwords gets nowhere, and stops nobody else.</summary>
[TestFixture]
internal sealed class BruteForceTests
{
    // Begins today: a browser throws a cookie away when its end has come by the real time.
    private readonly FakeTimeProvider clock = new(TimeProvider.System.GetUtcNow());
    private RunningService service = null!;

    [SetUp]
    public void Start() => service = new(Settings, clock);

    [TearDown]
    public void Stop() => service.Dispose();

    [Test]
    public async Task After_five_failures_the_right_password_does_not_help_either_until_the_time_is_over()
    {
        var (_, name) = await service.UserAsync();
        for (var i = 0; i < 5; i++)
            Assert.That(await TryAsync(name, "wrong", "192.0.2.1"), Is.EqualTo(422));

        Assert.That(await TryAsync(name, People.Password, "192.0.2.1"), Is.EqualTo(422));
        clock.Advance(TimeSpan.FromMinutes(14));
        Assert.That(await TryAsync(name, People.Password, "192.0.2.1"), Is.EqualTo(422), "knocking makes it no longer");
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.That(await TryAsync(name, People.Password, "192.0.2.1"), Is.EqualTo(302));
    }

    [Test]
    public async Task Nobody_locks_the_owner_out_who_sits_elsewhere()
    {
        var (_, name) = await service.UserAsync();
        for (var i = 0; i < 8; i++)
            Assert.That(await TryAsync(name, "wrong", "192.0.2.1"), Is.EqualTo(422));

        Assert.That(await TryAsync(name, People.Password, "198.51.100.7"), Is.EqualTo(302));
    }

    [Test]
    public async Task A_success_forgets_the_failures_before_it()
    {
        var (_, name) = await service.UserAsync();
        for (var round = 0; round < 3; round++)
        {
            for (var i = 0; i < 4; i++)
                Assert.That(await TryAsync(name, "wrong", "192.0.2.1"), Is.EqualTo(422));
            Assert.That(await TryAsync(name, People.Password, "192.0.2.1"), Is.EqualTo(302));
        }
    }

    [Test]
    [Long]
    public async Task Fifty_tries_at_once_are_not_fifty_tries()
    {
        // With a hash that takes its time, and without the limit of an address: only the queue sends somebody away.
        using var slow = new RunningService(
            new(Settings) { ["Access:FailuresByAddress"] = "1000" },
            iterations: 220_000
        );
        var (_, name) = await slow.UserAsync();
        var statuses = await Task.WhenAll(
            Enumerable.Range(0, 50).Select(_ => TryAsync(name, "wrong", "192.0.2.1", slow))
        );

        Assert.That(statuses, Has.All.AnyOf(422, 429));
        Assert.That(
            statuses.Count(status => status == 429),
            Is.GreaterThan(0),
            "one hash at a time, and a short queue"
        );
        Assert.That(await TryAsync(name, People.Password, "192.0.2.1", slow), Is.EqualTo(422), "it is locked");
    }

    [Test]
    public async Task One_password_on_many_names_is_stopped_by_the_address()
    {
        var (_, name) = await service.UserAsync();
        for (var i = 0; i < 30; i++)
            Assert.That(await TryAsync($"somebody-{i}", "wrong", "192.0.2.1"), Is.EqualTo(422));

        using var browser = service.Browser();
        browser.Client.DefaultRequestHeaders.Add("X-Forwarded-For", "192.0.2.1");
        using var answer = await browser.SignInAsync(name, People.Password);
        Assert.That((int)answer.StatusCode, Is.EqualTo(429));
        Assert.That(answer.Headers.RetryAfter!.Delta, Is.GreaterThan(TimeSpan.Zero));
        Assert.That(await TryAsync(name, People.Password, "198.51.100.7"), Is.EqualTo(302));
    }

    [Test]
    public async Task Whoever_finds_a_browser_open_cannot_try_passwords_on_the_page_that_changes_them()
    {
        using var browser = await service.SignedInAsync();
        for (var i = 0; i < 5; i++)
        {
            using var answer = await ChangeAsync("wrong");
            Assert.That((int)answer.StatusCode, Is.EqualTo(422));
        }

        using var refused = await ChangeAsync(People.Password);
        Assert.That((int)refused.StatusCode, Is.EqualTo(429));

        Task<HttpResponseMessage> ChangeAsync(string old) =>
            browser.PostAsync(
                "/admin/password",
                new()
                {
                    ["old_password"] = old,
                    ["new_password"] = "another quiet heron or two",
                    ["new_password_again"] = "another quiet heron or two",
                }
            );
    }

    [Test]
    [Long]
    public async Task Reads_go_on_while_many_sign_in()
    {
        // By the real clock: where time stands still, nobody rests between two hashes.
        using var real = new RunningService(Settings, iterations: 220_000);
        var (_, name) = await real.UserAsync();
        await real.Client.GetAsync("/country/");
        var sending = Task.WhenAll(Enumerable.Range(0, 32).Select(i => TryAsync(name, "wrong", $"192.0.2.{i}", real)));
        var reads = 0;
        while (!sending.IsCompleted)
        {
            await real.Client.GetAsync("/country/").MustBeAsync(200);
            reads++;
        }

        var answers = await sending;
        Assert.That(answers, Has.All.AnyOf(422, 429).And.Some.EqualTo(422));
        Assert.That(reads, Is.GreaterThan(answers.Count(status => status == 422)), "none waits for the hashes");
    }

    private static Dictionary<string, string> Settings => new() { ["ForwardedHeaders:KnownProxies:0"] = "127.0.0.1" };

    private async Task<int> TryAsync(string name, string password, string address, RunningService? other = null)
    {
        using var browser = (other ?? service).Browser();
        browser.Client.DefaultRequestHeaders.Add("X-Forwarded-For", address);
        using var answer = await browser.SignInAsync(name, password);
        return (int)answer.StatusCode;
    }
}
