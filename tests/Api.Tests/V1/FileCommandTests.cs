using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Api.Tests.Testing;

namespace Api.Tests.V1;

/// <summary>The commands <c>import</c> and <c>export</c>: clean for pipes, and safe against a wrong folder.</summary>
[TestFixture]
[Long]
internal sealed class FileCommandTests
{
    private string storage = null!;
    private string folder = null!;

    [SetUp]
    public void MakeStorage()
    {
        storage = Directory.CreateTempSubdirectory("countries-test-").FullName;
        folder = Directory.CreateTempSubdirectory("countries-files-").FullName;
        StorageTemplate.CopyTo(storage);
    }

    [TearDown]
    public void DeleteStorage()
    {
        Directory.Delete(storage, recursive: true);
        Directory.Delete(folder, recursive: true);
    }

    [Test]
    public async Task Countries_are_imported_exported_and_imported_elsewhere_while_a_service_runs()
    {
        using var host = new HostProcess(storage);
        await host.WaitUntilReadyAsync();
        var file = Write(
            "in.ndjson",
            """
            {"name":"Sealand","currencies":[{"code":"GBP","kind":"customary"}],"capitals":[{"name":"Tower","latitude":51.5,"longitude":1}]}
            {"name":"=Molossia","currencies":[],"alternateNames":["a;b"]}
            """
        );

        var imported = await HostProcess.RunAsync(storage, "import", file);
        Assert.That(imported, Is.EqualTo((0, "Added 2 of 2 countries.\n", "")));
        await Until.HoldsAsync(async () => (await LocalAsync(host)).Count == 2);
        var local = await LocalAsync(host);
        var history = (await GetAsync(host, $"countries/{local[0]["id"]}/history"))["items"]![0]!;
        Assert.That((string?)history["source"], Is.EqualTo("commands"));

        var exported = await HostProcess.RunAsync(storage, "export", "--format", "csv", "--filter", "source=local");
        Assert.That((exported.ExitCode, exported.Errors), Is.EqualTo((0, "")));
        var csv = Write("out.csv", exported.Output);
        var twice = await HostProcess.RunAsync(storage, "import", csv);
        Assert.That((twice.ExitCode, twice.Output), Is.EqualTo((1, "")));
        Assert.That(twice.Errors, Does.Match("^(line \\d: (id|name): .*\\n){4}Nothing was added\\.\\n$"));

        var elsewhere = Path.Combine(folder, "storage");
        Directory.CreateDirectory(elsewhere);
        StorageTemplate.CopyTo(elsewhere);
        Assert.That((await HostProcess.RunAsync(elsewhere, "import", csv)).ExitCode, Is.EqualTo(0));
        var all = await HostProcess.RunAsync(elsewhere, "export", "--format", "json", "--filter", "source=local");
        Assert.That(
            JsonNode.Parse(all.Output)!["items"]!.AsArray().Select(c => Content(c!.AsObject())),
            Is.EqualTo(local.Select(Content))
        );
    }

    [Test]
    public async Task Bad_lines_are_told_one_by_one_and_with_mode_valid_the_others_are_added()
    {
        const string File = "name,currencies\nGood,EUR\n,EUR\nBad,ERU\n";

        var all = await HostProcess.RunAsync(storage, ["import", "-", "--format", "csv"], File);
        var valid = await HostProcess.RunAsync(storage, ["import", "-", "--format", "csv", "--mode", "valid"], File);

        const string Faults =
            "line 3: name: A value is required.\nline 4: currencies[0].code: There is no currency ERU; did you mean EUR?\n";
        Assert.That(all, Is.EqualTo((1, "", $"{Faults}Nothing was added.\n")));
        Assert.That(valid, Is.EqualTo((0, "Added 1 of 3 countries.\n", Faults)));
    }

    [TestCase("json", "{\"items\":[{")]
    [TestCase("xml", "<?xml")]
    [TestCase("ndjson", "{\"name\":")]
    [TestCase("csv", "name,population\r\n")]
    public async Task All_countries_are_exported_in_a_format_of_choice_into_a_file_too(string format, string beginning)
    {
        var file = Path.Combine(folder, "out");

        var done = await HostProcess.RunAsync(
            storage,
            "export",
            "--format",
            format,
            "--fields",
            "name,population",
            "--output",
            file
        );

        Assert.That(done, Is.EqualTo((0, "", "")));
        var written = await File.ReadAllTextAsync(file);
        Assert.That(written, Does.StartWith(beginning).And.Contain("Zimbabwe").And.Contain("Afghanistan"));
    }

    [TestCase("import in.csv")]
    [TestCase("export")]
    [TestCase("dataset status")]
    [TestCase("dataset apply")]
    public async Task Where_there_is_no_storage_none_is_made(string command)
    {
        var empty = Path.Combine(folder, "empty");
        Write("in.csv", "name,currencies\nA,\n");

        var (exitCode, output, errors) = await HostProcess.RunAsync(
            empty,
            command.Replace("in.csv", Path.Combine(folder, "in.csv"), StringComparison.Ordinal).Split(' ')
        );

        Assert.That((exitCode, output), Is.EqualTo((1, "")));
        Assert.That(errors, Does.Match(@"^There is no storage in .*empty\. [^\n]*\n$"));
        Assert.That(Directory.Exists(empty), Is.False);
    }

    [TestCase("import none.csv", 1, "none.csv cannot be read: ")]
    [TestCase("import", 2, "Required argument")]
    [TestCase("import names.txt", 2, "--format: The name of the file does not tell its format; say csv or ndjson.")]
    [TestCase("import a.csv --mode vlaid", 2, "'vlaid'")]
    [TestCase("export --format yaml", 2, "'yaml'")]
    [TestCase("export --filter regoin=Europe", 2, "did you mean region?")]
    [TestCase("export --fields nmae", 2, "did you mean name?")]
    [TestCase("dataset", 2, "Required command")]
    public async Task What_is_written_wrongly_is_named_on_the_error_stream_alone(
        string command,
        int exitCode,
        string words
    )
    {
        var done = await HostProcess.RunAsync(storage, command.Split(' '));

        Assert.That((done.ExitCode, done.Output), Is.EqualTo((exitCode, "")), done.Errors);
        Assert.That(done.Errors, Does.Contain(words).And.Not.Contain("   at "));
    }

    private string Write(string name, string content)
    {
        var file = Path.Combine(folder, name);
        File.WriteAllText(file, content);
        return file;
    }

    private static string Content(JsonObject country)
    {
        string[] others = ["id", "version", "addedAt"];
        return string.Join(
            ' ',
            country.Where(m => !others.Contains(m.Key)).Select(m => $"{m.Key}={m.Value?.ToJsonString()}")
        );
    }

    private static async Task<List<JsonObject>> LocalAsync(HostProcess host) =>
        [
            .. (await GetAsync(host, "countries?source=local&sort=name"))["items"]!
                .AsArray()
                .Select(item => item!.AsObject()),
        ];

    private static async Task<JsonObject> GetAsync(HostProcess host, string path) =>
        (await host.Client.GetFromJsonAsync<JsonObject>($"/api/v1/{path}"))!;
}
