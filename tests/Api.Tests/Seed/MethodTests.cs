using System.Text.Json.Nodes;

namespace Api.Tests.Seed;

/// <summary>Methods, and the header fields that every answer on the path has.</summary>
[TestFixture]
internal sealed class MethodTests : SeedFixture
{
    private const string Allowed = "GET, POST, HEAD, OPTIONS";

    [TestCase("PUT", "/country/")]
    [TestCase("PUT", "/country")]
    [TestCase("PATCH", "/country/")]
    [TestCase("DELETE", "/country/")]
    [TestCase("DELETE", "/country")]
    [TestCase("TRACE", "/country/")]
    [TestCase("PROPFIND", "/country/")]
    [TestCase("FOO", "/country")]
    public async Task Another_method_is_405(string method, string path)
    {
        var answer = await SendAsync(new HttpMethod(method), path: path);
        var body = await answer.Content.ReadAsStringAsync();

        Assert.Multiple(() =>
        {
            Assert.That((int)answer.StatusCode, Is.EqualTo(405));
            Assert.That(body, Is.EqualTo($$"""{"detail":"Method \"{{method}}\" not allowed."}"""));
            Assert.That(answer.Field("Allow"), Is.EqualTo(Allowed));
            Assert.That(answer.Field("Content-Type"), Is.EqualTo("application/json"));
        });
    }

    [Test]
    public async Task A_405_comes_in_the_format_that_was_asked_for()
    {
        var xml = await SendAsync(HttpMethod.Put, "application/xml").MustBeAsync(405);
        Assert.That(Answers.Xml(xml).Element("detail")?.Value, Is.EqualTo("Method \"PUT\" not allowed."));
        Assert.That(await SendAsync(HttpMethod.Put, Browser).MustBeAsync(405), Does.StartWith("<!doctype html>"));
    }

    [Test]
    public async Task PUT_with_a_body_changes_nothing_and_is_405()
    {
        using var content = new StringContent(Body("\"Put Land\"", "\"Shell\""));
        using var answer = await Client.PutAsync(Path, content);

        Assert.That((int)answer.StatusCode, Is.EqualTo(405));
        Assert.That((await ListAsync()).Select(country => country.Name), Does.Not.Contain("Put Land"));
    }

    [TestCase("/country/")]
    [TestCase("/country")]
    public async Task OPTIONS_describes_the_path(string path)
    {
        var answer = await SendAsync(HttpMethod.Options, path: path);
        var body = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsObject();

        Assert.Multiple(() =>
        {
            Assert.That((int)answer.StatusCode, Is.EqualTo(200));
            Assert.That(answer.Field("Allow"), Is.EqualTo(Allowed));
            Assert.That(body.Select(member => member.Key), Is.EqualTo(["name", "description", "renders", "parses"]));
            Assert.That((string?)body["name"], Is.EqualTo("Country"));
            Assert.That((string?)body["description"], Is.Not.Empty);
            Assert.That(
                body["renders"]!.AsArray().Select(type => (string?)type),
                Is.SupersetOf(["application/json", "text/html", "application/xml", "text/csv"])
            );
            Assert.That(
                body["parses"]!.AsArray().Select(type => (string?)type),
                Is.SupersetOf([
                    "application/json",
                    "application/x-www-form-urlencoded",
                    "multipart/form-data",
                    "application/xml",
                ])
            );
        });
    }

    [Test]
    public async Task All_that_OPTIONS_names_is_served_and_read()
    {
        var body = JsonNode.Parse(await SendAsync(HttpMethod.Options).MustBeAsync(200))!;
        foreach (var type in body["renders"]!.AsArray().Select(type => (string)type!))
            Assert.That((await GetAsync(type)).Type(), Is.EqualTo(type));
        foreach (var type in body["parses"]!.AsArray().Select(type => (string)type!))
            Assert.That((int)(await PostAsync("x", type)).StatusCode, Is.EqualTo(400), type);
    }

    [TestCase("application/json", "/country/")]
    [TestCase("application/json", "/country")]
    [TestCase("application/xml", "/country/")]
    [TestCase("text/csv", "/country/")]
    [TestCase(Browser, "/country/")]
    [TestCase("image/png", "/country/")]
    [TestCase("application/json", "/country/?format=yaml")]
    public async Task HEAD_answers_as_GET_does_without_the_body(string accept, string path)
    {
        var get = await GetAsync(accept, path);
        var head = await SendAsync(HttpMethod.Head, accept, path);

        Assert.That(await head.Content.ReadAsByteArrayAsync(), Is.Empty);
        Assert.That(head.StatusCode, Is.EqualTo(get.StatusCode));
        string[] fields = ["Content-Type", "Content-Length", "ETag", "Vary", "Allow", "Cache-Control"];
        Assert.That(fields.Select(head.Field), Is.EqualTo(fields.Select(get.Field)));
    }

    [Test]
    public async Task Every_answer_says_what_is_allowed_and_that_it_varies()
    {
        var tag = (await GetAsync()).Field("ETag")!;
        using var conditional = new HttpRequestMessage(HttpMethod.Get, Path);
        conditional.Headers.With("If-None-Match", tag);
        var answers = new Dictionary<int, HttpResponseMessage>
        {
            [200] = await GetAsync(),
            [304] = await Client.SendAsync(conditional),
            [201] = await PostAsync(BodyWithCurrency("\"Shell\"")),
            [400] = await PostAsync("{}"),
            [404] = await GetAsync(path: $"{Path}?format=yaml"),
            [405] = await SendAsync(HttpMethod.Delete),
            [406] = await GetAsync("image/png"),
            [413] = await PostAsync(new byte[70_000]),
            [415] = await PostAsync("x", "text/plain"),
        };
        Assert.Multiple(() =>
        {
            foreach (var (status, answer) in answers)
            {
                Assert.That((int)answer.StatusCode, Is.EqualTo(status));
                Assert.That(answer.Field("Allow"), Is.EqualTo(Allowed), $"{status}");
                Assert.That(answer.Field("Vary"), Is.EqualTo("Accept"), $"{status}");
                Assert.That(answer.Field("X-Content-Type-Options"), Is.EqualTo("nosniff"), $"{status}");
            }
        });
    }
}
