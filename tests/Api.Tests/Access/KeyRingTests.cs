using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Api.Tests.Testing;

namespace Api.Tests.Access;

/// <summary>The keys that seal form tokens are kept with the other data, and read when they are needed.</summary>
[TestFixture]
internal sealed class KeyRingTests
{
    private const string Rows = "SELECT xml FROM key_ring";

    private string storage = null!;

    [SetUp]
    public void MakeStorage() => storage = Directory.CreateTempSubdirectory("countries-test-").FullName;

    [TearDown]
    public void DeleteStorage() => Directory.Delete(storage, recursive: true);

    [Test]
    [Long]
    public async Task A_page_that_was_shown_before_a_restart_can_be_sent_after_it_and_no_start_makes_a_key()
    {
        string token;
        string cookies;
        using (var host = new HostProcess(storage))
        {
            await host.WaitUntilReadyAsync();
            await host.Client.GetAsync("/country/");
            Assert.That(Database.Query<string>(storage, "access", Rows), Is.Empty);
            using var browser = new Browser(host.Client.BaseAddress!);
            token = Browser.TokenIn(await browser.OpenAsync("/admin/login"));
            cookies = string.Join("; ", browser.Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}"));
            await host.TerminateAsync();
        }
        Assert.That(Database.Query<string>(storage, "access", Rows), Has.Count.EqualTo(1));

        using var restarted = new HostProcess(storage);
        await restarted.WaitUntilReadyAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/admin/login")
        {
            Content = new FormUrlEncodedContent([new("form_token", token), new("username", "nobody")]),
        };
        request.Headers.Add("Cookie", cookies);
        using var answer = await restarted.Client.SendAsync(request);
        Assert.That((int)answer.StatusCode, Is.EqualTo(422), "the token was good, the name was not");
    }

    [Test]
    public async Task With_a_certificate_the_keys_are_encrypted()
    {
        var file = Path.Combine(storage, "keys.p12");
        using (var key = RSA.Create(2048))
        {
            var request = new CertificateRequest("CN=keys", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            var now = DateTimeOffset.UnixEpoch.AddYears(50);
            using var certificate = request.CreateSelfSigned(now, now.AddYears(50));
            await File.WriteAllBytesAsync(file, certificate.Export(X509ContentType.Pkcs12, "secret"));
        }
        await using var service = new RunningService(
            new() { ["Access:KeyRingCertificate"] = file, ["Access:KeyRingCertificatePassword"] = "secret" }
        );
        using var browser = service.Browser();
        await browser.OpenAsync("/admin/login");

        var stored = Database.Query<string>(service.Storage, "access", Rows).Single();
        Assert.That(stored, Does.Contain("EncryptedData").And.Not.Contain("<value>"));
        await using var plain = new RunningService();
        using var other = plain.Browser();
        await other.OpenAsync("/admin/login");
        Assert.That(Database.Query<string>(plain.Storage, "access", Rows).Single(), Does.Contain("<value>"));
    }

    [Test]
    public async Task A_certificate_that_cannot_be_read_is_named_at_the_start()
    {
        using var host = new HostProcess(storage, new() { ["Access:KeyRingCertificate"] = "/nowhere/keys.p12" });
        var (exitCode, _, errors) = await host.WaitForExitAsync();

        Assert.That(exitCode, Is.EqualTo(1));
        Assert.That(errors, Does.StartWith("Access:KeyRingCertificate: /nowhere/keys.p12 cannot be read"));
    }
}
