using System.Text.Json.Nodes;
using EndToEnd.Tests.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Tests;

/// <summary>What somebody does who looks countries and money up.</summary>
[TestFixture]
[Parallelizable(ParallelScope.All)]
internal sealed class ExplorerTests
{
    private const string Shown = "#countries li:not([hidden])";

    [Test]
    public async Task Typing_finds_countries_in_any_language_and_clearing_shows_all_again()
    {
        await using var visit = await Visit.BeginAsync(Site.ToRead.Home);
        var page = await visit.OpenAsync("/");
        var all = await page.Locator(Shown).CountAsync();

        await page.FillAsync("#q", "Швейцария");
        await Expect(page.Locator(Shown)).ToHaveCountAsync(1);
        await Expect(page.Locator(Shown)).ToContainTextAsync("Switzerland");
        await Expect(page.Locator("#map")).ToBeHiddenAsync();
        Assert.That(page.Url, Does.Contain("?q=%D0%A8"));

        await page.FillAsync("#q", "");
        await Expect(page.Locator(Shown)).ToHaveCountAsync(all);
        await Expect(page.Locator(Shown).First).ToContainTextAsync("Afghanistan");
        await Expect(page.Locator("#map")).ToBeVisibleAsync();
    }

    [Test]
    public async Task Typing_shows_the_same_as_the_form_without_script([Values("germny", "guinea", "+41")] string text)
    {
        await using var typing = await Visit.BeginAsync(Site.ToRead.Home);
        var page = await typing.OpenAsync("/");
        await page.FillAsync("#q", text);
        await Expect(page.Locator("#map")).ToBeHiddenAsync();

        await using var sending = await Visit.BeginAsync(Site.ToRead.Home, script: false);
        var plain = await sending.OpenAsync("/");
        await plain.FillAsync("#q", text);
        await plain.PressAsync("#q", "Enter");
        await Expect(plain.Locator("#map")).ToBeHiddenAsync();

        var expected = await NamesAsync(plain);
        Assert.That(expected, Is.Not.Empty);
        await Expect(page.Locator($"{Shown} a")).ToHaveTextAsync(expected);
    }

    [Test]
    public async Task What_is_not_found_is_said_with_advice([Values] bool script)
    {
        await using var visit = await Visit.BeginAsync(Site.ToRead.Home, script: script);
        var page = await visit.OpenAsync(script ? "/" : "/?q=qqqqqq");
        if (script)
            await page.FillAsync("#q", "qqqqqq");
        await Expect(page.Locator("#nothing")).ToBeVisibleAsync();
        await Expect(page.Locator(Shown)).ToHaveCountAsync(0);
    }

    [Test]
    public async Task The_map_leads_to_a_country_and_its_border_to_the_next([Values] bool script)
    {
        await using var visit = await Visit.BeginAsync(Site.ToRead.Home, script: script);
        var page = await visit.OpenAsync("/");
        await page.ClickAsync(".map a[data-code=BR] path");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Brazil");
        await page.ClickAsync("ul[aria-labelledby=borders] a:has-text('Peru')");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Peru");
    }

    [Test]
    public async Task The_map_is_coloured_by_currency_or_by_region_and_says_what_its_colours_mean()
    {
        await using var visit = await Visit.BeginAsync(Site.ToRead.Home, script: false);
        var page = await visit.OpenAsync("/");
        await Expect(page.Locator(".legend li").First).ToContainTextAsync("Euro");
        await Expect(page.Locator(".map a[data-code=DE]")).ToHaveClassAsync("c1");
        await Expect(page.Locator(".map a[data-code=DE] title")).ToHaveTextAsync("Germany: Euro");

        await page.ClickAsync("text=By region");
        await Expect(page.Locator(".legend li")).ToHaveCountAsync(6);
        await Expect(page.Locator(".map a[data-code=DE] title")).ToHaveTextAsync("Germany: Europe");
    }

    [Test]
    public async Task The_timeline_tells_when_a_money_came_and_at_what_ratio()
    {
        await using var visit = await Visit.BeginAsync(Site.ToRead.Home, script: false);
        var page = await visit.OpenAsync("/explore/countries/de");
        var timeline = page.Locator("svg.timeline");

        await Expect(timeline).ToContainTextAsync("DEM");
        await Expect(timeline).ToContainTextAsync("1948-06-20 – 2002-02-28");
        await Expect(timeline).ToContainTextAsync("1.95583 DEM = 1 EUR");
        await Expect(page.Locator("tr:has-text('DEM')").First).ToContainTextAsync("1.95583 DEM = 1 EUR, 1999-01-01");
    }

    [Test]
    public async Task Names_are_in_the_language_of_the_reader_with_its_direction()
    {
        await using var visit = await Visit.BeginAsync(Site.ToRead.Home, language: "ar");
        var page = await visit.OpenAsync("/explore/countries/DE");
        var name = page.Locator("h1 bdi");

        await Expect(name).ToHaveTextAsync("ألمانيا");
        await Expect(name).ToHaveAttributeAsync("dir", "rtl");
        await Expect(name).ToHaveAttributeAsync("lang", "ar");
        // A language that the address names goes along.
        await visit.OpenAsync("/explore/countries/DE?lang=de");
        await page.ClickAsync("ul[aria-labelledby=borders] a:has-text('Österreich')");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Österreich");
    }

    [Test]
    public async Task The_slider_shows_where_a_currency_was_money_on_a_day()
    {
        await using var visit = await Visit.BeginAsync(Site.ToRead.Home);
        var page = await visit.OpenAsync("/explore/currencies/EUR");
        await Expect(page.Locator(".map a[data-code=HR]")).ToHaveClassAsync("now");

        await page.Locator("#slider").FillAsync($"{(2000 * 12) + 0}");
        await Expect(page.Locator("#on")).ToHaveValueAsync("2000-01-01");
        await Expect(page.Locator("[data-count]")).ToHaveTextAsync(await UsersAsync("EUR", "2000-01-01"));
        await Expect(page.Locator(".map a[data-code=HR]")).ToHaveClassAsync("ahead");
        await Expect(page.Locator(".map a[data-code=DE]")).ToHaveClassAsync("now");
        await Expect(page.Locator("#uses tr[data-code=HR]").First).ToContainTextAsync("not yet");
    }

    [Test]
    public async Task A_day_can_be_asked_for_without_script()
    {
        await using var visit = await Visit.BeginAsync(Site.ToRead.Home, script: false);
        var page = await visit.OpenAsync("/explore/currencies/DEM");
        await Expect(page.Locator("#slider")).ToBeHiddenAsync();
        await Expect(page.Locator(".map a[data-code=DE]")).ToHaveClassAsync("past");

        await page.FillAsync("#on", "1995-05-05");
        await page.ClickAsync("#day button");
        await Expect(page.Locator("#count")).ToContainTextAsync("1995-05-05");
        await Expect(page.Locator("[data-count]")).ToHaveTextAsync(await UsersAsync("DEM", "1995-05-05"));
        await Expect(page.Locator(".map a[data-code=DE]")).ToHaveClassAsync("now");
    }

    [TestCase("/")]
    [TestCase("/?q=eire")]
    [TestCase("/explore/countries/CI")]
    [TestCase("/explore/currencies/XOF?on=1999-01-01")]
    [TestCase("/explore/currencies/DEM")]
    public async Task A_page_names_the_answers_that_say_the_same(string path)
    {
        await using var visit = await Visit.BeginAsync(Site.ToRead.Home);
        var page = await visit.OpenAsync(path);
        var links = await page.Locator("footer a:has(code)").EvaluateAllAsync<string[]>("all => all.map(a => a.href)");

        Assert.That(links, Has.Length.GreaterThan(1));
        foreach (var link in links)
            Assert.That((int)(await Site.ToRead.Client.GetAsync(link)).StatusCode, Is.EqualTo(200), link);
    }

    [Test]
    public async Task A_code_that_does_not_exist_leads_to_those_that_were_meant()
    {
        await using var visit = await Visit.BeginAsync(Site.ToRead.Home);
        var page = await visit.OpenAsync("/explore/countries/Swizerland", 404);
        await page.ClickAsync("main a:has-text('Switzerland')");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Switzerland");

        await visit.OpenAsync("/explore/currencies/EUT", 404);
        await page.ClickAsync("main a:has-text('EUR')");
        await Expect(page.Locator("h1")).ToContainTextAsync("Euro");
    }

    private static async Task<string> UsersAsync(string code, string day)
    {
        var answer = await Site.ToRead.Client.GetStringAsync($"/api/v1/currencies/{code}/countries?on={day}&limit=200");
        var countries = JsonNode.Parse(answer)!["items"]!.AsArray().Select(item => (string?)item!["alpha2"]);
        return $"{countries.Distinct().Count()}";
    }

    private static async Task<string[]> NamesAsync(IPage page) =>
        [.. await page.Locator($"{Shown} a").AllTextContentsAsync()];
}
