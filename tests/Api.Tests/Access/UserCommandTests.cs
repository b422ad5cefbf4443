using System.Diagnostics;
using Api.Tests.Testing;

namespace Api.Tests.Access;

/// <summary>The commands <c>createsuperuser</c>, <c>changepassword</c> and <c>users list</c>.</summary>
[TestFixture]
internal sealed class UserCommandTests
{
    private const string Variable = "COUNTRIES_SUPERUSER_PASSWORD";
    private const string Canary = "canary of seven quiet herons";

    private string storage = null!;

    [SetUp]
    public void MakeStorage() => storage = Directory.CreateTempSubdirectory("countries-test-").FullName;

    [TearDown]
    public void DeleteStorage() => Directory.Delete(storage, recursive: true);

    [Test]
    [Long]
    public async Task No_account_exists_until_somebody_makes_one_and_its_password_is_found_nowhere()
    {
        using (var host = new HostProcess(storage, new(Traces.LogAll) { ["ASPNETCORE_ENVIRONMENT"] = "Production" }))
        {
            await host.WaitUntilReadyAsync();
            Assert.That(Database.Value<long>(storage, "access", "SELECT count(*) FROM users"), Is.Zero);

            // Beside the running service, which knows the user within seconds.
            var (made, said, _) = await RunAsync(
                Canary,
                "createsuperuser",
                "--noinput",
                "--username",
                "anna",
                "--email",
                "anna@example.com"
            );
            Assert.That((made, said), Is.EqualTo((0, said)));
            Assert.That(said, Does.Match("^Made the superuser anna \\([0-9a-f-]{36}\\)\\.\n$"));
            using var browser = new Browser(host.Client.BaseAddress!);
            Assert.That((int)(await browser.SignInAsync("anna", Canary)).StatusCode, Is.EqualTo(302));
            await browser.OpenAsync("/admin/password");

            var (_, log, errors) = await host.TerminateAsync();
            Assert.That(log, Does.Contain("CheckSession").Or.Contain("/admin/password"), "the log is there");
            Assert.That(log + errors, Does.Not.Contain(Canary).And.Not.Contain(browser.Cookies["countries_session"]));
        }
        var (_, list, _) = await HostProcess.RunAsync(storage, "users", "list");
        Assert.That(list, Does.Match("yes     yes    yes        yes       0         20.*Z  anna"));
        Assert.That(Traces.FilesWith(storage, Canary), Is.Empty);
        Assert.That(
            Traces.FilesWith(storage, "anna@example.com"),
            Does.Contain("access.db"),
            "so the search would find it"
        );
    }

    [Test]
    [Long]
    public async Task A_changed_password_signs_the_user_out_of_a_running_service_within_five_seconds()
    {
        StorageTemplate.CopyTo(storage);
        await RunAsync(Canary, "createsuperuser", "--noinput", "--username", "anna");
        using var host = new HostProcess(storage);
        await host.WaitUntilReadyAsync();
        using var browser = new Browser(host.Client.BaseAddress!);
        await browser.SignInAsync("anna", Canary);
        await browser.OpenAsync("/admin/password");

        var (exitCode, _, errors) = await RunAsync("another quiet heron or two", "changepassword", "ANNA", "--noinput");
        Assert.That((exitCode, errors), Is.EqualTo((0, "")));
        var watch = Stopwatch.StartNew();
        while ((int)(await browser.Client.GetAsync("/admin/password")).StatusCode != 302)
        {
            Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(5)));
            await Task.Delay(100);
        }
        Assert.That((int)(await browser.SignInAsync("anna", Canary)).StatusCode, Is.EqualTo(422));
        Assert.That((int)(await browser.SignInAsync("anna", "another quiet heron or two")).StatusCode, Is.EqualTo(302));
    }

    [TestCase("createsuperuser --username anna", "There is no terminal to ask at. Use --noinput")]
    [TestCase("createsuperuser --noinput --username anna", "--noinput needs the password in the environment variable")]
    [TestCase("changepassword anna", "There is no terminal to ask at.")]
    [TestCase("changepassword", "Required argument 'username'")]
    [TestCase("users", "Required command")]
    public async Task What_is_missing_is_named_on_the_error_stream_alone_with_exit_code_2(string command, string words)
    {
        var (exitCode, output, errors) = await RunAsync(null, command.Split(' '));

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
    public async Task What_cannot_be_done_is_said_in_one_sentence()
    {
        StorageTemplate.CopyTo(storage);
        await RunAsync(Canary, "createsuperuser", "--noinput", "--username", "anna");

        var taken = await RunAsync(Canary, "createsuperuser", "--noinput", "--username", "Anna");
        var weak = await RunAsync("short", "createsuperuser", "--noinput", "--username", "bert");
        var noName = await RunAsync(Canary, "createsuperuser", "--noinput");
        var unknown = await RunAsync(Canary, "changepassword", "nobody", "--noinput");

        Assert.Multiple(() =>
        {
            Assert.That(taken, Is.EqualTo((1, "", "A user of this name exists already.\n")));
            Assert.That((weak.ExitCode, weak.Errors), Is.EqualTo((2, weak.Errors)));
            Assert.That(weak.Errors, Does.StartWith("The password must have 15 characters or more."));
            Assert.That((noName.ExitCode, noName.Errors), Is.EqualTo((2, "A value is required.\n")));
            Assert.That(unknown, Is.EqualTo((1, "", "There is no user of this name or id.\n")));
            Assert.That(Database.Value<long>(storage, "access", "SELECT count(*) FROM users"), Is.EqualTo(1));
        });
    }

    private async Task<(int ExitCode, string Output, string Errors)> RunAsync(string? password, params string[] command)
    {
        var settings = password is null
            ? null
            : new Dictionary<string, string> { [Variable] = password, ["COUNTRIES_PASSWORD"] = password };
        using var host = new HostProcess(storage, settings, command: command);
        return await host.WaitForExitAsync();
    }
}
