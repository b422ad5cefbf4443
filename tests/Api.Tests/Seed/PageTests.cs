using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Api.Tests.Seed;

/// <summary>What a person sees who opens /country/ in a browser.</summary>
[TestFixture]
internal sealed partial class PageTests : SeedFixture
{
    private Task<HttpResponseMessage> PostFormAsync(string name, string currency, string? accept = Browser)
    {
        var form = new FormUrlEncodedContent([new("country_name", name), new("local_currency", currency)]);
        return PostAsync(form, accept);
    }

    [Test]
    public async Task A_browser_gets_the_page_with_breadcrumbs_formats_and_a_form()
    {
        var answer = await GetAsync(Browser);
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Multiple(() =>
        {
            Assert.That(answer.Field("Content-Type"), Is.EqualTo("text/html; charset=utf-8"));
            Assert.That(page, Does.StartWith("<!doctype html>"));
            Assert.That(page, Does.Contain("<html lang=\"en\">"));
            Assert.That(page, Does.Match("<nav aria-label=\"Breadcrumbs\">"));
            Assert.That(page, Does.Contain("aria-current=\"page\""));
            Assert.That(page, Does.Contain("href=\"/country/?format=json\""));
            Assert.That(page, Does.Contain("href=\"/country/?format=xml\""));
            Assert.That(page, Does.Contain("href=\"/country/?format=csv\""));
            Assert.That(page, Does.Contain("<form method=\"post\" action=\"/country/\">"));
            Assert.That(Field(page, "country_name"), Does.StartWith("<input"));
            Assert.That(Field(page, "local_currency"), Does.StartWith("<input"));
            Assert.That(
                page,
                Does.Contain("<label for=\"country_name\">").And.Contains("<label for=\"local_currency\">")
            );
            Assert.That(page, Does.Contain("OPTIONS"));
        });
    }

    [Test]
    public async Task The_page_shows_the_status_the_header_fields_and_the_list()
    {
        var text = Text(await GetAsync(Browser).MustBeAsync(200));

        Assert.That(text, Does.Contain("HTTP 200 OK").And.Contains("Vary: Accept"));
        Assert.That(text, Does.Contain("Allow: GET, POST, HEAD, OPTIONS"));
        Assert.That(text, Does.Contain("\"country_name\": \"Kenya\",\n    \"local_currency\": \"Kenyan Shilling\""));
        Assert.That(text, Does.Contain("\"country_name\": \"Côte d’Ivoire\""));
    }

    [Test]
    public async Task Every_link_of_the_page_leads_somewhere()
    {
        var page = await GetAsync(Browser).MustBeAsync(200);
        var links = Links().Matches(page).Select(link => WebUtility.HtmlDecode(link.Groups[1].Value)).Distinct();
        foreach (var link in links)
        {
            using var answer = await GetAsync(Browser, link);
            Assert.That((int)answer.StatusCode, Is.EqualTo(200).Or.EqualTo(302), link);
        }
    }

    [Test]
    public async Task A_form_post_of_a_browser_adds_the_country_and_shows_it()
    {
        var name = NewName();
        var text = Text(await PostFormAsync(name, "Shell").MustBeAsync(201));

        Assert.That(text, Does.Contain("HTTP 201 Created").And.Contains($"\"country_name\": \"{name}\""));
        Assert.That(await ListAsync(), Does.Contain((name, "Shell")));
    }

    [Test]
    public async Task A_failed_form_post_shows_the_errors_in_place_and_what_was_typed()
    {
        var page = await PostFormAsync("Kenya", "Shell & Co").MustBeAsync(400);

        Assert.Multiple(() =>
        {
            Assert.That(
                Field(page, "country_name"),
                Does.Contain("value=\"Kenya\"").And.Contains("aria-invalid=\"true\"")
            );
            Assert.That(Field(page, "country_name"), Does.Contain("aria-describedby=\"country_name-error\""));
            Assert.That(Error(page, "country_name"), Is.EqualTo("country with this country name already exists."));
            Assert.That(
                Field(page, "local_currency"),
                Does.Contain("value=\"Shell &amp; Co\"").And.Not.Contains("aria-invalid")
            );
            Assert.That(Text(page), Does.Contain("HTTP 400 Bad Request"));
        });
    }

    [Test]
    public async Task Each_field_has_its_own_errors_and_the_other_one_keeps_what_was_typed()
    {
        var page = await PostFormAsync("Good \"Name\" & Co <b>", new string('x', 101)).MustBeAsync(400);

        Assert.Multiple(() =>
        {
            Assert.That(
                WebUtility.HtmlDecode(Field(page, "country_name")),
                Does.Contain("value=\"Good \"Name\" & Co <b>\"").And.Not.Contains("aria-invalid")
            );
            Assert.That(page, Does.Not.Contain("country_name-error").And.Not.Contains("<b>\""));
            Assert.That(
                Error(page, "local_currency"),
                Is.EqualTo("Ensure this field has no more than 100 characters.")
            );
            Assert.That(Field(page, "local_currency"), Does.Contain($"value=\"{new string('x', 101)}\""));
        });
    }

    [Test]
    public async Task Two_errors_of_one_field_are_both_shown() =>
        Assert.That(
            Error(
                await PostAsync(BodyWithCurrency($"\"{new string('x', 101)}\\u0000\""), accept: Browser)
                    .MustBeAsync(400),
                "local_currency"
            ),
            Does.Contain("Ensure this field").And.Contains("Null characters are not allowed.")
        );

    [TestCase("PUT", 405, "HTTP 405 Method Not Allowed")]
    [TestCase("OPTIONS", 200, "HTTP 200 OK")]
    public async Task Other_methods_answer_a_browser_with_the_page_too(string method, int status, string line)
    {
        var page = await SendAsync(new HttpMethod(method), Browser).MustBeAsync(status);
        Assert.That(Text(page), Does.Contain(line).And.Contains($"{method} /country/"));
    }

    [TestCase("[]", "application/json", 400)]
    [TestCase("{", "application/json", 400)]
    [TestCase("x", "text/plain", 415)]
    public async Task A_body_that_cannot_be_read_is_refused_on_the_page_too(string body, string type, int status) =>
        Assert.That(await PostAsync(body, type, Browser).MustBeAsync(status), Does.StartWith("<!doctype html>"));

    [Test]
    public async Task The_page_has_no_style_and_no_script_of_its_own_and_forbids_foreign_ones()
    {
        foreach (var exchange in new[] { GetAsync(Browser), PostFormAsync("", "") })
        {
            var answer = await exchange;
            var page = await answer.Content.ReadAsStringAsync();
            Assert.Multiple(() =>
            {
                Assert.That(
                    page,
                    Does.Not.Match("(?i)<script|<style|<iframe|javascript:|<[^>]*\\s(style|on[a-z]+)\\s*=")
                );
                Assert.That(
                    answer.Field("Content-Security-Policy"),
                    Does.Contain("default-src 'none'").And.Contains("frame-ancestors 'none'").And.Not.Contains("unsafe")
                );
            });
        }
    }

    [Test]
    public async Task The_JSON_on_the_page_is_the_list()
    {
        var text = Text(await GetAsync(Browser).MustBeAsync(200));
        var json = text[text.IndexOf("[\n  {", StringComparison.Ordinal)..];
        json = json[..(json.IndexOf("\n]", StringComparison.Ordinal) + 2)];

        Assert.That(JsonNode.Parse(json)!.AsArray(), Has.Count.EqualTo((await ListAsync()).Count));
    }

    private static string Field(string page, string name) =>
        Regex.Match(page, $"<input[^>]*name=\"{name}\"[^>]*>", RegexOptions.None, TimeSpan.FromSeconds(1)).Value;

    private static string Error(string page, string name) =>
        WebUtility.HtmlDecode(
            Regex
                .Match(
                    page,
                    $"<[a-z]+[^>]*id=\"{name}-error\"[^>]*>([^<]*)<",
                    RegexOptions.None,
                    TimeSpan.FromSeconds(1)
                )
                .Groups[1]
                .Value
        );

    private static string Text(string page) => WebUtility.HtmlDecode(Tags().Replace(page, ""));

    [GeneratedRegex("<[^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Tags();

    [GeneratedRegex("href=\"([^\"]*)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Links();
}
