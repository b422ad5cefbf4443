using System.Text.Json.Nodes;
using Api.Tests.Seed;

namespace Api.Tests.RestCountries;

/// <summary>Every path of the contract, and which countries it finds.</summary>
[TestFixture]
internal sealed class PathTests : RestCountriesFixture
{
    [Test]
    public async Task All_gives_the_250_countries_by_cca3()
    {
        var codes = await CodesAsync("/all");

        Assert.That(codes, Has.Length.EqualTo(250).And.Ordered.And.Unique);
    }

    [TestCase("CH")]
    [TestCase("che")]
    [TestCase("756")]
    [TestCase("sui")]
    [TestCase("codes=ch")]
    public async Task Alpha_finds_a_country_by_cca2_cca3_ccn3_and_cioc_in_any_case(string code) =>
        Assert.That(await CodesAsync($"/alpha/{code}"), Is.EqualTo(new[] { "CHE" }));

    [Test]
    public async Task A_code_of_ISO_goes_before_an_equal_one_of_the_IOC() =>
        Assert.That(await CodesAsync("/alpha/BRN"), Is.EqualTo(new[] { "BRN" }));

    [Test]
    public async Task Kosovo_has_the_codes_that_the_old_service_gave_it()
    {
        var kosovo = (await ReadAsync("/alpha/xk")).AsArray().Single()!;

        Assert.That((string?)kosovo["cca3"], Is.EqualTo("UNK"));
        Assert.That(kosovo["ccn3"], Is.Null, "it has none, and what is empty is left out");
        Assert.That(await CodesAsync("/alpha/unk"), Is.EqualTo(new[] { "UNK" }));
        Assert.That(
            (await ReadAsync("/alpha/srb"))[0]!["borders"]!.AsArray().Select(code => (string)code!),
            Does.Contain("UNK").And.Not.Contain("XKX")
        );
    }

    [TestCase("de,ch,at", "AUT CHE DEU")]
    [TestCase("DE,de,276,GER", "DEU", Description = "one country is there once")]
    [TestCase("ch,zz,nothing,", "CHE", Description = "unknown ones are skipped")]
    [TestCase("ch", "CHE")]
    public async Task Alpha_finds_a_list_of_codes(string codes, string found) =>
        Assert.That(await CodesAsync($"/alpha?codes={codes}"), Is.EqualTo(found.Split(' ')));

    [TestCase("/name/eesti", "EST", Description = "its own name")]
    [TestCase("/name/SWITZ", "CHE", Description = "a part, in any case")]
    [TestCase("/name/swiss%20confed", "CHE", Description = "the official name")]
    [TestCase("/name/%C3%B6sterreich", "AUT", Description = "a native name")]
    [TestCase("/name/osterreich", "AUT", Description = "without its accent")]
    [TestCase("/name/reunion", "REU")]
    [TestCase("/name/T%C3%BCrkiye", "TUR", Description = "today's name")]
    [TestCase("/name/turkey", "TUR", Description = "the old one")]
    [TestCase("/name/peru?fullText=true", "PER")]
    [TestCase("/name/republic%20of%20ireland?fullText=true", "IRL", Description = "as the old service wrote it")]
    [TestCase("/currency/burmese%20kyat", "MMR", Description = "as the old service wrote it")]
    [TestCase("/lang/southern%20sotho", "LSO ZAF ZWE", Description = "as the old service wrote it")]
    [TestCase("/capital/ulan%20bator", "MNG", Description = "as the old service wrote it")]
    [TestCase("/name/Republic%20of%20Peru?fullText=TRUE", "PER")]
    [TestCase("/name/cote%20d'ivoire", "CIV")]
    [TestCase("/currency/CHF", "CHE LIE")]
    [TestCase("/currency/chf", "CHE LIE")]
    [TestCase("/currency/swiss", "CHE LIE")]
    [TestCase("/currency/NAD", "NAM", Description = "a code in capital letters is no part of Canadian Dollar")]
    [TestCase("/currency/Swiss", "CHE LIE", Description = "a name in any case")]
    [TestCase("/lang/roh", "CHE")]
    [TestCase("/lang/ROMANSH", "CHE")]
    [TestCase("/capital/bern", "CHE")]
    [TestCase("/capital/asuncion", "PRY", Description = "Asunción")]
    [TestCase("/subregion/melanesia", "FJI NCL PNG SLB VUT")]
    [TestCase("/region/antarctic", "ATA ATF BVT HMD SGS")]
    [TestCase("/region/melanesia", "FJI NCL PNG SLB VUT", Description = "a subregion in full")]
    [TestCase("/translation/schweiz", "CHE")]
    [TestCase("/translation/Sveitsi", "CHE")]
    [TestCase("/translation/%D8%B3%D9%88%D9%8A%D8%B3%D8%B1%D8%A7", "CHE", Description = "Arabic")]
    [TestCase("/demonym/peruvian", "PER")]
    [TestCase("/demonym/P%C3%A9ruvienne", "PER", Description = "in French")]
    public async Task Each_path_finds_what_it_is_for(string path, string found) =>
        Assert.That(await CodesAsync(path), Is.EqualTo(found.Split(' ')));

    [TestCase("/region/lanesia", Description = "a part of a subregion is none of a region")]
    [TestCase("/lang/roman", Description = "a part of a language")]
    [TestCase("/name/per?fullText=true", Description = "a part of a name")]
    [TestCase("/name/zzz")]
    [TestCase("/capital/zzz")]
    [TestCase("/currency/zzz")]
    [TestCase("/currency/ANG", Description = "a code of money that is over is no part of Angolan Kwanza")]
    [TestCase("/lang/zzz")]
    [TestCase("/region/zzz")]
    [TestCase("/subregion/zzz")]
    [TestCase("/translation/zzz")]
    [TestCase("/demonym/zzz")]
    [TestCase("/alpha/zzz")]
    [TestCase("/alpha?codes=zz,yy")]
    public Task What_is_not_found_is_404(string path) =>
        GetAsync(path).MustBeAsync(404, """{"message":"Not Found","status":404}""");

    [Test]
    public async Task Exact_names_come_first_then_names_that_begin_so_then_the_rest()
    {
        // Niger begins Nigeria's name and is a name; both are parts of many official names of none.
        Assert.That((await CodesAsync("/name/niger"))[..2], Is.EqualTo(new[] { "NER", "NGA" }));
        var guinea = await CodesAsync("/name/guinea");
        Assert.That(guinea[0], Is.EqualTo("GIN"));
        Assert.That(Array.IndexOf(guinea, "GNB"), Is.LessThan(Array.IndexOf(guinea, "PNG")));
    }

    [Test]
    public async Task Independent_is_true_unless_something_else_is_asked_for()
    {
        var states = await CodesAsync("/independent");
        var others = await CodesAsync("/independent?status=false");

        Assert.That(states, Does.Contain("CHE").And.Not.Contain("GRL"));
        Assert.That(others, Does.Contain("GRL").And.Not.Contain("CHE"));
        Assert.That(states.Concat(others).Order(), Is.EqualTo(await CodesAsync("/all")));
        Assert.That(await CodesAsync("/independent?status=TRUE"), Is.EqualTo(states));
    }

    [TestCase("/all")]
    [TestCase("/alpha/ch")]
    [TestCase("/alpha?codes=ch,li")]
    [TestCase("/name/peru")]
    [TestCase("/name/peru?fullText=true")]
    [TestCase("/currency/chf")]
    [TestCase("/lang/german")]
    [TestCase("/capital/bern")]
    [TestCase("/region/europe")]
    [TestCase("/subregion/western%20europe")]
    [TestCase("/translation/schweiz")]
    [TestCase("/demonym/swiss")]
    [TestCase("/independent?status=false")]
    public async Task A_last_slash_changes_nothing_and_HEAD_is_GET_without_a_body(string path)
    {
        var split = path.IndexOf('?', StringComparison.Ordinal);
        var slashed = split < 0 ? $"{path}/" : $"{path[..split]}/{path[split..]}";
        var plain = await (await GetAsync(path)).Content.ReadAsByteArrayAsync();
        var head = await SendAsync(HttpMethod.Head, path);

        Assert.That(await (await GetAsync(slashed)).Content.ReadAsByteArrayAsync(), Is.EqualTo(plain));
        Assert.That((int)head.StatusCode, Is.EqualTo(200));
        Assert.That(head.Content.Headers.ContentLength, Is.EqualTo(plain.Length));
        Assert.That(await head.Content.ReadAsByteArrayAsync(), Is.Empty);
    }

    [Test]
    public async Task Records_of_ones_own_are_no_part_of_this_contract()
    {
        using var body = new StringContent(
            """{"country_name":"Atlantis","local_currency":"Shell"}""",
            null,
            "application/json"
        );
        using var added = await Client.PostAsync("/country/", body);
        Assert.That((int)added.StatusCode, Is.EqualTo(201));

        Assert.That(await CodesAsync("/all"), Has.Length.EqualTo(250), "apps key countries by cca3, and it has none");
        await GetAsync("/name/atlantis").MustBeAsync(404);
    }

    [Test]
    public async Task A_currency_that_changes_at_midnight_changes_here()
    {
        static JsonObject Currencies(JsonNode country) => country["currencies"]!.AsObject();

        Assert.That(Currencies(await ReadAsync("/alpha/bg?fields=currencies")).Select(c => c.Key), Is.EqualTo(["EUR"]));
        using var before = new Testing.RunningService(
            clock: new Microsoft.Extensions.Time.Testing.FakeTimeProvider(new(2025, 12, 31, 23, 0, 0, TimeSpan.Zero))
        );
        var then = JsonNode.Parse(await before.Client.GetStringAsync("/v3.1/alpha/bg?fields=currencies"))!;
        Assert.That(Currencies(then).Select(c => c.Key), Is.EqualTo(["BGN"]));
    }
}
