using System.Text.Json.Nodes;

namespace Api.Tests.V1;

/// <summary>The list of countries: filters, search, order, pages, fields.</summary>
[TestFixture]
internal sealed class CountryListTests : V1Fixture
{
    [Test]
    public async Task The_list_has_items_a_total_and_the_address_of_the_next_page()
    {
        var page = await JsonAsync("/countries");

        Assert.Multiple(() =>
        {
            Assert.That(page.AsObject().Select(member => member.Key), Is.EqualTo(["items", "total", "next"]));
            Assert.That(page["items"]!.AsArray(), Has.Count.EqualTo(50));
            Assert.That((int)page["total"]!, Is.EqualTo(250));
            Assert.That((string)page["next"]!, Does.StartWith("/api/v1/countries?cursor="));
        });
    }

    [Test]
    public async Task Following_next_gives_every_country_once()
    {
        var all = await AllAsync("/countries?limit=7");

        Assert.That(all.Select(c => (string)c["id"]!), Is.Unique.And.Exactly(250).Items);
        Assert.That((string)all[0]["name"]!, Is.EqualTo("Afghanistan"));
    }

    [Test]
    public async Task Link_says_the_same_as_next_in_every_format()
    {
        var next = (string)(await JsonAsync("/countries?limit=2&fields=name"))["next"]!;
        foreach (var format in new[] { Json, Xml, Csv, NdJson })
        {
            using var answer = await SendAsync("/countries?limit=2&fields=name", format);
            Assert.That(answer.Headers.GetValues("Link").Single(), Is.EqualTo($"<{next}>; rel=\"next\""), format);
        }
    }

    [Test]
    public async Task The_last_page_has_no_next()
    {
        using var answer = await SendAsync("/countries?q=switzerland");

        Assert.That((string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["next"], Is.Null);
        Assert.That(answer.Headers.Contains("Link"), Is.False);
    }

    [TestCase("borders=CHE&euMember=true", "AT FR DE IT")]
    [TestCase("borders=che&euMember=TRUE", "AT FR DE IT")]
    [TestCase("callingCode=41", "CH")]
    [TestCase("callingCode=%2B41", "CH")]
    [TestCase("tld=.ch", "CH")]
    [TestCase("tld=ch,at", "AT CH")]
    [TestCase("language=rm", "CH")]
    [TestCase("currency=CHF", "LI CH")]
    [TestCase("timeZone=Europe/Zurich&region=Europe", "CH")]
    [TestCase("continent=Antarctica&independent=true", "")]
    [TestCase("source=local", "")]
    public async Task A_list_holds_what_passes_every_filter(string query, string codes) =>
        Assert.That(
            await ColumnAsync($"/countries?{query}&limit=200"),
            Is.EqualTo(codes.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        );

    [TestCase("2022-12-31", "HRK")]
    [TestCase("2023-01-01", "EUR HRK")]
    [TestCase("2023-01-14", "EUR HRK")]
    [TestCase("2023-01-15", "EUR")]
    public async Task Money_is_that_of_the_day(string day, string codes)
    {
        var croatia = await JsonAsync($"/countries/HR?on={day}");

        Assert.That(croatia["currencies"]!.AsArray().Select(c => (string)c!["code"]!), Is.EqualTo(codes.Split(' ')));
        Assert.That(
            await ColumnAsync($"/countries?currency=HRK&on={day}"),
            codes.Contains("HRK", StringComparison.Ordinal) ? Has.Member("HR") : Is.Empty
        );
    }

    [TestCase("-population", "CN IN US")]
    [TestCase("region,-population", "NG ET CD")]
    public async Task The_order_is_the_one_that_is_asked_for(string sort, string first) =>
        Assert.That(await ColumnAsync($"/countries?sort={sort}&limit=3"), Is.EqualTo(first.Split(' ')));

    [TestCase("gini")]
    [TestCase("-gini")]
    [TestCase("numeric")]
    [TestCase("-numeric")]
    public async Task What_has_no_value_stands_last(string sort)
    {
        var values = (await AllAsync($"/countries?sort={sort}&limit=200")).Select(c => c[sort.TrimStart('-')]).ToList();

        Assert.That(values, Has.Member(null));
        Assert.That(values.SkipWhile(value => value is not null), Is.All.Null);
    }

    [TestCase("currency=DEM")]
    [TestCase("borders=JPN")]
    [TestCase("subregion=western europe&region=Asia")]
    public async Task A_known_value_that_fits_nobody_finds_nothing(string filter) =>
        Assert.That(await ColumnAsync($"/countries?{filter}"), Is.Empty);

    [TestCase("Schweiz", "CH")]
    [TestCase("suisse", "CH")]
    [TestCase("cote d'ivoire", "CI")]
    [TestCase("Türkiye", "TR")]
    [TestCase("turkiye", "TR")]
    [TestCase("Österreich", "AT")]
    [TestCase("日本", "JP")]
    [TestCase("Deutschlnad", "DE")]
    [TestCase("Swizterland", "CH")]
    [TestCase("GERMANY", "DE")]
    [TestCase("CH", "CH")]
    public async Task The_best_match_of_a_search_stands_first(string name, string code) =>
        Assert.That((await ColumnAsync($"/countries?q={Uri.EscapeDataString(name)}"))[0], Is.EqualTo(code));

    [Test]
    public async Task The_exact_name_stands_before_the_longer_ones()
    {
        var found = await ColumnAsync("/countries?q=guinea", "name");

        Assert.That(found[0], Is.EqualTo("Guinea"));
        Assert.That(found, Is.SupersetOf(["Guinea-Bissau", "Equatorial Guinea", "Papua New Guinea"]));
    }

    [Test]
    public async Task Only_the_fields_that_were_asked_for_come()
    {
        var item = (await JsonAsync("/countries?q=switzerland&fields=name,capital,currencies.code,gini.year"))[
            "items"
        ]![0]!;

        Assert.That(
            item.ToJsonString(),
            Is.EqualTo(
                """{"name":"Switzerland","capital":"Bern","currencies":[{"code":"CHF"},{"code":"CHE"},{"code":"CHW"}],"gini":{"year":2020}}"""
            )
        );
    }

    [Test]
    public async Task Names_come_and_sort_in_the_language_that_is_asked_for()
    {
        var german = await ColumnAsync("/countries?lang=de&limit=200", "name");

        Assert.That(german.Take(3), Is.EqualTo(["Afghanistan", "Ägypten", "Ålandinseln"]));
    }

    [TestCase("de-CH", "de")]
    [TestCase("pt-BR,de;q=0.5", "pt")]
    [TestCase("xx,fr;q=0.5", "fr")]
    [TestCase("zh-TW", "zh-Hant")]
    [TestCase("xx", "en")]
    [TestCase("*", "en")]
    [TestCase("de;q=0, fr;q=0.1", "fr")]
    [TestCase(";;;", "en")]
    public async Task Accept_Language_is_heard(string accepted, string language)
    {
        using var answer = await SendAsync("/countries/CH", fields: $"Accept-Language: {accepted}");

        Assert.That((int)answer.StatusCode, Is.EqualTo(200));
        Assert.That(answer.Content.Headers.ContentLanguage, Is.EqualTo(new[] { language }));
    }

    [TestCase("?sort=populaton", "query.sort.unknown", "sort", "population")]
    [TestCase("?sort=-populaton,name", "query.sort.unknown", "sort", "population")]
    [TestCase("?fields=nmae", "query.field.unknown", "fields", "name")]
    [TestCase("?fields=name,currencies.cod", "query.field.unknown", "fields", "currencies.code")]
    [TestCase("?fields=name.first", "query.field.unknown", "fields", "name")]
    [TestCase("?regoin=Europe", "query.parameter.unknown", "regoin", "region")]
    [TestCase("?Limit=5", "query.parameter.unknown", "limit", "limit")]
    [TestCase("?sortt=name", "query.parameter.unknown", "sortt", "sort")]
    [TestCase("?region=Europ", "query.value.unknown", "region", "Europe")]
    [TestCase("?independent=yes", "query.value.unknown", "independent", null)]
    [TestCase("?subregion=Western Europ", "query.value.unknown", "subregion", "Western Europe")]
    [TestCase("?timeZone=Europe/Zurrich", "query.value.unknown", "timeZone", "Europe/Zurich")]
    [TestCase("?currency=EUU", "query.value.unknown", "currency", "EUR")]
    [TestCase("?borders=CHEE", "query.value.unknown", "borders", "CHE")]
    [TestCase("?language=qqqq", "query.value.unknown", "language", null)]
    [TestCase("?callingCode=%2B999999", "query.value.unknown", "callingCode", null)]
    [TestCase("?tld=.chh", "query.value.unknown", "tld", ".ch")]
    [TestCase("?lang=ed", "query.language.unknown", "lang", "de")]
    [TestCase("?limit=0", "query.limit.invalid", "limit", null)]
    [TestCase("?limit=201", "query.limit.invalid", "limit", null)]
    [TestCase("?limit=99999999999999999999", "query.limit.invalid", "limit", null)]
    [TestCase("?limit=-1", "query.limit.invalid", "limit", null)]
    [TestCase("?limit=5&limit=6", "query.parameter.repeated", "limit", null)]
    [TestCase("?on=2023-02-30", "query.date.invalid", "on", null)]
    [TestCase("?on=0000-00-00", "query.date.invalid", "on", null)]
    [TestCase("?q=", "query.parameter.empty", "q", null)]
    [TestCase("?cursor=abc", "query.cursor.invalid", "cursor", null)]
    [TestCase("?cursor=%00", "query.cursor.invalid", "cursor", null)]
    [TestCase("?=x", "query.parameter.unknown", null, null)]
    public async Task What_is_not_understood_is_named_with_what_was_probably_meant(
        string query,
        string code,
        string? field,
        string? nearest
    )
    {
        var problem = await ProblemAsync($"/countries{query}", 400);
        var error = problem["errors"]![0]!;

        Assert.Multiple(() =>
        {
            Assert.That((string?)problem["type"], Is.EqualTo($"/docs/errors.md#{code}"));
            Assert.That((string?)problem["code"], Is.EqualTo(code));
            Assert.That((string?)problem["title"], Is.EqualTo("Bad Request"));
            Assert.That((string?)problem["instance"], Is.EqualTo("/api/v1/countries"));
            Assert.That((string?)problem["traceId"], Is.Not.Empty);
            Assert.That((string?)error["code"], Is.EqualTo(code));
            Assert.That((string?)error["field"], Is.EqualTo(field));
            Assert.That((string?)error["nearest"], Is.EqualTo(nearest));
            Assert.That(
                (string?)problem["detail"],
                nearest is null ? Is.Not.Empty : Does.EndWith($"did you mean {nearest}?")
            );
        });
    }

    [Test]
    public async Task Everything_that_is_wrong_is_said_at_once()
    {
        var problem = await ProblemAsync("/countries?sort=x&fields=y&region=z&limit=0&w=1", 400);

        Assert.That(
            problem["errors"]!.AsArray().Select(e => (string)e!["field"]!),
            Is.EquivalentTo(["sort", "fields", "region", "limit", "w"])
        );
    }

    [Test]
    public async Task A_cursor_of_another_list_or_a_changed_one_is_refused()
    {
        var next = (string)(await JsonAsync("/countries?limit=2"))["next"]!;
        var cursor = next.Split("cursor=")[1];
        var changed = cursor[..^3] + (cursor[^3] == 'A' ? 'B' : 'A') + cursor[^2..];

        foreach (
            var query in new[]
            {
                $"region=Europe&cursor={cursor}",
                $"sort=-name&cursor={cursor}",
                $"lang=de&cursor={cursor}",
                $"cursor={changed}",
            }
        )
            Assert.That(
                (string?)(await ProblemAsync($"/countries?{query}", 400))["code"],
                Is.EqualTo("query.cursor.invalid"),
                query
            );
        Assert.That(
            await ColumnAsync($"/countries?limit=3&fields=alpha2&cursor={cursor}"),
            Has.Count.EqualTo(3),
            "limit and fields may change"
        );
        Assert.That(
            await ColumnAsync($"/countries?cursor={Uri.EscapeDataString(next)}"),
            Has.Count.EqualTo(50),
            "the whole of next is understood too"
        );
    }
}
