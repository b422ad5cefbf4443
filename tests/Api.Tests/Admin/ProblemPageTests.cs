using System.Text.Json.Nodes;
using Api.Tests.Seed;
using Api.Tests.Testing;
using Microsoft.Data.Sqlite;

namespace Api.Tests.Admin;

/// <summary>What goes wrong is told to a person on a page, in words, and to a program as a problem.</summary>
[TestFixture]
internal sealed class ProblemPageTests
{
    private const string BrowserAccepts =
        "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8";

    private RunningService service = null!;
    private HttpClient client = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        service = new(new() { ["Storage:WriteTimeout"] = "00:00:00.5" });
        client = await service.ClientWithKeyAsync("countries:view", "countries:write");
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        client.Dispose();
        await service.DisposeAsync();
    }

    [Test]
    public async Task A_storage_that_cannot_be_written_is_a_page_of_503_to_a_browser_and_a_problem_to_a_program()
    {
        await using var other = new SqliteConnection(
            $"Data Source={Path.Combine(service.Storage, "countries.db")};Pooling=False"
        );
        await other.OpenAsync();
        await using var holding = other.BeginTransaction();

        var page = await AddAsync(BrowserAccepts);
        var problem = await AddAsync("application/json");

        Assert.That(((int)page.StatusCode, page.Type()), Is.EqualTo((503, "text/html")));
        Assert.That(page.Field("Retry-After"), Is.EqualTo("5"));
        var html = await page.Content.ReadAsStringAsync();
        Assert.That(html, Does.Contain("Service Unavailable").And.Contain("Try again in a few seconds."));
        Assert.That(page.Field("Content-Security-Policy"), Does.Contain("default-src 'none'"));
        Assert.That(((int)problem.StatusCode, problem.Type()), Is.EqualTo((503, "application/problem+json")));
        var code = JsonNode.Parse(await problem.Content.ReadAsStringAsync())!["code"];
        Assert.That((string?)code, Is.EqualTo("http.service_unavailable"));
    }

    [TestCase(BrowserAccepts, "text/html")]
    [TestCase("*/*", "application/problem+json")]
    [TestCase("application/xml", "application/problem+xml")]
    [TestCase("", "application/problem+json")]
    public async Task A_path_where_nothing_stands_is_told_as_it_can_be_read(string accept, string type)
    {
        var answer = await GetAsync("/nothing/here", accept);

        Assert.That(((int)answer.StatusCode, answer.Type()), Is.EqualTo((404, type)));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("Not Found"));
    }

    [Test]
    public async Task What_the_document_describes_answers_a_browser_as_it_says()
    {
        var answer = await GetAsync("/api/v1/countries/QQ", BrowserAccepts);

        Assert.That(((int)answer.StatusCode, answer.Type()), Is.EqualTo((404, "application/problem+xml")));
    }

    private async Task<HttpResponseMessage> GetAsync(string path, string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.With("Accept", accept);
        return await client.SendAsync(request);
    }

    private async Task<HttpResponseMessage> AddAsync(string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/admin/countries/add")
        {
            Content = new FormUrlEncodedContent([new("name", "Sealand")]),
        };
        request.Headers.With("Accept", accept);
        return await client.SendAsync(request);
    }
}
