using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Api.Tests.Testing;

namespace Api.Tests.PostgreSql;

/// <summary>Files of countries on a PostgreSQL server: taken and refused as on SQLite.</summary>
[TestFixture]
internal sealed class PostgreSqlImportTests
{
    private const string Csv = "text/csv";
    private const string NdJson = "application/x-ndjson";

    private PostgreSqlDatabase? database;
    private RunningService service = null!;

    [SetUp]
    public async Task StartAsync()
    {
        database = await PostgreSqlDatabase.CreateAsync();
        service = new(database.Settings, template: false);
    }

    [TearDown]
    public async Task StopAsync()
    {
        if (database is null)
            return;
        await service.DisposeAsync();
        await database.DisposeAsync();
    }

    [TestCase(Csv, "name,currencies,population\n\"B, the \"\"great\"\"\",KES;USD,1\nÅland 🏝 Two,,\n", 200)]
    [TestCase(
        NdJson,
        "{\"name\":\"N\",\"currencies\":[\"EUR\",{\"code\":\"KES\"}],\"gini\":{\"year\":2020,\"value\":30.5}}",
        200
    )]
    [TestCase(Csv, "name,currencies\nSwitzerland,\nX,XQX\nx,\n\"a\0b\",\n", 400)]
    [TestCase(
        NdJson,
        "{\"name\":\"U\\u0000\",\"currencies\":[]}\n{\"name\":\"kenya\",\"currencies\":[]}\nno json",
        400
    )]
    public async Task A_file_is_taken_or_refused_with_the_same_words_as_on_SQLite(string type, string file, int status)
    {
        await using var sqlite = new RunningService();
        using var here = await service.ClientWithKeyAsync("countries:add");
        using var there = await sqlite.ClientWithKeyAsync("countries:add");

        var (mine, theirs) = (await ImportAsync(here, type, file), await ImportAsync(there, type, file));

        Assert.That(mine.Status, Is.EqualTo(status), $"{mine.Body}");
        Assert.That((mine.Status, Plain(mine.Body)), Is.EqualTo((theirs.Status, Plain(theirs.Body))));
        Assert.That(await LocalAsync(here), Is.EqualTo(await LocalAsync(there)));
    }

    [Test]
    public async Task Of_two_copies_that_take_one_name_at_once_one_is_first_and_the_other_adds_nothing_and_names_the_line()
    {
        await using var copy = new RunningService(database!.Settings, template: false);
        using var here = await service.ClientWithKeyAsync("countries:add");
        using var there = await copy.ClientWithKeyAsync("countries:add");
        var lines = string.Concat(Enumerable.Range(0, 300).Select(i => $"Line {i},\n"));

        var answers = await Task.WhenAll(
            ImportAsync(here, Csv, $"name,currencies\n{lines}Race,\nMine,"),
            ImportAsync(there, Csv, "name,currencies\nTheirs,\nRACE,")
        );

        var refused = answers.Single(answer => answer.Status == 400);
        Assert.That(answers.Count(answer => answer.Status == 200), Is.EqualTo(1));
        var error = refused.Body["errors"]!.AsArray().Single()!;
        Assert.That((string?)error["code"], Is.EqualTo("country.name.taken"));
        Assert.That((int)error["line"]!, Is.EqualTo(refused == answers[0] ? 302 : 3));
        var added = refused == answers[0] ? 2 : 302;
        Assert.That(
            await database.ValueAsync<long>("SELECT count(*) FROM countries.countries WHERE origin <> 'DataSet'"),
            Is.EqualTo(added)
        );
        Assert.That(
            await database.ValueAsync<long>("SELECT count(*) FROM countries.history WHERE contract = 'v1'"),
            Is.EqualTo(added)
        );
    }

    private static async Task<(int Status, JsonObject Body)> ImportAsync(HttpClient client, string type, string file)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(file));
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        using var answer = await client.PostAsync("/api/v1/countries/imports", content);
        return ((int)answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsObject());
    }

    private static async Task<string> LocalAsync(HttpClient client) =>
        Plain(JsonNode.Parse(await client.GetStringAsync("/api/v1/countries?source=local&sort=name"))!);

    /// <summary>What is said, without what is another one each time.</summary>
    private static string Plain(JsonNode node)
    {
        foreach (
            var found in new[] { node }
                .Concat(node["countries"]?.AsArray() ?? [])
                .Concat(node["items"]?.AsArray() ?? [])
        )
        {
            foreach (var own in (string[])["id", "addedAt", "traceId"])
                found!.AsObject().Remove(own);
        }
        return node.ToJsonString();
    }
}
