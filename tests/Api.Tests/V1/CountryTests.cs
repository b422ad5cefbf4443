using System.Text.Json.Nodes;

namespace Api.Tests.V1;

/// <summary>One country.</summary>
[TestFixture]
internal sealed class CountryTests : V1Fixture
{
    [TestCase("CH")]
    [TestCase("ch")]
    [TestCase("CHE")]
    [TestCase("che")]
    [TestCase("756")]
    public async Task It_is_found_by_any_of_its_codes(string key) =>
        Assert.That((string?)(await JsonAsync($"/countries/{key}"))["name"], Is.EqualTo("Switzerland"));

    [Test]
    public async Task It_is_found_by_its_id_in_any_case()
    {
        var id = (string)(await JsonAsync("/countries/CH"))["id"]!;

        Assert.That((string?)(await JsonAsync($"/countries/{id.ToUpperInvariant()}"))["alpha2"], Is.EqualTo("CH"));
    }

    [TestCase("Germany", "DE")]
    [TestCase("Schweiz", "CH")]
    [TestCase("JPNN", "JP")]
    [TestCase("UK", "GB")]
    [TestCase("ZZ", null)]
    [TestCase("XYZ", null)]
    [TestCase("DUE", "DEU")]
    [TestCase("%F0%9F%92%A9", null)]
    [TestCase("%EF%BF%BE", null)]
    [TestCase("qqqqqqqqqqqqqqqqq", null)]
    public async Task A_key_that_no_country_has_is_answered_with_the_one_that_was_probably_meant(
        string key,
        string? nearest
    )
    {
        var problem = await ProblemAsync($"/countries/{key}", 404);

        Assert.That((string?)problem["code"], Is.EqualTo("country.not_found"));
        Assert.That((string?)problem["errors"]![0]!["nearest"], Is.EqualTo(nearest));
    }

    [TestCase("?limit=5", "limit")]
    [TestCase("?sort=name", "sort")]
    [TestCase("?filds=name", "filds")]
    public async Task It_takes_no_word_of_lists(string query, string field) =>
        Assert.That(
            (string?)(await ProblemAsync($"/countries/CH{query}", 400))["errors"]![0]!["field"],
            Is.EqualTo(field)
        );

    [Test]
    public async Task A_country_is_shown_with_every_member_as_Switzerland_is()
    {
        var country = (await JsonAsync("/countries/CH?on=2026-01-01")).AsObject();
        foreach (var here in new[] { "id", "addedAt" })
            country.Remove(here);

        Assert.That(
            JsonNode.DeepEquals(
                country,
                JsonNode.Parse(
                    """
                    {"version":1,"edited":[],"alpha2":"CH","alpha3":"CHE","numeric":"756","name":"Switzerland","officialName":"Swiss Confederation",
                    "alternateNames":[],"nativeNames":[{"language":"de","common":"Schweiz","official":"Schweizerische Eidgenossenschaft"},
                    {"language":"fr","common":"Suisse","official":"Confédération suisse"},{"language":"it","common":"Svizzera","official":"Confederazione Svizzera"},
                    {"language":"rm","common":"Svizra","official":"Confederaziun svizra"}],"source":"dataset","localCurrency":null,
                    "currencies":[{"code":"CHF","name":"Swiss Franc","kind":"tender","from":"1799-03-17","to":null},
                    {"code":"CHE","name":"WIR Euro","kind":"fund","from":null,"to":null},{"code":"CHW","name":"WIR Franc","kind":"fund","from":null,"to":null}],
                    "capital":"Bern","capitals":[{"name":"Bern","latitude":46.92,"longitude":7.47}],"region":"Europe","subregion":"Western Europe",
                    "intermediateRegion":null,"continents":["Europe"],"independent":true,"unMember":true,"euMember":false,"status":"officially-assigned",
                    "dependencyOf":null,"location":{"latitude":47,"longitude":8},"area":41277,"landlocked":true,"borders":["AUT","DEU","FRA","ITA","LIE"],
                    "population":8860570,"gdp":733800000000,"literacy":99,"gini":{"year":2020,"value":33.7},
                    "languages":[{"code":"de","iso6393":"deu","name":"German","status":"official","percent":76},
                    {"code":"fr","iso6393":"fra","name":"French","status":"official","percent":39},{"code":"it","iso6393":"ita","name":"Italian","status":"official","percent":15},
                    {"code":"rm","iso6393":"roh","name":"Romansh","status":"official_regional","percent":0.5}],
                    "demonyms":[{"language":"en","male":"Swiss","female":"Swiss"},{"language":"fr","male":"Suisse","female":"Suisse"}],
                    "tlds":[".ch"],"callingCodes":["41"],"postalCode":{"format":"####","regex":"^(\\d{4})$"},"drivingSide":"right","carSigns":["CH"],
                    "ioc":"SUI","fifa":"SUI","weekStart":"monday","weekend":["saturday","sunday"],"measurementSystem":"metric","paperSize":"A4","hourCycle":"H",
                    "timeZones":["Europe/Zurich"],"utcOffsets":["UTC+01:00"],"flag":"🇨🇭","wikidata":"Q39"}
                    """
                )
            ),
            country.ToJsonString()
        );
    }
}
