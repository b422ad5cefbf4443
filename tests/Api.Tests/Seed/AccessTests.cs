using Api.Tests.Testing;

namespace Api.Tests.Seed;

/// <summary>Where the configuration does not open writes, nobody writes without saying who they are.</summary>
[TestFixture]
internal sealed class AccessTests : SeedFixture
{
    private const string Refusal = """{"detail":"Authentication credentials were not provided."}""";

    protected override RunningService Make() => new(new() { ["Access:AnonymousWrites"] = "false" });

    [TestCase("""{"country_name":"Sealand","local_currency":"Shell"}""", "application/json", "/country/")]
    [TestCase("""{"country_name":"Sealand","local_currency":"Shell"}""", "application/json", "/country")]
    [TestCase("country_name=Sealand&local_currency=Shell", "application/x-www-form-urlencoded", "/country/")]
    [TestCase("<root><country_name>Sealand</country_name></root>", "application/xml", "/country/")]
    [TestCase("{", "application/json", "/country/")]
    [TestCase("x", "text/plain", "/country/")]
    [TestCase("", null, "/country/")]
    public async Task A_stranger_may_not_add_a_country(string body, string? type, string path)
    {
        var answer = await PostAsync(body, type, path: path);
        var text = await answer.Content.ReadAsStringAsync();

        Assert.Multiple(() =>
        {
            Assert.That((int)answer.StatusCode, Is.EqualTo(401));
            Assert.That(text, Is.EqualTo(Refusal));
            Assert.That(answer.Headers.WwwAuthenticate, Is.Not.Empty);
            Assert.That(answer.Field("Allow"), Is.EqualTo("GET, POST, HEAD, OPTIONS"));
            Assert.That(answer.Field("Vary"), Is.EqualTo("Accept"));
        });
    }

    [TearDown]
    public async Task Nothing_was_added() => Assert.That(await ListAsync(), Has.Count.EqualTo(250));

    [Test]
    public async Task The_refusal_comes_in_the_format_that_was_asked_for()
    {
        var xml = await PostAsync("{}", accept: "application/xml").MustBeAsync(401);
        Assert.That(
            Answers.Xml(xml).Element("detail")?.Value,
            Is.EqualTo("Authentication credentials were not provided.")
        );
        Assert.That(await PostAsync("{}", accept: Browser).MustBeAsync(401), Does.Contain("HTTP 401 Unauthorized"));
    }

    [TestCase("Basic YWRtaW46YWRtaW4=")]
    [TestCase("Bearer nonsense")]
    [TestCase("Token")]
    public async Task Credentials_that_nobody_knows_do_not_help(string authorization)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Path)
        {
            Content = new StringContent("{}", new System.Net.Http.Headers.MediaTypeHeaderValue("application/json")),
        };
        request.Headers.With("Authorization", authorization);

        await Client.SendAsync(request).MustBeAsync(401);
    }

    [Test]
    public async Task A_large_body_is_refused_readably_as_well() =>
        Assert.That((int)(await PostAsync(new byte[1_000_000])).StatusCode, Is.EqualTo(401).Or.EqualTo(413));

    [TestCase("GET", 200)]
    [TestCase("HEAD", 200)]
    [TestCase("OPTIONS", 200)]
    [TestCase("PUT", 405)]
    public async Task Reading_stays_open(string method, int status) =>
        await SendAsync(new HttpMethod(method)).MustBeAsync(status);
}
