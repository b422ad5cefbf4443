using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Api.Tests.Testing;

namespace Api.Tests.Seed;

/// <summary>GET /country/ answers as the seed did.</summary>
[TestFixture]
internal sealed class ListTests
{
    private RunningService service = null!;

    [OneTimeSetUp]
    public void Start() => service = new RunningService();

    [OneTimeTearDown]
    public void Stop() => service.Dispose();

    [Test]
    public async Task The_list_is_a_bare_array_of_all_250_countries_with_their_money()
    {
        var list = await service.Client.GetFromJsonAsync<JsonArray>("/country/");

        Assert.That(list, Has.Count.EqualTo(250));
        Assert.That(
            list!.Select(item => item!.ToJsonString()),
            Does.Contain("""{"country_name":"Kenya","local_currency":"Kenyan Shilling"}""")
        );
    }

    [TestCase("/country/")]
    [TestCase("/country")]
    public async Task Both_spellings_of_the_path_answer_without_a_redirect(string path)
    {
        var answer = await service.Client.GetAsync(path);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Whoever_has_the_list_already_gets_304_until_a_country_is_added()
    {
        var first = await service.Client.GetAsync("/country/");
        var tag = first.Headers.ETag!;
        Assert.That(tag.IsWeak, Is.False);

        using var again = new HttpRequestMessage(HttpMethod.Get, "/country/");
        again.Headers.IfNoneMatch.Add(tag);
        Assert.That((await service.Client.SendAsync(again)).StatusCode, Is.EqualTo(HttpStatusCode.NotModified));

        await service.Client.PostAsJsonAsync(
            "/country/",
            new { country_name = "Sealand", local_currency = "Sealand Dollar" }
        );
        var next = await service.Client.GetAsync("/country/");
        Assert.That(next.Headers.ETag, Is.Not.EqualTo(tag));
        Assert.That(
            (await next.Content.ReadFromJsonAsync<JsonArray>())![^1]!.ToJsonString(),
            Is.EqualTo("""{"country_name":"Sealand","local_currency":"Sealand Dollar"}""")
        );
    }
}
