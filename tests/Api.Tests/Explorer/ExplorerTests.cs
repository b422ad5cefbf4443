using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Api.Tests.Testing;

namespace Api.Tests.Explorer;

/// <summary>The explorer's pages as answers to requests. What a browser does with them is looked at in EndToEnd.Tests.</summary>
[TestFixture]
internal sealed partial class ExplorerTests
{
    private RunningService service = null!;

    [OneTimeSetUp]
    public void Start() => service = new(new() { ["RateLimits:Enabled"] = "false" });

    [OneTimeTearDown]
    public void Stop() => service.Dispose();

    [TestCase("/")]
    [TestCase("/?by=region")]
    [TestCase("/?q=land")]
    [TestCase("/explore/countries/276")]
    [TestCase("/explore/currencies")]
    [TestCase("/explore/currencies/chf")]
    [TestCase("/explore/currencies/EUR?on=2000-01-01")]
    public async Task A_page_can_be_kept_and_asked_for_again(string path)
    {
        using var first = await GetAsync(path);
        using var again = new HttpRequestMessage(HttpMethod.Get, path);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await service.Client.SendAsync(again);
        using var head = await service.Client.SendAsync(new(HttpMethod.Head, path));

        Assert.Multiple(() =>
        {
            Assert.That(first.Headers.CacheControl!.NoCache);
            Assert.That(first.Headers.Vary, Does.Contain("Accept-Language").And.Contains("Accept-Encoding"));
            Assert.That(second.StatusCode, Is.EqualTo(HttpStatusCode.NotModified));
            Assert.That(head.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(head.Headers.ETag, Is.EqualTo(first.Headers.ETag));
        });
    }

    [TestCase("/?q=&by=&lang=", 200)]
    [TestCase("/?q=%00", 200)]
    [TestCase("/?q=a&q=b&by=c&by=d", 200)]
    [TestCase("/?lang=tlh&by=moon&on=never&limit=-1&cursor=x", 200)]
    [TestCase("/explore/currencies/EUR?on=0001-01-01", 200)]
    [TestCase("/explore/currencies/EUR?on=9999-12-31", 200)]
    [TestCase("/explore/currencies/EUR?on=2000-02-30", 200)]
    [TestCase("/explore/currencies/E%0AR", 404)]
    [TestCase("/explore/countries/%F0%9F%87%A8%F0%9F%87%AD", 404)]
    [TestCase("/explore/countries/%3Cscript%3E", 404)]
    [TestCase("/explore/countries/..%2F..%2Fetc", 404)]
    public async Task Any_address_gets_a_page(string path, int status)
    {
        using var answer = await service.Client.GetAsync(path);
        var page = await answer.Content.ReadAsStringAsync();

        Assert.That((int)answer.StatusCode, Is.EqualTo(status));
        Assert.That(page, Does.StartWith("<!doctype html>").And.Not.Contains("<script>"));
    }

    [Test]
    public async Task A_search_that_is_too_long_and_a_day_that_is_none_are_told()
    {
        Assert.That(await TextAsync($"/?q={new string('x', 101)}"), Does.Contain("100 characters"));
        Assert.That(await TextAsync("/explore/currencies/EUR?on=yesterday"), Does.Contain("YYYY-MM-DD"));
    }

    [Test]
    public async Task No_page_has_a_style_or_a_script_of_its_own_and_every_one_has_the_header_fields()
    {
        foreach (var path in new[] { "/", "/explore/countries/DE", "/explore/currencies/EUR", "/explore/countries/XX" })
        {
            using var answer = await service.Client.GetAsync(path);
            var page = await answer.Content.ReadAsStringAsync();
            Assert.That(
                page,
                Does.Not.Match("(?i)<style|<iframe|javascript:|<script(?! src=\"/)|<[^>]*\\s(style|on[a-z]+)\\s*=")
            );
            Assert.That(
                answer.Headers.GetValues("Content-Security-Policy").Single(),
                Does.Contain("default-src 'none'").And.Not.Contains("unsafe")
            );
        }
    }

    [Test]
    public async Task A_country_that_was_added_is_found_and_has_a_page_without_a_flag()
    {
        var added = await service.Client.PostAsync(
            "/country/",
            new FormUrlEncodedContent([new("country_name", "Sealand"), new("local_currency", "Shell & Co")])
        );
        added.EnsureSuccessStatusCode();

        var address = Page().Match(await TextAsync("/?q=sealand")).Groups[1].Value;
        var page = await TextAsync(address);
        Assert.That(page, Does.Contain("Sealand").And.Contains("Shell & Co").And.Not.Contains("class=\"flag\""));
    }

    [Test]
    public async Task The_language_of_the_browser_counts_and_that_of_the_address_before_it()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/explore/countries/DE");
        request.Headers.AcceptLanguage.Add(new StringWithQualityHeaderValue("fr-CA"));
        using var answer = await service.Client.SendAsync(request);

        Assert.That(
            await answer.Content.ReadAsStringAsync(),
            Does.Contain("lang=\"fr-CA\" dir=\"ltr\">Allemagne").Or.Contains("lang=\"fr\" dir=\"ltr\">Allemagne")
        );
        Assert.That(await TextAsync("/explore/countries/DE?lang=he"), Does.Contain("lang=\"he\" dir=\"rtl\">גרמניה"));
    }

    private async Task<HttpResponseMessage> GetAsync(string path)
    {
        var answer = await service.Client.GetAsync(path);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), path);
        return answer;
    }

    private async Task<string> TextAsync(string path) =>
        WebUtility.HtmlDecode(await (await GetAsync(path)).Content.ReadAsStringAsync());

    [GeneratedRegex("href=\"(/explore/countries/[0-9a-f-]{36})\"")]
    private static partial Regex Page();
}
