using System.Diagnostics;
using System.Net.Http.Json;
using Api.Tests.Seed;
using Api.Tests.Testing;

namespace Api.Tests.Access;

/// <summary>The commands <c>keys create</c>, <c>keys list</c> and <c>keys revoke</c>, beside a service on the same files.</summary>
[TestFixture]
internal sealed class KeyCommandTests
{
    private static readonly Dictionary<string, string> TellsAll = new(Traces.LogAll)
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Production",
    };

    private string storage = null!;

    [SetUp]
    public void MakeStorage() => storage = Directory.CreateTempSubdirectory("countries-test-").FullName;

    [TearDown]
    public void DeleteStorage() => Directory.Delete(storage, recursive: true);

    [Test]
    [Long]
    public async Task A_key_is_made_used_and_revoked_from_outside_and_nothing_tells_its_secret()
    {
        // On storage that does not exist yet, and then beside a service that runs.
        var first = await CreateAsync("--name", "first", "--scope", "countries:write");
        using var host = new HostProcess(storage, TellsAll);
        await host.WaitUntilReadyAsync();
        var second = await CreateAsync(
            "--name",
            "second",
            "--scope",
            "countries:write currencies:write",
            "--expires",
            "90d"
        );

        await AddAsync(host, "Made with the first", first).MustBeAsync(201);
        await UntilAsync(() => AddAsync(host, "Made with the second", second), 201);
        var (_, list, _) = await HostProcess.RunAsync(storage, "keys", "list");
        Assert.That(list, Does.Match($@"{IdOf(second)}  active  .*  countries:write,currencies:write  second"));

        var (exitCode, said, _) = await HostProcess.RunAsync(storage, "keys", "revoke", IdOf(second));
        Assert.That((exitCode, said), Is.EqualTo((0, said)));
        var watch = Stopwatch.StartNew();
        await UntilAsync(() => AddAsync(host, $"Made {Guid.NewGuid()}", second), 401);
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(5)));
        await AddAsync(host, "Again with the first", first).MustBeAsync(201);

        var (_, log, errors) = await host.TerminateAsync();
        (_, list, _) = await HostProcess.RunAsync(storage, "keys", "list");
        Assert.Multiple(() =>
        {
            Assert.That(
                list,
                Does.Match($@"{IdOf(first)}  active   .*  20\d\d-.*Z  countries:write +first"),
                "the stop wrote the use"
            );
            Assert.That(list, Does.Match($@"{IdOf(second)}  revoked  .*second"));
            foreach (var key in (string[])[first, second])
            {
                var secret = key[17..60];
                var hash = Database.Value<string>(
                    storage,
                    "access",
                    $"SELECT secret_hash FROM api_keys WHERE id = '{IdOf(key)}'"
                );
                Assert.That(log + errors, Does.Not.Contain(secret).And.Not.Contain(hash));
                Assert.That(list + said, Does.Not.Contain(secret).And.Not.Contain(hash));
                Assert.That(Traces.FilesWith(storage, secret), Is.Empty);
                Assert.That(
                    Traces.FilesWith(storage, hash),
                    Is.EqualTo(new[] { "access.db" }),
                    "so the search would find it"
                );
            }
            Assert.That(log, Does.Contain("api_key.revoked"), "the log is there, and tells why the key was refused");
        });
    }

    [TestCase("keys create --scope countries:write", "--name")]
    [TestCase("keys create --name a", "--scope")]
    [TestCase("keys create --nmae a --scope countries:write", "--nmae")]
    [TestCase("keys create --name a --scope Countries", "--scope: A scope is")]
    [TestCase("keys create --name a --scope *", "--scope: A scope is")]
    [TestCase("keys create --name a --scope a:b --expires tomorrow", "--expires: 'tomorrow' is no day")]
    [TestCase("keys create --name a --scope a:b --expires 2001-01-01", "--expires: A key must expire in the future.")]
    [TestCase("keys revoke nonsense", "The id of a key has 12 digits and letters")]
    [TestCase("keys revoke", "Required argument 'id'")]
    [TestCase("keys", "Required command")]
    [TestCase("kees list", "'kees'")]
    public async Task What_is_written_wrongly_is_named_on_the_error_stream_alone_with_exit_code_2(
        string command,
        string words
    )
    {
        StorageTemplate.CopyTo(storage);

        var (exitCode, output, errors) = await HostProcess.RunAsync(storage, command.Split(' '));

        Assert.Multiple(() =>
        {
            Assert.That(exitCode, Is.EqualTo(2));
            Assert.That(output, Is.Empty);
            Assert.That(errors, Does.Contain(words));
            Assert.That(errors, Does.Not.Contain("   at "));
        });
    }

    [Test]
    [Long]
    public async Task What_cannot_be_done_is_said_in_one_sentence_with_exit_code_1()
    {
        StorageTemplate.CopyTo(storage);
        var unknown = await HostProcess.RunAsync(storage, "keys", "revoke", "0123456789AB");
        Assert.That(unknown, Is.EqualTo((1, "", "There is no key with this id.\n")));

        await File.WriteAllTextAsync(Path.Combine(storage, "access.db"), new string('x', 5000));
        var (exitCode, output, errors) = await HostProcess.RunAsync(storage, "keys", "list");
        Assert.That((exitCode, output), Is.EqualTo((1, "")));
        Assert.That(errors, Does.Contain("access.db is corrupt").And.Matches(@"^[^\n]+\n$"));
    }

    [TestCase("--help", "keys ")]
    [TestCase("keys --help", "revoke <id>")]
    [TestCase("keys create --help", "--expires")]
    public async Task Help_lists_what_there_is_and_touches_nothing(string command, string words)
    {
        var (exitCode, output, errors) = await HostProcess.RunAsync(storage, command.Split(' '));

        Assert.That((exitCode, errors), Is.EqualTo((0, "")));
        Assert.That(output, Does.Contain(words));
        Assert.That(Directory.GetFileSystemEntries(storage), Is.Empty);
    }

    [Test]
    [Long]
    public async Task A_setting_may_stand_beside_a_command()
    {
        var folder = Directory.CreateDirectory(Path.Combine(storage, "elsewhere")).FullName;
        StorageTemplate.CopyTo(folder);
        var made = await HostProcess.RunAsync(folder, "keys", "create", "--name", "there", "--scope", "a:b");

        var list = await HostProcess.RunAsync(storage, "keys", "list", $"--Storage:Directory={folder}");

        Assert.That(made.ExitCode, Is.Zero);
        Assert.That(list.Output, Does.Contain("there"));
        Assert.That(Directory.GetFiles(storage), Is.Empty);
    }

    /// <summary>Makes a key; its token is the last line, and stands nowhere else.</summary>
    private async Task<string> CreateAsync(params string[] options)
    {
        var (exitCode, output, errors) = await HostProcess.RunAsync(storage, ["keys", "create", .. options]);
        Assert.That((exitCode, errors), Is.EqualTo((0, "")));
        var token = output.TrimEnd('\n').Split('\n')[^1];
        Assert.That(token, Does.Match("^ctr_[0-9A-Za-z]{12}_[0-9A-Za-z]{49}$"));
        return token;
    }

    private static string IdOf(string token) => token.Split('_')[1];

    private static async Task<HttpResponseMessage> AddAsync(HostProcess host, string name, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/country/")
        {
            Content = JsonContent.Create(new { country_name = name, local_currency = "KES" }),
        };
        request.Headers.Add("X-Api-Key", key);
        return await host.Client.SendAsync(request);
    }

    private static Task UntilAsync(Func<Task<HttpResponseMessage>> send, int status) =>
        Until.HoldsAsync(async () =>
        {
            using var answer = await send();
            return (int)answer.StatusCode == status;
        });
}
