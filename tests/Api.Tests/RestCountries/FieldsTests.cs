using System.Text.Json.Nodes;
using Api.Tests.Seed;

namespace Api.Tests.RestCountries;

/// <summary>Which members an answer has: what <c>fields</c> names, empty or not, or else all that have a value.</summary>
[TestFixture]
internal sealed class FieldsTests : RestCountriesFixture
{
    private static readonly string[] Members =
    [
        "name",
        "tld",
        "cca2",
        "ccn3",
        "cca3",
        "cioc",
        "fifa",
        "independent",
        "status",
        "unMember",
        "currencies",
        "idd",
        "capital",
        "capitalInfo",
        "altSpellings",
        "region",
        "subregion",
        "continents",
        "languages",
        "translations",
        "latlng",
        "landlocked",
        "borders",
        "area",
        "flag",
        "demonyms",
        "flags",
        "coatOfArms",
        "population",
        "maps",
        "gini",
        "car",
        "postalCode",
        "startOfWeek",
        "timezones",
    ];

    [Test]
    public async Task A_country_has_35_members()
    {
        var all = (await ReadAsync($"/all?fields={string.Join(',', Members)}")).AsArray();

        foreach (var country in all)
            Assert.That(Names(country), Is.EqualTo(Members), country!["cca3"]!.ToString());
    }

    [Test]
    public async Task Without_fields_a_code_gives_a_list_of_one_and_with_fields_a_bare_object()
    {
        Assert.That((await ReadAsync("/alpha/ch")).AsArray(), Has.Count.EqualTo(1));
        Assert.That((await ReadAsync("/alpha/ch?fields=")).AsArray(), Has.Count.EqualTo(1));
        Assert.That((await ReadAsync("/alpha/ch?fields=cca3")).ToJsonString(), Is.EqualTo("""{"cca3":"CHE"}"""));
        Assert.That(
            (await ReadAsync("/alpha?codes=ch&fields=cca3")).ToJsonString(),
            Is.EqualTo("""[{"cca3":"CHE"}]""")
        );
    }

    [TestCase("cca3,cca2", """{"cca2":"CH","cca3":"CHE"}""")]
    [TestCase("cca3,", """{"cca3":"CHE"}""")]
    [TestCase("cca3,,", """{"cca3":"CHE"}""")]
    [TestCase("%20cca3%20,%20cca2", """{"cca2":"CH","cca3":"CHE"}""")]
    [TestCase("cca3,cca3", """{"cca3":"CHE"}""")]
    [TestCase("cca3&fields=cca2", """{"cca2":"CH","cca3":"CHE"}""")]
    [TestCase("nonsense", "{}")]
    [TestCase("nonsense,cca3", """{"cca3":"CHE"}""")]
    [TestCase("CCA3", "{}")]
    [TestCase("name.common", "{}")]
    [TestCase(",", "{}")]
    [TestCase("%00", "{}")]
    public Task Fields_are_names_of_members(string fields, string answer) =>
        GetAsync($"/alpha/ch?fields={fields}").MustBeAsync(200, answer);

    [Test]
    public async Task Without_fields_what_is_empty_is_left_out_but_objects_stay()
    {
        var antarctica = (await ReadAsync("/alpha/aq"))[0]!.AsObject();

        foreach (
            var empty in new[] { "borders", "capital", "currencies", "languages", "gini", "cioc", "fifa", "subregion" }
        )
            Assert.That(antarctica.ContainsKey(empty), Is.False, empty);
        foreach (var bean in new[] { "capitalInfo", "coatOfArms", "postalCode" })
            Assert.That(antarctica[bean]!.ToJsonString(), Is.EqualTo("{}"), bean);
        Assert.That(antarctica["name"]!.AsObject().ContainsKey("nativeName"), Is.False);
    }

    [Test]
    public Task With_fields_what_is_empty_is_kept() =>
        GetAsync("/alpha/aq?fields=borders,capital,capitalInfo,cioc,currencies,gini,coatOfArms,postalCode,subregion")
            .MustBeAsync(
                200,
                """{"cioc":"","currencies":{},"capital":[],"capitalInfo":{"latlng":[]},"subregion":"","borders":[],"coatOfArms":{},"gini":{},"postalCode":{}}"""
            );

    [Test]
    public async Task More_than_ten_fields_and_none_are_welcome()
    {
        Assert.That(
            (await ReadAsync("/all?fields=" + string.Join(',', Members[..11]))).AsArray(),
            Has.Count.EqualTo(250)
        );
        Assert.That((await ReadAsync("/all")).AsArray(), Has.Count.EqualTo(250));
    }

    [Test]
    public async Task Calling_codes_are_cut_behind_their_first_digit()
    {
        await GetAsync("/alpha/ch?fields=idd").MustBeAsync(200, """{"idd":{"root":"+4","suffixes":["1"]}}""");
        await GetAsync("/alpha/ca?fields=idd").MustBeAsync(200, """{"idd":{"root":"+1","suffixes":[""]}}""");
        await GetAsync("/alpha/va?fields=idd").MustBeAsync(200, """{"idd":{"root":"+3","suffixes":["906698","79"]}}""");
        await GetAsync("/alpha/kz?fields=idd").MustBeAsync(200, """{"idd":{"root":"+7","suffixes":["6","7"]}}""");
    }

    [Test]
    public async Task Names_in_own_languages_stand_under_the_three_letters_of_ISO_639()
    {
        var name = (await ReadAsync("/alpha/ch?fields=name"))["name"]!;

        Assert.That(Names(name["nativeName"]), Is.EquivalentTo(new[] { "deu", "fra", "ita", "roh" }));
        Assert.That((string?)name["nativeName"]!["roh"]!["official"], Is.EqualTo("Confederaziun svizra"));
    }

    [Test]
    public async Task Every_country_is_translated_into_the_old_languages()
    {
        foreach (var country in (await ReadAsync("/all?fields=cca3,translations")).AsArray())
            Assert.That(country!["translations"]!.AsObject(), Has.Count.EqualTo(26), country["cca3"]!.ToString());
    }

    private static IEnumerable<string> Names(JsonNode? node) => node!.AsObject().Select(member => member.Key);
}
