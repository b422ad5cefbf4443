using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Api.Tests.Seed;

/// <summary>GET /country/ answers as the seed did.</summary>
[TestFixture]
internal sealed class ListTests : SeedFixture
{
    [Test]
    public async Task The_list_is_a_bare_array_of_all_250_countries_with_their_money()
    {
        using var fresh = Make();
        var list = await fresh.Client.GetFromJsonAsync<JsonArray>(Path);

        Assert.That(list, Has.Count.EqualTo(250));
        Assert.That(
            list!.Select(item => item!.ToJsonString()),
            Does.Contain("""{"country_name":"Kenya","local_currency":"Kenyan Shilling"}""")
        );
    }

    [Test]
    public async Task The_list_has_the_seeds_header_fields()
    {
        var answer = await GetAsync();

        Assert.Multiple(() =>
        {
            Assert.That(answer.Field("Content-Type"), Is.EqualTo("application/json"));
            Assert.That(answer.Field("Vary"), Is.EqualTo("Accept"));
            Assert.That(answer.Field("Allow"), Is.EqualTo("GET, POST, HEAD, OPTIONS"));
            Assert.That(answer.Field("Server"), Is.Null);
        });
    }

    [TestCase("/country/")]
    [TestCase("/country")]
    public async Task Both_spellings_of_the_path_answer_without_a_redirect(string path) =>
        Assert.That(await GetAsync(path: path).MustBeAsync(200), Does.StartWith("[{"));

    [TestCase("?page=2&limit=1&search=x")]
    [TestCase("?")]
    [TestCase("?%00=%ff&a")]
    public async Task There_is_no_paging_and_no_filter(string query) =>
        Assert.That(
            JsonNode.Parse(await GetAsync(path: Path + query).MustBeAsync(200))!.AsArray(),
            Has.Count.GreaterThanOrEqualTo(250)
        );

    [Test]
    public async Task The_order_is_stable_and_what_is_added_comes_last()
    {
        var before = await ListAsync();
        string[] names = ["Zzz Land", "Aaa Land", "Mmm Land"];
        foreach (var name in names)
            await PostAsync(Body($"\"{name}\"", "\"Shell\"")).MustBeAsync(201);

        Assert.That(await ListAsync(), Is.EqualTo([.. before, .. names.Select(name => (name, "Shell"))]));
    }

    [Test]
    public async Task What_was_added_is_still_there_after_a_restart()
    {
        var name = NewName();
        await PostAsync(Body($"\"{name}\"", "\"Shell\"")).MustBeAsync(201);
        var before = await ListAsync();
        using var restarted = new Testing.RunningService(new() { ["Storage:Directory"] = Service.Storage });

        var list = await restarted.Client.GetFromJsonAsync<JsonArray>(Path);

        Assert.That(list!.Select(item => (string?)item!["country_name"]), Is.EqualTo(before.Select(c => c.Name)));
    }
}
