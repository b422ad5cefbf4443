using System.Text.Json.Nodes;

namespace Api.Tests.Seed;

/// <summary>Which format an answer has: <c>Accept</c> with its q-values, <c>?format=</c>, and what cannot be served.</summary>
[TestFixture]
internal sealed class NegotiationTests : SeedFixture
{
    [TestCase(null, "application/json")]
    [TestCase("*/*", "application/json")]
    [TestCase("application/*", "application/json")]
    [TestCase("application/json", "application/json")]
    [TestCase("APPLICATION/XML", "application/xml")]
    [TestCase("text/xml", "text/xml")]
    [TestCase("text/csv", "text/csv")]
    [TestCase("text/html", "text/html")]
    [TestCase("image/png, application/xml", "application/xml")]
    [TestCase("application/json;q=0.1, application/xml;q=0.2", "application/xml")]
    [TestCase("application/xml;q=0.5, text/csv", "text/csv")]
    [TestCase("text/csv;q=0.9, */*;q=0.1", "text/csv")]
    [TestCase("application/json;q=0, application/xml;q=0.001", "application/xml")]
    [TestCase("text/html;q=0, text/*", "text/xml")]
    [TestCase("application/*;q=0.9, application/json;q=0.1, text/csv;q=0.5", "application/xml")]
    [TestCase("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html")]
    [TestCase(
        "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8",
        "text/html"
    )]
    [TestCase("text/html,application/xhtml+xml,application/xml;q=0.9,image/png,image/svg+xml,*/*;q=0.8", "text/html")]
    public async Task The_format_follows_the_Accept_field(string? accept, string type)
    {
        var answer = await GetAsync(accept);
        Assert.Multiple(() =>
        {
            Assert.That((int)answer.StatusCode, Is.EqualTo(200));
            Assert.That(answer.Type(), Is.EqualTo(type));
        });
    }

    [TestCase("json", "application/json")]
    [TestCase("xml", "application/xml; charset=utf-8")]
    [TestCase("csv", "text/csv; charset=utf-8")]
    [TestCase("api", "text/html; charset=utf-8")]
    [TestCase("", "text/html; charset=utf-8")]
    public async Task The_query_chooses_the_format_also_for_a_browser(string format, string type)
    {
        foreach (var path in new[] { "/country/", "/country" })
        {
            var answer = await GetAsync(Browser, $"{path}?format={format}");
            Assert.That(((int)answer.StatusCode, answer.Field("Content-Type")), Is.EqualTo((200, type)));
        }
    }

    [TestCase("json", """{"country_name":["This field is required."]""")]
    [TestCase("xml", "<country_name><list-item>This field is required.</list-item></country_name>")]
    [TestCase("csv", "country_name,local_currency\r\nThis field is required.,This field is required.\r\n")]
    [TestCase("api", "<!doctype html>")]
    public async Task The_query_chooses_the_format_of_what_POST_answers_too(string format, string part) =>
        Assert.That(await PostAsync("{}", path: $"{Path}?format={format}").MustBeAsync(400), Does.Contain(part));

    [TestCase("yaml")]
    [TestCase("html")]
    [TestCase("%00")]
    [TestCase("json%20")]
    [TestCase("%3Cscript%3E")]
    public async Task An_unknown_format_is_404(string format)
    {
        await GetAsync(path: $"{Path}?format={format}").MustBeAsync(404, """{"detail":"Not found."}""");
        await PostAsync(BodyWithCurrency("\"Shell\""), path: $"{Path}?format={format}")
            .MustBeAsync(404, """{"detail":"Not found."}""");
    }

    [TestCase("image/png")]
    [TestCase("application/pdf, image/*")]
    [TestCase("application/json;q=0")]
    [TestCase("*/*;q=0")]
    [TestCase("application/ld+json")]
    public async Task An_Accept_field_that_cannot_be_satisfied_is_406_and_nothing_is_added(string accept)
    {
        const string Refusal = """{"detail":"Could not satisfy the request Accept header."}""";
        var name = NewName();

        await GetAsync(accept).MustBeAsync(406, Refusal);
        await PostAsync(Body($"\"{name}\"", "\"Shell\""), accept: accept).MustBeAsync(406, Refusal);

        Assert.That((await ListAsync()).Select(country => country.Name), Does.Not.Contain(name));
    }

    [TestCase("nonsense")]
    [TestCase(",,;;")]
    [TestCase("application/json;q=2")]
    [TestCase("application/json;q=-1, text/csv;q=abc")]
    [TestCase("*/json")]
    public async Task An_Accept_field_that_nobody_can_read_is_no_error_of_the_service(string accept)
    {
        using var answer = await GetAsync(accept);

        Assert.That((int)answer.StatusCode, Is.EqualTo(200).Or.EqualTo(406));
    }

    [Test]
    public async Task JSON_is_compact_unless_an_indent_is_asked_for()
    {
        await PostAsync(Body("\"Indent Land\"", "\"Shell\""), accept: "application/json; indent=4")
            .MustBeAsync(201, "{\n    \"country_name\": \"Indent Land\",\n    \"local_currency\": \"Shell\"\n}");
        var answer = await GetAsync("application/json; indent=4");
        var text = await answer.Content.ReadAsStringAsync();

        Assert.Multiple(() =>
        {
            Assert.That(answer.Type(), Is.EqualTo("application/json"));
            Assert.That(text, Does.StartWith("[\n    {\n        \"country_name\": \""));
            Assert.That(JsonNode.Parse(text)!.AsArray(), Has.Count.GreaterThan(250));
        });
        Assert.That(await GetAsync("application/json").MustBeAsync(200), Does.Not.Contain("\n"));
    }

    [TestCase("0")]
    [TestCase("-1")]
    [TestCase("abc")]
    [TestCase("99999999999")]
    [TestCase("1000000")]
    public async Task An_indent_that_makes_no_sense_is_no_error(string indent)
    {
        var text = await GetAsync($"application/json; indent={indent}").MustBeAsync(200);

        Assert.That(text, Has.Length.LessThan(100_000));
        Assert.That(JsonNode.Parse(text)!.AsArray(), Has.Count.GreaterThanOrEqualTo(250));
    }

    [Test]
    public async Task The_indent_counts_also_where_the_query_names_JSON() =>
        Assert.That(
            await GetAsync("application/json; indent=2", $"{Path}?format=json").MustBeAsync(200),
            Does.StartWith("[\n  {\n    \"country_name\": \"")
        );

    [Test]
    public async Task CSV_has_a_header_line_and_a_line_for_each_country()
    {
        var answer = await GetAsync("text/csv");
        var lines = (await answer.Content.ReadAsStringAsync()).Split("\r\n");

        Assert.Multiple(() =>
        {
            Assert.That(answer.Field("Content-Type"), Is.EqualTo("text/csv; charset=utf-8"));
            Assert.That(lines[0], Is.EqualTo("country_name,local_currency"));
            Assert.That(lines, Does.Contain("Kenya,Kenyan Shilling"));
            Assert.That(lines[^1], Is.Empty);
            Assert.That(lines, Has.Length.GreaterThanOrEqualTo(252));
        });
    }
}
