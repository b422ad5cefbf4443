using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Api.Tests.Testing;

namespace Api.Tests.Startup;

/// <summary>A start that cannot work ends with one clear sentence and exit code 1, and touches nothing.</summary>
[TestFixture]
internal sealed class RefusedStartTests
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
    public async Task A_port_in_use_is_named_and_no_storage_is_made()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        var folder = Path.Combine(storage, "new");

        await AssertRefusedAsync(folder, $"127.0.0.1:{port}: address already in use", port: port);

        Assert.That(Directory.Exists(folder), Is.False);
    }

    [Test]
    public async Task A_folder_that_cannot_be_written_is_named()
    {
        var file = Path.Combine(storage, "a-file");
        await File.WriteAllTextAsync(file, "");

        await AssertRefusedAsync(Path.Combine(file, "storage"), $"The folder {file}/storage cannot be written");
    }

    [Test]
    public async Task A_file_that_is_no_database_is_named_and_stays_as_it_is()
    {
        await File.WriteAllBytesAsync(Path.Combine(storage, "countries.db"), RandomNumberGenerator.GetBytes(50_000));

        await AssertUntouchedAsync("countries.db is corrupt or no SQLite database");
    }

    [Test]
    public async Task A_database_with_damaged_pages_is_named_and_stays_as_it_is()
    {
        var file = Path.Combine(storage, "countries.db");
        var bytes = await File.ReadAllBytesAsync(file);
        RandomNumberGenerator.Fill(bytes.AsSpan(4096, bytes.Length - 8192));
        await File.WriteAllBytesAsync(file, bytes);

        await AssertUntouchedAsync("countries.db is corrupt or no SQLite database");
    }

    [Test]
    public async Task A_database_of_a_newer_version_is_named_and_stays_as_it_is()
    {
        Database.Execute(
            storage,
            "currencies",
            """INSERT INTO "__EFMigrationsHistory" VALUES ('29990101000000_Future', '99.0')"""
        );

        await AssertUntouchedAsync("is of a newer version of this program: it has the migration 29990101000000_Future");
    }

    [Test]
    public async Task A_database_of_another_program_is_named_and_stays_as_it_is()
    {
        File.Delete(Path.Combine(storage, "countries.db"));
        Database.Execute(storage, "countries", "CREATE TABLE app_country (id INTEGER PRIMARY KEY)");

        await AssertUntouchedAsync("countries.db is a database of another program");
    }

    [Test]
    public async Task A_database_that_lacks_a_table_is_named_and_stays_as_it_is()
    {
        Database.Execute(storage, "countries", "DROP TABLE countries");
        var before = Contents();

        using var host = new HostProcess(storage);
        var (exitCode, output, errors) = await host.WaitForExitAsync();

        Assert.That(exitCode, Is.EqualTo(1), output);
        Assert.That(errors, Does.Match(@"^The database of Countries \(.*\) cannot be read: .*no such table.*\n$"));
        Assert.That(Contents(), Is.EqualTo(before));
    }

    [Test]
    public async Task A_database_server_out_of_reach_is_named_without_its_password()
    {
        var refused = await AssertRefusedAsync(
            storage,
            "PostgreSQL database c on 127.0.0.1:1 cannot be reached",
            new()
            {
                ["Storage:Provider"] = "PostgreSql",
                ["ConnectionStrings:Database"] = "Host=127.0.0.1;Port=1;Database=c;Username=u;Password=secret-word",
            }
        );

        Assert.That(refused, Does.Not.Contain("secret-word"));
    }

    [TestCase("Storage:Provider", "Oracle", "Storage:Provider is Sqlite or PostgreSql")]
    [TestCase("Storage:WriteTimeout", "-00:00:01", "Storage:WriteTimeout must be between 00:00:00.01")]
    [TestCase("Storage:PollInterval", "00:00:00", "Storage:PollInterval must be between 00:00:00.01")]
    [TestCase("Limits:KeepAlive", "00:00:00", "Limits:KeepAlive must be between 00:00:00.1")]
    [TestCase("Access:AnonymousWrites", "perhaps", "'Access:AnonymousWrites'")]
    [TestCase("Modules:Access:Enabled", "perhaps", "'Modules:Access:Enabled'")]
    [TestCase("Compatibility:RestCountries:BaseUrl", "ftp://x", "Compatibility:RestCountries:BaseUrl is no address")]
    [TestCase("Urls", "nonsense", "Urls must be an address such as http://localhost:5080")]
    [TestCase("Urls", "http://127.0.0.1:99999", "'http://127.0.0.1:99999' has no port from 0 to 65535")]
    [TestCase("Urls", "ftp://127.0.0.1:5080", "'ftp://127.0.0.1:5080' is neither http nor https")]
    [TestCase("Kestrel:Certificates:Default:Path", "/no/such.pfx", "names /no/such.pfx, which is no file")]
    [TestCase("Kestrel:Endpoints:One:Url", "nonsense", "Kestrel:Endpoints:One:Url must be an address")]
    [TestCase("ForwardedHeaders:KnownProxies:0", "proxy.example", "which is no address and no network")]
    [TestCase("RateLimits:Anonymous:Permits", "0", "RateLimits:Anonymous:Permits must be between 1")]
    [TestCase("RateLimits:ApiKey:Window", "00:00:00", "RateLimits:ApiKey:Window must be between 00:00:01")]
    [TestCase("RateLimits:Enabled", "often", "RateLimits:Enabled")]
    public async Task A_setting_that_makes_no_sense_is_named(string key, string value, string sentence) =>
        await AssertRefusedAsync(storage, sentence, new() { [key] = value });

    [Test]
    public async Task An_address_with_https_and_no_certificate_is_named()
    {
        await AssertRefusedAsync(
            storage,
            "begins with https, but there is no certificate. Name one with Kestrel:Certificates:Default:Path",
            // Another home, so that a developer's own certificate is not found.
            new() { ["Urls"] = $"https://127.0.0.1:{HostProcess.FreePort()}", ["HOME"] = storage }
        );
    }

    [Test]
    public async Task A_certificate_that_the_password_does_not_open_is_named()
    {
        var file = Path.Combine(storage, "certificate.pfx");
        using (var key = ECDsa.Create())
        using (
            var certificate = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256).CreateSelfSigned(
                DateTimeOffset.UnixEpoch,
                DateTimeOffset.MaxValue
            )
        )
            await File.WriteAllBytesAsync(file, certificate.Export(X509ContentType.Pkcs12, "right"));

        await AssertRefusedAsync(
            storage,
            "The certificate of Kestrel:Certificates:Default, or of an endpoint, cannot be used",
            new()
            {
                ["Urls"] = $"https://127.0.0.1:{HostProcess.FreePort()}",
                ["Kestrel:Certificates:Default:Path"] = file,
                ["Kestrel:Certificates:Default:Password"] = "wrong",
            }
        );
    }

    private async Task AssertUntouchedAsync(string sentence)
    {
        var before = Contents();
        await AssertRefusedAsync(storage, sentence);
        Assert.That(Contents(), Is.EqualTo(before));
    }

    private static async Task<string> AssertRefusedAsync(
        string folder,
        string sentence,
        Dictionary<string, string>? settings = null,
        int? port = null
    )
    {
        using var host = new HostProcess(folder, settings, port);
        var (exitCode, output, errors) = await host.WaitForExitAsync();

        Assert.Multiple(() =>
        {
            Assert.That(exitCode, Is.EqualTo(1), output);
            Assert.That(errors, Does.Contain(sentence));
            Assert.That(errors.TrimEnd().Split('\n'), Has.Length.EqualTo(1), "one sentence, no stack");
            Assert.That(output, Does.Not.Contain("   at "));
        });
        return output + errors;
    }

    private Dictionary<string, string> Contents() =>
        Directory
            .GetFiles(storage)
            .ToDictionary(f => f, f => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(f))));
}
