namespace Api.Tests.V1;

/// <summary>Currencies, where they are money and when, and what came after them.</summary>
[TestFixture]
internal sealed class MoneyTests : V1Fixture
{
    [Test]
    public async Task Every_currency_is_listed_once_over_all_pages() =>
        Assert.That(
            (await AllAsync("/currencies?limit=60")).Select(c => (string)c["code"]!),
            Is.Unique.And.Exactly(315).Items
        );

    [TestCase("CHF")]
    [TestCase("chf")]
    public async Task A_currency_is_found_by_its_code(string code)
    {
        var franc = await JsonAsync($"/currencies/{code}?lang=de");

        Assert.That((string?)franc["name"], Is.EqualTo("Schweizer Franken"));
        Assert.That((string?)franc["numeric"], Is.EqualTo("756"));
        Assert.That((int?)franc["minorUnits"]!["iso"], Is.EqualTo(2));
        Assert.That((int?)franc["minorUnits"]!["cashRounding"], Is.EqualTo(5));
    }

    [TestCase("/currencies/CHX")]
    [TestCase("/currencies/XQZ/succession")]
    [TestCase("/currencies/XQZ/countries")]
    public async Task A_code_that_no_currency_has_is_not_found(string path) =>
        Assert.That((string?)(await ProblemAsync(path, 404))["code"], Is.EqualTo("currency.not_found"));

    [TestCase("/currencies?kind=mony", "money")]
    [TestCase("/currencies?sort=numric", "numeric")]
    [TestCase("/currencies?fields=minorUnits.ios", "minorUnits.iso")]
    public async Task The_nearest_known_word_is_named(string path, string nearest) =>
        Assert.That((string?)(await ProblemAsync(path, 400))["errors"]![0]!["nearest"], Is.EqualTo(nearest));

    [TestCase("q=Schweizer Franken", "CHF")]
    [TestCase("q=kenyan shiling", "KES")]
    [TestCase("q=usd", "USD")]
    public async Task A_currency_is_found_by_its_names(string query, string code) =>
        Assert.That((await ColumnAsync($"/currencies?{query}", "code"))[0], Is.EqualTo(code));

    [TestCase("DE", "2001-06-30", "DEM EUR")]
    [TestCase("DE", "2002-06-30", "EUR")]
    [TestCase("HR", "2022-12-31", "HRK")]
    [TestCase("HR", "2023-01-01", "EUR HRK")]
    [TestCase("HR", "2023-01-15", "EUR")]
    [TestCase("BG", "2025-12-31", "BGN")]
    [TestCase("BG", "2026-02-01", "EUR")]
    public async Task The_money_of_a_country_is_that_of_the_day(string country, string day, string codes) =>
        Assert.That(
            await ColumnAsync($"/countries/{country}/currencies?on={day}&kind=tender&sort=code", "code"),
            Is.EquivalentTo(codes.Split(' '))
        );

    [Test]
    public async Task Without_a_day_the_whole_history_comes()
    {
        var history = await ColumnAsync("/countries/HR/currencies", "code");

        Assert.That(history, Is.SupersetOf(["EUR", "HRK", "HRD", "YUN"]));
        Assert.That(history[0], Is.EqualTo("EUR"));
    }

    [TestCase("on=2022-12-31", false)]
    [TestCase("on=2023-01-01", true)]
    public async Task Where_a_currency_is_money_depends_on_the_day(string query, bool croatia) =>
        Assert.That(
            (await ColumnAsync($"/currencies/EUR/countries?{query}&limit=200")).Contains("HR"),
            Is.EqualTo(croatia)
        );

    [Test]
    public async Task The_official_ratio_stands_in_the_succession()
    {
        var kuna = await JsonAsync("/currencies/HRK/succession");

        Assert.That((string?)kuna["successors"]![0]!["to"], Is.EqualTo("EUR"));
        Assert.That((decimal?)kuna["successors"]![0]!["ratio"], Is.EqualTo(7.53450m));
        Assert.That((string?)kuna["successors"]![0]!["date"], Is.EqualTo("2023-01-01"));
        Assert.That(
            (await JsonAsync("/currencies/EUR/succession"))["predecessors"]!.AsArray().Select(c => (string?)c!["from"]),
            Is.SupersetOf(["DEM", "FRF", "HRK"])
        );
    }

    [Test]
    public async Task The_parts_of_a_country_are_a_list_like_any_other()
    {
        Assert.That((int?)(await JsonAsync("/countries/CH/subdivisions"))["total"], Is.EqualTo(26));
        Assert.That(await ColumnAsync("/countries/CH/subdivisions?q=zurich", "code"), Is.EqualTo(["CH-ZH"]));
        Assert.That(await AllAsync("/countries/CH/subdivisions?limit=5&sort=-name"), Has.Count.EqualTo(26));
    }

    [TestCase("CH", "alpha2", "CH")]
    [TestCase("che", "alpha3", "CH")]
    [TestCase("756", "numeric", "CH")]
    [TestCase("🇨🇭", "flag", "CH")]
    [TestCase(".ch", "tld", "CH")]
    [TestCase("+41", "callingCode", "CH")]
    [TestCase("SUI", "ioc", "CH")]
    [TestCase("Schweiz", "name", "CH")]
    [TestCase("Swizterland", "misspeltName", "CH")]
    [TestCase("日本", "name", "JP")]
    [TestCase("SU", "formerCode", "AM")]
    [TestCase("DDR", "formerCode", "DE")]
    public async Task A_text_is_resolved_and_the_rule_is_said(string text, string rule, string code)
    {
        var items = (await JsonAsync($"/resolve?q={Uri.EscapeDataString(text)}"))["items"]!;

        Assert.That((string?)items[0]!["rule"], Is.EqualTo(rule));
        Assert.That((string?)items[0]!["country"]!["alpha2"], Is.EqualTo(code));
    }

    [TestCase("YU", "ME RS")]
    [TestCase("CSHH", "CZ SK")]
    public async Task A_former_code_leads_to_the_countries_of_today(string text, string codes)
    {
        var items = (await JsonAsync($"/resolve?q={text}&fields=rule,former.name,country.alpha2"))["items"]!.AsArray();
        var former = items.Where(item => (string?)item!["rule"] == "formerCode");

        Assert.That(former.Select(item => (string?)item!["country"]!["alpha2"]), Is.EquivalentTo(codes.Split(' ')));
    }

    [Test]
    public async Task A_text_that_is_too_long_is_refused_before_anything_is_searched()
    {
        var problem = await ProblemAsync($"/resolve?q={new string('a', 101)}", 400);

        Assert.That((string?)problem["code"], Is.EqualTo("query.search.too_long"));
    }

    [Test]
    public async Task Nothing_to_resolve_is_a_problem() =>
        Assert.That((string?)(await ProblemAsync("/resolve", 400))["errors"]![0]!["field"], Is.EqualTo("q"));

    [Test]
    public async Task The_data_set_says_its_sources_and_licences()
    {
        var set = await JsonAsync("/dataset");

        Assert.That((string?)set["version"], Does.Match(@"^\d+\.\d+\.\d+$"));
        Assert.That(
            set["modules"]!.AsArray().Select(m => (string?)m!["name"]),
            Is.EqualTo(["Countries", "Currencies"])
        );
        Assert.That(set["licences"]!.AsArray().Select(l => (string?)l), Has.Member("MIT").And.Member("Unicode-3.0"));
        Assert.That(set["sources"]!.AsArray().Select(s => (string?)s!["package"]), Is.Unique.And.Member("cldr-core"));
    }
}
