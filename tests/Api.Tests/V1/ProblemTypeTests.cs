using System.Text.Json.Nodes;
using Api.Tests.Seed;
using Api.Tests.Testing;

namespace Api.Tests.V1;

/// <summary>The type of a problem leads to what can be done about it.</summary>
[TestFixture]
internal sealed class ProblemTypeTests
{
    private RunningService service = null!;

    [OneTimeSetUp]
    public void Start() => service = new();

    [OneTimeTearDown]
    public void Stop() => service.Dispose();

    [TestCase("/api/v1/countries?sort=populaton", "query.sort.unknown")]
    [TestCase("/api/v1/countries/QQQ", "country.not_found")]
    [TestCase("/api/v1/currencies/QQQ", "currency.not_found")]
    [TestCase("/api/v1/nowhere", "http.not_found")]
    public async Task The_type_leads_to_the_code_on_a_page_of_this_service(string path, string code)
    {
        var answer = await service.Client.GetAsync(path);
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        var type = new Uri(service.Client.BaseAddress!, (string)problem["type"]!);
        var page = await service.Client.GetAsync(type);

        Assert.Multiple(() =>
        {
            Assert.That((string)problem["code"]!, Is.EqualTo(code));
            Assert.That(type.Fragment, Is.EqualTo($"#{code}"));
            Assert.That((int)page.StatusCode, Is.EqualTo(200));
            Assert.That(page.Type(), Is.EqualTo("text/html"));
        });
        Assert.That(await page.Content.ReadAsStringAsync(), Does.Contain($"<code id=\"{code}\">"));
    }

    [Test]
    public async Task The_page_has_an_entity_tag_and_HEAD_and_calls_no_other_host()
    {
        var page = await service.Client.GetAsync("/docs/errors.md");
        using var again = new HttpRequestMessage(HttpMethod.Head, "/docs/errors.md");
        again.Headers.With("If-None-Match", page.Field("ETag")!);

        Assert.That((int)(await service.Client.SendAsync(again)).StatusCode, Is.EqualTo(304));
        Assert.That(await page.Content.ReadAsStringAsync(), Does.Not.Contain("://"));
    }
}
