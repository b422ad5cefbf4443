using System.Text;
using System.Text.Json.Nodes;

namespace Api.Tests.RestCountries;

/// <summary>What people write into records of their own breaks nothing here.</summary>
[TestFixture]
internal sealed class LocalRecordTests : RestCountriesFixture
{
    [Test]
    public async Task A_record_with_the_code_that_Kosovo_has_here_is_listed_and_Kosovo_keeps_its_code()
    {
        await AddAsync("""{"name":"Unknownia","currencies":[],"alpha2":"XU","alpha3":"UNK"}""");

        Assert.That(await CodesAsync("/all?fields=cca3"), Has.Exactly(2).EqualTo("UNK"));
        Assert.That((string?)(await ReadAsync("/alpha/UNK"))[0]!["cca2"], Is.EqualTo("XK"));
        Assert.That(await CodesAsync("/alpha/XU"), Is.EqualTo(["UNK"]));
    }

    [Test]
    public async Task A_text_that_looks_like_an_escape_is_shown_as_it_is_and_links_stay_whole()
    {
        const string Escape = "\\u0000";
        var body = new JsonObject
        {
            ["name"] = "Escapia",
            ["currencies"] = new JsonArray(),
            ["alpha2"] = "XE",
            ["alpha3"] = "XEE",
            ["alternateNames"] = new JsonArray(Escape, $"\"{Escape}"),
            ["postalCode"] = new JsonObject { ["regex"] = Escape },
        };
        await AddAsync(body.ToJsonString());

        var all = (await ReadAsync("/all")).AsArray();

        var country = all.Single(country => (string?)country!["cca2"] == "XE")!;
        Assert.That((string?)country["postalCode"]!["regex"], Is.EqualTo(Escape));
        Assert.That(country["altSpellings"]!.AsArray().Select(name => (string?)name), Does.Contain($"\"{Escape}"));
        Assert.That((string?)country["flags"]!["png"], Is.EqualTo($"{Address}/flags/xe.png"));
    }

    private async Task AddAsync(string body)
    {
        using var writer = await Service.ClientWithKeyAsync("countries:write");
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await writer.PostAsync("/api/v1/countries", content);
        Assert.That((int)answer.StatusCode, Is.EqualTo(201), await answer.Content.ReadAsStringAsync());
    }
}
