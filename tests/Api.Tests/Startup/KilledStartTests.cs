using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Api.Tests.Testing;

namespace Api.Tests.Startup;

/// <summary>A process that dies at any moment loses nothing and blocks nobody.</summary>
[TestFixture]
[Long]
internal sealed class KilledStartTests
{
    private string storage = null!;

    [SetUp]
    public void MakeStorage() => storage = Directory.CreateTempSubdirectory("countries-test-").FullName;

    [TearDown]
    public void DeleteStorage() => Directory.Delete(storage, recursive: true);

    [Test]
    public async Task A_first_start_that_is_killed_again_and_again_is_finished_by_the_next_one()
    {
        // From before the first file exists until after the last row is stored.
        foreach (var milliseconds in (int[])[300, 450, 600, 700, 800, 900, 1100, 1400])
        {
            using var killed = new HostProcess(storage);
            await Task.Delay(milliseconds);
            await killed.KillAsync();
        }

        using var host = new HostProcess(storage);
        await host.WaitUntilReadyAsync();

        Assert.Multiple(() =>
        {
            Assert.That(Database.Value<long>(storage, "countries", "SELECT count(*) FROM countries"), Is.EqualTo(250));
            Assert.That(
                Database.Value<long>(storage, "countries", "SELECT count(DISTINCT alpha2) FROM countries"),
                Is.EqualTo(250)
            );
            Assert.That(
                Database.Value<long>(storage, "currencies", "SELECT count(*) FROM currencies"),
                Is.GreaterThan(300)
            );
            Assert.That(
                Database.Value<long>(storage, "countries", "SELECT count(*) FROM data_set_versions"),
                Is.EqualTo(1)
            );
        });
    }

    [Test]
    public async Task The_lock_row_that_a_killed_migration_leaves_behind_holds_nobody_up()
    {
        Database.Execute(
            storage,
            "countries",
            """
            CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
            INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01 00:00:00');
            """
        );

        using var host = new HostProcess(storage);
        await host.WaitUntilReadyAsync();
    }

    [Test]
    public async Task Requests_that_come_during_the_first_start_wait_and_are_answered()
    {
        using var host = new HostProcess(storage);
        HttpResponseMessage? answer = null;
        while (answer is null)
        {
            try
            {
                answer = await host.Client.GetAsync("/country/");
            }
            catch (HttpRequestException)
            {
                await Task.Delay(20);
            }
        }

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await answer.Content.ReadFromJsonAsync<JsonArray>(), Has.Count.EqualTo(250));
    }

    [Test]
    public async Task Nothing_that_was_acknowledged_is_lost_when_the_process_is_killed_while_many_write()
    {
        StorageTemplate.CopyTo(storage);
        var acknowledged = new List<string>();
        for (var round = 0; round < 3; round++)
        {
            using var host = new HostProcess(storage);
            await host.WaitUntilReadyAsync();
            var writers = Enumerable
                .Range(0, 16)
                .Select(writer => WriteAsync(host, $"R{round}W{writer}", acknowledged));
            var writing = Task.WhenAll(writers.ToList());
            await WaitForAsync(acknowledged, 100 * (round + 1));
            await host.KillAsync();
            await writing;
        }

        using var last = new HostProcess(storage);
        await last.WaitUntilReadyAsync();
        var list = await last.Client.GetFromJsonAsync<JsonArray>("/country/");
        var names = list!.Select(item => (string)item!["country_name"]!).ToHashSet();
        Assert.Multiple(() =>
        {
            Assert.That(acknowledged.Where(name => !names.Contains(name)), Is.Empty);
            Assert.That(
                Database.Query<string>(
                    storage,
                    "countries",
                    "SELECT name FROM countries WHERE alpha2 IS NULL AND lower(id) NOT IN (SELECT lower(aggregate_id) FROM outbox)"
                ),
                Is.Empty,
                "a record without its event"
            );
            Assert.That(
                Database.Query<string>(
                    storage,
                    "countries",
                    "SELECT payload FROM outbox WHERE type LIKE '%.CountryWasAdded' AND lower(aggregate_id) NOT IN (SELECT lower(id) FROM countries)"
                ),
                Is.Empty,
                "an event without its record"
            );
            Assert.That(
                Database.Value<long>(
                    storage,
                    "countries",
                    "SELECT count(*) FROM outbox WHERE type LIKE '%.CountryWasAdded'"
                ),
                Is.GreaterThanOrEqualTo(acknowledged.Count)
            );
            Assert.That(
                Database.Query<string>(storage, "countries", "PRAGMA integrity_check"),
                Is.EqualTo(new[] { "ok" })
            );
        });
    }

    private static async Task WaitForAsync(List<string> acknowledged, int count)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(120));
        while (acknowledged.Count < count)
            await Task.Delay(5, limit.Token);
    }

    private static async Task WriteAsync(HostProcess host, string prefix, List<string> acknowledged)
    {
        for (var i = 0; ; i++)
        {
            var name = $"{prefix}N{i}";
            try
            {
                var answer = await host.Client.PostAsJsonAsync(
                    "/country/",
                    new { country_name = name, local_currency = "KES" }
                );
                if (answer.StatusCode != HttpStatusCode.Created)
                    continue;
                lock (acknowledged)
                    acknowledged.Add(name);
            }
            catch (HttpRequestException)
            {
                return;
            }
        }
    }
}
