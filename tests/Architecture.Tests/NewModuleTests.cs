using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using Architecture.Tests.Testing;

namespace Architecture.Tests;

/// <summary>What <c>eng/new-module</c> promises: a module that works at once, and no hand laid on what is there.</summary>
[TestFixture]
[Long]
internal sealed class NewModuleTests
{
    private const string Module = "PhoneCodes";
    private const string HostPath = "artifacts/bin/Host/debug/Countries.Host.dll";
    private const string Url = "/api/v1/phone-codes";

    private readonly TreeCopy tree = new();
    private Dictionary<string, string> before = [];
    private Dictionary<string, string> after = [];

    [OneTimeSetUp]
    public async Task Make_the_module_and_build_the_host()
    {
        before = tree.Hashes();
        await RunAsync("bash", "eng/new-module", Module);
        await RunAsync("dotnet", "build", $"tests/{Module}.Tests", "--nologo", "-v:quiet", "--no-restore");
        // Locked, as in CI: the lock files must name the new projects already. The rest needs no second look of the analyzers.
        string[] settings = ["-p:RestoreLockedMode=true", "-p:RunAnalyzers=false"];
        await RunAsync("dotnet", ["build", "src/Api/Host", "--nologo", "-v:quiet", .. settings]);
        after = tree.Hashes();
    }

    [OneTimeTearDown]
    public void DeleteTree() => tree.Dispose();

    [Test]
    public void No_existing_file_changes_but_the_solution_and_the_lock_files_of_what_takes_in_every_module()
    {
        var allowed = Solution
            .Files("tests", ".csproj")
            .Where(project => File.ReadAllText(project).Contains("Host.csproj", StringComparison.Ordinal))
            .Select(project => $"{Solution.Relative(Path.GetDirectoryName(project)!)}/packages.lock.json")
            .Concat(["Countries.sln", "src/Api/Host/packages.lock.json"]);

        Assert.That(before.Keys.Where(file => after.GetValueOrDefault(file) != before[file]), Is.SubsetOf(allowed));
        Assert.That(after["Countries.sln"], Is.Not.EqualTo(before["Countries.sln"]));
    }

    [Test]
    public void Every_new_file_stands_in_the_module_s_own_folders()
    {
        var created = after.Keys.Except(before.Keys).ToList();

        Assert.That(created, Has.Count.GreaterThan(20));
        Assert.That(created, Has.All.Match($@"^(src/\w+/{Module}(\.Contracts)?|tests/{Module}\.Tests)/"));
        foreach (var database in new[] { "Sqlite", "PostgreSql" })
            Assert.That(created, Has.One.EndsWith($"/CompiledModels/{database}/{database}{Module}DbContextModel.cs"));
        Assert.That(
            created.Where(file =>
                $"{file} {File.ReadAllText(tree.PathOf(file))}".Contains("gadget", StringComparison.OrdinalIgnoreCase)
            ),
            Is.Empty
        );
    }

    [Test]
    public void A_build_runs_the_program_for_its_document_but_makes_no_storage()
    {
        Assert.That(File.Exists(tree.PathOf("artifacts/openapi/Host.json")));
        // Wherever the build might have run it: a database, what SQLite lays beside one, or the lock of a start.
        string[] ofStorage = [".db", ".db-wal", ".db-shm", ".lock"];
        Assert.That(
            Directory
                .EnumerateFiles(tree.Root, "*", SearchOption.AllDirectories)
                .Where(file => ofStorage.Contains(Path.GetExtension(file))),
            Is.Empty
        );
    }

    [Test]
    public Task Its_own_test_passes() => RunAsync("dotnet", $"artifacts/bin/{Module}.Tests/debug/{Module}.Tests.dll");

    [Test]
    public async Task It_stores_refuses_and_lists_page_by_page()
    {
        var storage = Directory.CreateTempSubdirectory("countries-test-");
        using var host = Start(storage.FullName, out var client);
        try
        {
            await WaitForAsync(host, client, "/health/ready");
            using var stranger = await client.PostAsJsonAsync(Url, new { name = "One" });
            Assert.That(stranger.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
            client.DefaultRequestHeaders.Add("X-Api-Key", await MakeKeyAsync(storage.FullName));
            await WaitUntilKnownAsync(client);

            var added = new List<string>();
            foreach (var name in new[] { "One", "Two", "Three" })
            {
                using var answer = await client.PostAsJsonAsync(Url, new { name });
                Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Created));
                Assert.That((await client.GetAsync(answer.Headers.Location)).StatusCode, Is.EqualTo(HttpStatusCode.OK));
                added.Add((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!);
            }
            using var refused = await client.PostAsJsonAsync(Url, new { name = " " });
            Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
            Assert.That(await refused.Content.ReadAsStringAsync(), Does.Contain("phone_code.name.blank"));

            var first = await client.GetFromJsonAsync<JsonElement>($"{Url}?limit=2");
            var second = await client.GetFromJsonAsync<JsonElement>(first.GetProperty("next").GetString());
            Assert.That(IdsOf(first), Is.EqualTo(added.Take(2)));
            Assert.That(IdsOf(second), Is.EqualTo(added.Skip(2)));
            Assert.That(second.GetProperty("next").ValueKind, Is.EqualTo(JsonValueKind.Null));
            var admin = await client.GetStringAsync("/admin/phone-codes/?limit=2");
            Assert.That(admin, Does.Contain("3 phone codes").And.Contain("Next page").And.Contain("Add phone code"));
            Assert.That((await client.GetAsync($"{Url}?limit=0")).StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That((await client.GetAsync($"{Url}/{Guid.Empty}")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
            var large = new { name = new string('x', 100_000) };
            Assert.That(
                (await client.PostAsJsonAsync(Url, large)).StatusCode,
                Is.EqualTo(HttpStatusCode.RequestEntityTooLarge)
            );
        }
        finally
        {
            host.Kill();
            await host.WaitForExitAsync();
            client.Dispose();
            storage.Delete(recursive: true);
        }
    }

    [TestCase("phoneCodes")]
    [TestCase("Phone-Codes")]
    [TestCase("../PhoneCodes")]
    [TestCase("Shared")]
    [TestCase("Host")]
    [TestCase(Module)]
    [TestCase("Weather", "Weather")]
    public async Task It_refuses_a_name_that_cannot_be_and_changes_nothing(params string[] names)
    {
        var (exitCode, output) = await tree.RunAsync("bash", ["eng/new-module", .. names]);

        Assert.That(exitCode, Is.EqualTo(2), output);
        Assert.That(tree.Hashes(), Is.EquivalentTo(after));
    }

    private static IEnumerable<string?> IdsOf(JsonElement page) =>
        page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString());

    private async Task RunAsync(string program, params IEnumerable<string> arguments)
    {
        var (exitCode, output) = await tree.RunAsync(program, arguments);
        Assert.That(exitCode, Is.Zero, output);
    }

    /// <summary>Makes a key for the module's scopes beside the running host.</summary>
    private async Task<string> MakeKeyAsync(string storage)
    {
        string[] command = ["keys", "create", "--name", "test", "--scope", "phone-codes:write", "phone-codes:view"];
        var (exitCode, output) = await tree.RunAsync(
            "dotnet",
            [tree.PathOf(HostPath), .. command, $"--Storage:Directory={storage}"]
        );
        Assert.That(exitCode, Is.Zero, output);
        return output.TrimEnd().Split('\n')[^1];
    }

    /// <summary>A key that is made beside the running host is known there after it has looked.</summary>
    private static async Task WaitUntilKnownAsync(HttpClient client)
    {
        for (var i = 0; i < 300; i++)
        {
            if ((await client.GetAsync(Url)).StatusCode != HttpStatusCode.Unauthorized)
                return;
            await Task.Delay(100);
        }
        Assert.Fail("The key was not known within 30 seconds.");
    }

    private Process Start(string storage, out HttpClient client)
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var url = $"http://{free.LocalEndpoint}";
        free.Stop();
        client = new HttpClient(new SocketsHttpHandler()) { BaseAddress = new Uri(url) };
        var start = tree.Command("dotnet", tree.PathOf(HostPath));
        start.RedirectStandardOutput = true;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Storage__Directory"] = storage;
        start.Environment["Storage__PollInterval"] = "00:00:00.1";
        start.Environment["Urls"] = url;
        return Process.Start(start)!;
    }

    /// <summary>Waits until an address answers well: the host may not listen yet, or not know a new key.</summary>
    private static async Task WaitForAsync(Process host, HttpClient client, string url)
    {
        for (var i = 0; i < 300; i++)
        {
            if (host.HasExited)
                Assert.Fail($"The host ended: {await host.StandardOutput.ReadToEndAsync()}");
            try
            {
                if ((await client.GetAsync(url)).IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }
            await Task.Delay(100);
        }
        Assert.Fail($"{url} did not answer well within 30 seconds.");
    }
}
