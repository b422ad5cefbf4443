using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Api.Tests.Seed;
using Api.Tests.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Api.Tests.RateLimits;

/// <summary>How many requests a client may send, and how it is told.</summary>
[TestFixture]
internal sealed partial class RateLimitTests
{
    private const string Path = "/country/";

    private FakeTimeProvider clock = null!;
    private RunningService service = null!;

    [SetUp]
    public void Start()
    {
        clock = new FakeTimeProvider(new(2026, 11, 24, 0, 0, 0, TimeSpan.Zero));
        service = Limited([]);
    }

    [TearDown]
    public void Stop() => service.Dispose();

    [TestCase(Path)]
    [TestCase("/nowhere")]
    [TestCase("/country/?format=none")]
    public async Task Every_answer_tells_the_policy_and_what_is_left_of_it(string path)
    {
        await service.Client.GetAsync(Path);
        clock.Advance(TimeSpan.FromSeconds(20));

        var answer = await service.Client.GetAsync(path);

        Assert.Multiple(() =>
        {
            Assert.That(Item(answer, "RateLimit-Policy"), Is.EqualTo(("anonymous", "q=3 w=60")));
            Assert.That(Item(answer, "RateLimit"), Is.EqualTo(("anonymous", "r=1 t=40")));
        });
    }

    [Test]
    public async Task Whoever_asks_too_often_gets_429_with_the_time_to_wait_and_is_served_after_it()
    {
        for (var i = 0; i < 3; i++)
            Assert.That((int)(await service.Client.GetAsync(Path)).StatusCode, Is.EqualTo(200));
        clock.Advance(TimeSpan.FromSeconds(17.5));

        var refused = await service.Client.GetAsync("/api/v1/countries");
        var problem = JsonNode.Parse(await refused.Content.ReadAsStringAsync())!;
        clock.Advance(refused.Headers.RetryAfter!.Delta!.Value);
        var served = await service.Client.GetAsync(Path);

        Assert.Multiple(() =>
        {
            Assert.That((int)refused.StatusCode, Is.EqualTo(429));
            Assert.That(refused.Headers.RetryAfter!.Delta, Is.EqualTo(TimeSpan.FromSeconds(43)));
            Assert.That(Item(refused, "RateLimit"), Is.EqualTo(("anonymous", "r=0 t=43")));
            Assert.That(refused.Type(), Is.EqualTo("application/problem+json"));
            Assert.That((int)problem["status"]!, Is.EqualTo(429));
            Assert.That((string)problem["detail"]!, Does.Contain("43 seconds"));
            Assert.That((int)served.StatusCode, Is.EqualTo(200));
            Assert.That(Item(served, "RateLimit"), Is.EqualTo(("anonymous", "r=2 t=60")));
        });
    }

    [TestCase(
        "/country/",
        "application/xml",
        """<?xml version="1.0" encoding="utf-8"?><root><detail>Request was throttled. Expected available in 60 seconds.</detail></root>"""
    )]
    [TestCase(
        "/country/",
        "application/json",
        """{"detail":"Request was throttled. Expected available in 60 seconds."}"""
    )]
    [TestCase("/v3.1/alpha/ch", "*/*", """{"message":"Too Many Requests","status":429}""")]
    public async Task A_contract_with_words_of_its_own_refuses_in_them(string path, string accept, string body)
    {
        for (var i = 0; i < 3; i++)
            await service.Client.GetAsync(Path);
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.With("Accept", accept);

        var refused = await service.Client.SendAsync(request);

        Assert.Multiple(async () =>
        {
            Assert.That((int)refused.StatusCode, Is.EqualTo(429));
            Assert.That(refused.Field("Retry-After"), Is.EqualTo("60"));
            Assert.That(refused.Field("Cache-Control"), Is.EqualTo("no-store"));
            Assert.That(await refused.Content.ReadAsStringAsync(), Is.EqualTo(body));
        });
    }

    [Test]
    public async Task A_page_of_another_origin_can_see_that_it_asks_too_often()
    {
        for (var i = 0; i < 3; i++)
            await service.Client.GetAsync(Path);

        var refused = await service.Client.GetAsync("/v3.1/alpha/ch");

        Assert.That(refused.Field("Access-Control-Allow-Origin"), Is.EqualTo("*"));
    }

    [Test]
    public async Task An_answer_304_costs_nothing_as_often_as_the_quota_says()
    {
        var tag = (await service.Client.GetAsync(Path)).Field("ETag")!;

        foreach (var left in new[] { 2, 2, 2, 1, 0 })
        {
            var answer = await AskAgainAsync(tag);
            Assert.That((int)answer.StatusCode, Is.EqualTo(304));
            Assert.That(Item(answer, "RateLimit"), Is.EqualTo(("anonymous", $"r={left} t=60")));
        }
        Assert.That((int)(await AskAgainAsync(tag)).StatusCode, Is.EqualTo(429));
    }

    [TestCase("*")]
    [TestCase("\"x\", *")]
    public async Task An_answer_304_to_whoever_names_no_tag_costs_what_any_answer_costs(string star)
    {
        Assert.That(Item(await AskAgainAsync(star), "RateLimit"), Is.EqualTo(("anonymous", "r=2 t=60")));
        Assert.That(Item(await AskAgainAsync(star), "RateLimit"), Is.EqualTo(("anonymous", "r=1 t=60")));
    }

    [TestCase("HEAD")]
    [TestCase("OPTIONS")]
    [TestCase("POST")]
    [TestCase("DELETE")]
    public async Task Every_method_costs_what_GET_costs(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), Path);

        Assert.That(Item(await service.Client.SendAsync(request), "RateLimit"), Is.EqualTo(("anonymous", "r=2 t=60")));
    }

    [TestCase("/health/live")]
    [TestCase("/health/ready")]
    [TestCase("/assets/site.css")]
    public async Task Health_and_what_pages_need_are_free(string path)
    {
        for (var i = 0; i < 5; i++)
        {
            var answer = await service.Client.GetAsync(path);
            Assert.That((int)answer.StatusCode, Is.EqualTo(200));
            Assert.That(answer.Field("RateLimit"), Is.Null);
        }
    }

    [TestCase("Development", false)]
    [TestCase("Production", true)]
    public async Task Requests_are_counted_in_production_and_not_in_development(string environment, bool counted)
    {
        using var other = new RunningService(new() { ["environment"] = environment });

        var answer = await other.Client.GetAsync(Path);

        Assert.That(answer.Field("RateLimit") is not null, Is.EqualTo(counted));
    }

    [Test]
    public async Task A_stranger_cannot_say_that_it_is_somebody_else()
    {
        for (var i = 0; i < 3; i++)
            await SendFromAsync(service, $"198.51.100.{i}");

        Assert.That((int)(await SendFromAsync(service, "198.51.100.9")).StatusCode, Is.EqualTo(429));
    }

    [TestCase("127.0.0.1")]
    [TestCase("127.0.0.0/8")]
    public async Task Behind_a_known_proxy_each_client_has_a_quota_of_its_own(string proxy)
    {
        using var proxied = Limited(new() { ["ForwardedHeaders:KnownProxies:0"] = proxy });
        for (var i = 0; i < 3; i++)
            await SendFromAsync(proxied, "198.51.100.1");

        var one = await SendFromAsync(proxied, "198.51.100.1");
        var other = await SendFromAsync(proxied, "198.51.100.2");
        // What stands left of the address that the proxy saw is what the client claims.
        var liar = await SendFromAsync(proxied, "198.51.100.3, 198.51.100.1");

        Assert.That(
            new[] { one, other, liar }.Select(answer => (int)answer.StatusCode),
            Is.EqualTo(new[] { 429, 200, 429 })
        );
    }

    [TestCase("2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff", 429)]
    [TestCase("2001:db8:1:2::1", "2001:db8:1:3::1", 200)]
    [TestCase("198.51.100.1", "::ffff:198.51.100.1", 429)]
    public async Task An_IPv6_network_of_64_bits_is_one_client(string spent, string next, int status)
    {
        using var proxied = Limited(new() { ["ForwardedHeaders:KnownProxies:0"] = "127.0.0.1" });
        for (var i = 0; i < 3; i++)
            await SendFromAsync(proxied, spent);

        Assert.That((int)(await SendFromAsync(proxied, next)).StatusCode, Is.EqualTo(status));
    }

    private async Task<HttpResponseMessage> AskAgainAsync(string ifNoneMatch)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Path);
        request.Headers.With("If-None-Match", ifNoneMatch);
        return await service.Client.SendAsync(request);
    }

    private RunningService Limited(Dictionary<string, string> settings) =>
        new(new(settings) { ["RateLimits:Enabled"] = "true", ["RateLimits:Anonymous:Permits"] = "3" }, clock);

    private static async Task<HttpResponseMessage> SendFromAsync(RunningService service, string forwardedFor)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Path);
        request.Headers.With("X-Forwarded-For", forwardedFor);
        return await service.Client.SendAsync(request);
    }

    /// <summary>The one item of a list of strings with whole numbers as parameters (RFC 9651).</summary>
    private static (string Name, string Parameters) Item(HttpResponseMessage answer, string field)
    {
        var match = StructuredItem().Match(answer.Field(field) ?? "");
        Assert.That(match.Success, $"{field}: {answer.Field(field)}");
        return (match.Groups["name"].Value, string.Join(' ', match.Groups["parameter"].Captures));
    }

    [GeneratedRegex("""^"(?<name>[ !#-\[\]-~]+)"(;(?<parameter>[a-z*][a-z0-9_.*-]*=-?\d{1,15}))+$""")]
    private static partial Regex StructuredItem();
}
