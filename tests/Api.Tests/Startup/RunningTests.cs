using System.Net;
using Api.Tests.Testing;

namespace Api.Tests.Startup;

/// <summary>What the person who runs the service sees of it.</summary>
[TestFixture]
internal sealed class RunningTests
{
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
    public async Task It_says_in_one_line_where_it_listens_and_where_its_data_lies_and_stops_cleanly_on_SIGTERM()
    {
        using var host = new HostProcess(storage);
        await host.WaitUntilReadyAsync();
        var (exitCode, output, errors) = await host.TerminateAsync();

        Assert.Multiple(() =>
        {
            Assert.That(exitCode, Is.EqualTo(0));
            Assert.That(errors, Is.Empty);
            Assert.That(
                output.Split('\n'),
                Has.One.Contains($"listens on http://127.0.0.1:{host.Port} and keeps its data in {storage}")
            );
            Assert.That(output, Does.Not.Contain("fail:"));
        });
    }

    [Test]
    public async Task Open_writes_are_warned_of_at_start()
    {
        using var host = new HostProcess(
            storage,
            new() { ["ASPNETCORE_ENVIRONMENT"] = "Production", ["Access:AnonymousWrites"] = "true" }
        );
        await host.WaitUntilReadyAsync();
        var (_, output, _) = await host.TerminateAsync();

        Assert.That(output, Does.Contain("Access:AnonymousWrites is on"));
    }

    [Test]
    public async Task Writes_are_closed_in_production_unless_the_configuration_opens_them()
    {
        using var host = new HostProcess(storage, new() { ["ASPNETCORE_ENVIRONMENT"] = "Production" });
        await host.WaitUntilReadyAsync();
        using var form = new FormUrlEncodedContent([new("country_name", "Sealand"), new("local_currency", "SXD")]);

        var answer = await host.Client.PostAsync("/country/", form);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task A_write_is_on_the_disk_before_it_is_answered()
    {
        using var host = new HostProcess(storage);
        await host.WaitUntilReadyAsync();

        Assert.Multiple(() =>
        {
            Assert.That(Database.Value<string>(storage, "countries", "PRAGMA journal_mode"), Is.EqualTo("wal"));
            Assert.That(Database.Value<long>(storage, "countries", "PRAGMA synchronous"), Is.EqualTo(2), "FULL");
        });
    }

    [TestCase("/health/live")]
    [TestCase("/health/ready")]
    public async Task Health_answers_200(string path)
    {
        using var host = new HostProcess(storage);
        await host.WaitUntilReadyAsync();

        Assert.That((await host.Client.GetAsync(path)).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }
}
