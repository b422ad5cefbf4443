using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Api.Tests.Testing;

namespace Api.Tests.Startup;

/// <summary>A program with a newer data set starts on databases that an older one made.</summary>
[TestFixture]
[Long]
internal sealed class NewerDataSetTests
{
    /// <summary>Other facts than today's, as an older data set would have brought them, and its version.</summary>
    private const string MakeOlder = """
        UPDATE data_set_versions SET version = '2020.1.1';
        UPDATE countries SET profile = json_set(profile, '$.society.population', 5) WHERE alpha2 = 'DE';
        UPDATE countries SET profile = json_set(profile, '$.society.gdpUsd', 6) WHERE alpha2 = 'CH';
        UPDATE countries SET name = 'Gallia', name_key = 'gallia', version = version + 1 WHERE alpha2 = 'FR';
        UPDATE countries SET alpha2 = 'XZ', alpha3 = 'XZZ', numeric_code = '901', name = 'Gone', name_key = 'gone' WHERE alpha2 = 'IT';
        """;

    private string storage = null!;

    [SetUp]
    public void MakeStorage()
    {
        storage = Directory.CreateTempSubdirectory("countries-test-").FullName;
        StorageTemplate.CopyTo(storage);
    }

    [TearDown]
    public void DeleteStorage() => Directory.Delete(storage, recursive: true);

    [Test]
    public async Task A_start_brings_what_is_new_and_keeps_what_people_did()
    {
        await EditAsync();
        Database.Execute(storage, "countries", MakeOlder);
        var (_, before, _) = await HostProcess.RunAsync(storage, "dataset", "status");

        using var host = new HostProcess(storage);
        await host.WaitUntilReadyAsync();

        Assert.That(before, Does.Match(@"Countries +2020\.1\.1 +20\d\d\.\d+\.\d+ +250 +1 +1 +1\n"));
        var swiss = await GetAsync(host, "countries/CH");
        Assert.That((long?)swiss["population"], Is.EqualTo(1), "it was edited here");
        Assert.That((long?)swiss["gdp"], Is.GreaterThan(6), "this was not");
        Assert.That(swiss["edited"]!.ToJsonString(), Is.EqualTo("""["population"]"""));
        Assert.That((await host.Client.GetAsync("/api/v1/countries/AT")).IsSuccessStatusCode, Is.False, "removed");
        Assert.That((long?)(await GetAsync(host, "countries/DE"))["population"], Is.GreaterThan(80_000_000));
        Assert.That((string?)(await GetAsync(host, "countries/FR"))["name"], Is.EqualTo("France"));
        Assert.That((string?)(await GetAsync(host, "countries/IT"))["name"], Is.EqualTo("Italy"), "it is new");
        Assert.That((await host.Client.GetAsync("/api/v1/countries/XZ")).IsSuccessStatusCode, Is.False, "given up");
        Assert.That((int?)(await GetAsync(host, "countries?source=local"))["total"], Is.EqualTo(1));
        var change = (await GetAsync(host, "countries/DE/history"))["items"]![0]!;
        Assert.That((string?)change["source"], Is.EqualTo("data set"));
        Assert.That(
            change["changes"]!.AsArray().Select(c => $"{c!["member"]} {c["before"]}"),
            Is.EqualTo(["population 5"])
        );
    }

    [Test]
    public async Task A_start_that_is_killed_in_a_merge_is_finished_by_the_next_one()
    {
        await EditAsync();
        foreach (var milliseconds in (int[])[400, 500, 600, 700, 800, 900, 1000, 1200])
        {
            Database.Execute(storage, "countries", MakeOlderAgain);
            using var killed = new HostProcess(storage);
            await Task.Delay(milliseconds);
            await killed.KillAsync();
            Assert.That(IsMerged(), Is.EqualTo(NewVersions() == 1), "all or nothing");
        }

        Database.Execute(storage, "countries", MakeOlderAgain);
        using var host = new HostProcess(storage);
        await host.WaitUntilReadyAsync();

        Assert.That((IsMerged(), NewVersions()), Is.EqualTo((true, 1)));
        Assert.That((long?)(await GetAsync(host, "countries/CH"))["population"], Is.EqualTo(1));
        Assert.That((await host.Client.GetAsync("/api/v1/countries/AT")).IsSuccessStatusCode, Is.False);
        Assert.That((int?)(await GetAsync(host, "countries"))["total"], Is.EqualTo(250));
        Assert.That(Database.Query<string>(storage, "countries", "PRAGMA integrity_check"), Is.EqualTo(new[] { "ok" }));
    }

    [Test]
    public async Task The_command_apply_merges_counts_what_changed_and_a_running_service_sees_it()
    {
        using var host = new HostProcess(storage);
        await host.WaitUntilReadyAsync();
        Database.Execute(storage, "countries", MakeOlder);
        await Until.HoldsAsync(async () => (string?)(await GetAsync(host, "countries/FR"))["name"] == "Gallia");

        var first = await HostProcess.RunAsync(storage, "dataset", "apply");
        var second = await HostProcess.RunAsync(storage, "dataset", "apply");

        Assert.That(
            first.Output,
            Does.Match(@"^Countries: merged 20\d\d\.\d+\.\d+; 1 added, 3 changed, 1 removed\.\n$")
        );
        Assert.That(second, Is.EqualTo((0, "All modules have the data set that this program brings.\n", "")));
        await Until.HoldsAsync(async () => (string?)(await GetAsync(host, "countries/FR"))["name"] == "France");
    }

    /// <summary>The facts of <see cref="MakeOlder"/> that a merge brings back, so that it can be done again and again.</summary>
    private const string MakeOlderAgain = """
        DELETE FROM data_set_versions;
        INSERT INTO data_set_versions (version, loaded_at) VALUES ('2020.1.1', '2020-01-01 00:00:00');
        UPDATE countries SET profile = json_set(profile, '$.society.population', 5) WHERE alpha2 NOT IN ('CH', 'AT');
        """;

    private bool IsMerged()
    {
        var old = Database.Value<long>(
            storage,
            "countries",
            "SELECT count(*) FROM countries WHERE json_extract(profile, '$.society.population') = 5"
        );
        Assert.That(old, Is.LessThan(5).Or.GreaterThan(200), "half a merge");
        return old < 5;
    }

    private long NewVersions() =>
        Database.Value<long>(
            storage,
            "countries",
            "SELECT count(*) FROM data_set_versions WHERE version <> '2020.1.1'"
        );

    /// <summary>What people do: a member edited, a country removed, another one added.</summary>
    private async Task EditAsync()
    {
        var (_, made, _) = await HostProcess.RunAsync(
            storage,
            "keys",
            "create",
            "--name",
            "editor",
            "--scope",
            "countries:write"
        );
        using var host = new HostProcess(storage);
        await host.WaitUntilReadyAsync();
        host.Client.DefaultRequestHeaders.Add("X-Api-Key", made.TrimEnd('\n').Split('\n')[^1]);
        await SendAsync(host, HttpMethod.Patch, "countries/CH", """{"population":1}""");
        await SendAsync(host, HttpMethod.Delete, "countries/AT", null);
        await SendAsync(host, HttpMethod.Post, "countries", """{"name":"Sealand","currencies":["GBP"]}""");
        await host.TerminateAsync();
    }

    private static async Task SendAsync(HostProcess host, HttpMethod method, string path, string? body)
    {
        using var request = new HttpRequestMessage(method, $"/api/v1/{path}")
        {
            Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json"),
        };
        if (method != HttpMethod.Post)
            request.Headers.Add("If-Match", "*");
        using var answer = await host.Client.SendAsync(request);
        Assert.That(answer.IsSuccessStatusCode, Is.True, await answer.Content.ReadAsStringAsync());
    }

    private static async Task<JsonObject> GetAsync(HostProcess host, string path) =>
        (await host.Client.GetFromJsonAsync<JsonObject>($"/api/v1/{path}"))!;
}
