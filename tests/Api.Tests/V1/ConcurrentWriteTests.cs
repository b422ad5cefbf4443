using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Api.Tests.Testing;

namespace Api.Tests.V1;

/// <summary>Whoever writes at the same time as others loses nothing and overwrites nobody, on each database.</summary>
[TestFixture("Sqlite")]
[TestFixture("PostgreSql")]
internal sealed class ConcurrentWriteTests(string provider)
{
    private PostgreSqlDatabase? database;
    private RunningService service = null!;
    private HttpClient client = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        if (provider == "PostgreSql")
            database = await PostgreSqlDatabase.CreateAsync();
        service = new RunningService(database?.Settings, template: database is null);
        client = await service.ClientWithKeyAsync("countries:write");
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        client?.Dispose();
        if (service is not null)
            await service.DisposeAsync();
        if (database is not null)
            await database.DisposeAsync();
    }

    [Test]
    public async Task Of_fifty_who_add_one_name_at_once_one_succeeds()
    {
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 50)
                .Select(_ =>
                    client.PostAsJsonAsync(
                        "/api/v1/countries",
                        new { name = "Race", currencies = Array.Empty<string>() }
                    )
                )
        );

        Assert.That(answers.Count(a => a.StatusCode == HttpStatusCode.Created), Is.EqualTo(1));
        Assert.That(answers.Count(a => a.StatusCode == HttpStatusCode.Conflict), Is.EqualTo(49));
    }

    [Test]
    public async Task Four_hundred_and_eighty_edits_at_once_with_retry_lose_none()
    {
        await PatchAsync("""{"population":0}""", "*");

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => AddSixtyAsync()));

        var country = (await client.GetFromJsonAsync<JsonObject>("/api/v1/countries/CH"))!;
        Assert.That((long?)country["population"], Is.EqualTo(480));
    }

    [Test]
    public async Task Of_thirty_who_write_over_whatever_there_is_at_once_all_succeed()
    {
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 30).Select(i => PatchAsync($$"""{"population":{{1000 + i}}}""", "*"))
        );

        Assert.That(answers.Select(answer => (int)answer.StatusCode), Is.All.EqualTo(200));
    }

    private async Task AddSixtyAsync()
    {
        for (var done = 0; done < 60; )
        {
            var seen = await client.GetAsync("/api/v1/countries/CH");
            var population = (long)JsonNode.Parse(await seen.Content.ReadAsStringAsync())!["population"]!;
            var answer = await PatchAsync($$"""{"population":{{population + 1}}}""", seen.Headers.ETag!.ToString());
            Assert.That((int)answer.StatusCode, Is.AnyOf(200, 412));
            if (answer.IsSuccessStatusCode)
                done++;
        }
    }

    private Task<HttpResponseMessage> PatchAsync(string body, string ifMatch)
    {
        var request = new HttpRequestMessage(HttpMethod.Patch, "/api/v1/countries/CH")
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return client.SendAsync(request);
    }
}
