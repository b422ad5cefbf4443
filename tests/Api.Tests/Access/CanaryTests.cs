using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Api.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Api.Tests.Access;

/// <summary>
/// Passwords, keys and sessions go through every contract that takes them, right and wrong, and are then looked for in all
/// that the service says and keeps. What only a process of its own can show is in <see cref="UserCommandTests"/> and
/// <see cref="KeyCommandTests"/>.
/// </summary>
[TestFixture]
internal sealed partial class CanaryTests
{
    private const string First = "canary of eleven quiet herons";
    private const string Second = "canary of twelve quiet herons";
    private const string Wrong = "canary that opens nothing";
    private const string Weak = "canary-weak";
    private const string Users = "/admin/access/users/add";
    private const string Keys = "/admin/access/keys/add";

    private readonly ConcurrentQueue<string> traced = [];
    private readonly ConcurrentQueue<string> answered = [];

    [Test]
    public async Task A_password_a_key_and_a_session_are_in_no_log_page_problem_trace_or_file()
    {
        using var listener = Listen();
        using var log = new Log();
        await using var service = new RunningService(
            new(Traces.LogAll) { ["Logging:Console:LogLevel:Default"] = "None" }
        );
        service.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);

        using var keeper = await service.SignedInAsync(superuser: true);
        await KeepAsync(await keeper.PostAsync(Users, Person(Weak)), 422);
        await KeepAsync(await keeper.PostAsync(Users, Person(First)), 303);

        using var person = service.Browser();
        await KeepAsync(await person.SignInAsync("canary", Wrong), 422);
        // Typed into the wrong field. Who typed it sees it again, and nobody else.
        using (var repeated = await person.SignInAsync(First, Wrong))
            Assert.That((int)repeated.StatusCode, Is.EqualTo(422));
        using (var entered = await person.SignInAsync("canary", First))
            Assert.That((int)entered.StatusCode, Is.EqualTo(302));
        await KeepAsync(await person.PostAsync("/admin/password", Change(Wrong, Second)), 422);
        await KeepAsync(await person.PostAsync("/admin/password", Change(First, Weak)), 422);
        var session = person.Cookies["countries_session"];
        using (var changed = await person.PostAsync("/admin/password", Change(First, Second)))
            Assert.That((int)changed.StatusCode, Is.EqualTo(303));
        string[] sessions = [session, person.Cookies["countries_session"], keeper.Cookies["countries_session"]];
        await KeepAsync(await person.PostAsync("/admin/passkeys", new() { ["password"] = Wrong }), 422);

        var made = await keeper.PostAsync(Keys, new() { ["name"] = "canary", ["scopes"] = "countries:add" });
        var key = Key().Match(await made.Content.ReadAsStringAsync()).Value;
        Assert.That(key, Is.Not.Empty, "it is told once");
        Assert.That(made.Headers.Contains("Set-Cookie"), Is.False, "and kept nowhere");
        var broken = key[..^1] + (key[^1] == 'a' ? 'b' : 'a');
        foreach (var (shown, status) in new[] { (key, 201), (broken, 401) })
        foreach (var header in (string[])["X-Api-Key", "Authorization"])
            await KeepAsync(await AddAsync(service.Client, header, shown), status);
        foreach (var path in (string[])["/api/v1/countries/CH", "/admin/countries/", "/country/?format=xml"])
            await KeepAsync(await GetAsync(service.Client, path, broken), 401);
        await KeepAsync(await GetAsync(service.Client, "/admin/countries/", key), 403);
        foreach (
            var path in (string[])
                [
                    "/admin/",
                    "/admin/access/users/",
                    "/admin/access/keys/",
                    $"/admin/access/keys/{key.Split('_')[1]}/change",
                    $"/admin/access/keys/{key.Split('_')[1]}/history",
                    "/admin/history/",
                    "/admin/outbox/",
                ]
        )
            await KeepAsync(await keeper.Client.GetAsync(path), 200);

        Assert.Multiple(() =>
        {
            foreach (var secret in (string[])[First, Second, Wrong, Weak, key[17..60], .. sessions])
            {
                Assert.That(log.Lines.Where(line => Says(line, secret)), Is.Empty, "log");
                Assert.That(traced.Where(trace => Says(trace, secret)), Is.Empty, "trace");
                Assert.That(answered.Where(answer => Says(answer, secret)), Is.Empty, "answer");
                Assert.That(Traces.FilesWith(service.Storage, secret), Is.Empty, "file");
            }
            // So the search would find them.
            Assert.That(log.Lines, Has.Some.Contains("/admin/login"));
            Assert.That(traced, Has.Some.Contains("SignIn").And.Some.Contains("CreateApiKey"));
            Assert.That(answered, Has.Some.Contains("canary@example.com"));
            Assert.That(Traces.FilesWith(service.Storage, "canary@example.com"), Is.Not.Empty);
        });
    }

    private static Dictionary<string, string> Person(string password) =>
        new()
        {
            ["name"] = "canary",
            ["email"] = "canary@example.com",
            ["password"] = password,
            ["active"] = "true",
            ["staff"] = "true",
        };

    private static Dictionary<string, string> Change(string before, string after) =>
        new()
        {
            ["old_password"] = before,
            ["new_password"] = after,
            ["new_password_again"] = after,
        };

    private static async Task<HttpResponseMessage> AddAsync(HttpClient client, string header, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/country/")
        {
            Content = JsonContent.Create(new { country_name = $"Canary {Guid.NewGuid()}", local_currency = "KES" }),
        };
        request.Headers.Add(header, header == "Authorization" ? $"Bearer {key}" : key);
        return await client.SendAsync(request);
    }

    private static async Task<HttpResponseMessage> GetAsync(HttpClient client, string path, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("X-Api-Key", key);
        return await client.SendAsync(request);
    }

    /// <summary>Keeps all that an answer says.</summary>
    private async Task KeepAsync(HttpResponseMessage answer, int status)
    {
        var body = await answer.Content.ReadAsStringAsync();
        Assert.That((int)answer.StatusCode, Is.EqualTo(status), body);
        answered.Enqueue($"{answer.Headers}{answer.Content.Headers}{body}");
    }

    private ActivityListener Listen()
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
                traced.Enqueue(
                    string.Join(
                        '\n',
                        [
                            activity.DisplayName,
                            activity.StatusDescription,
                            .. activity.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"),
                            .. activity.Baggage.Select(item => $"{item.Key}={item.Value}"),
                            .. activity.Events.SelectMany(e => e.Tags).Select(tag => $"{tag.Key}={tag.Value}"),
                        ]
                    )
                ),
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    /// <summary>Whether a text holds a secret, as it is or as an address or a form writes it.</summary>
    private static bool Says(string text, string secret) =>
        ((string[])[secret, Uri.EscapeDataString(secret), secret.Replace(' ', '+')]).Any(written =>
            text.Contains(written, StringComparison.Ordinal)
        );

    [GeneratedRegex("ctr_[0-9A-Za-z]{12}_[0-9A-Za-z]{49}")]
    private static partial Regex Key();

    /// <summary>Keeps every line of the log, with its values and its scopes.</summary>
    private sealed class Log : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            Lines.Enqueue(Text(state));
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        void ILogger.Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => Lines.Enqueue($"{formatter(state, exception)} {Text(state)} {exception}");

        public void Dispose() { }

        private static string Text<TState>(TState state) =>
            state is IEnumerable<KeyValuePair<string, object?>> values
                ? string.Join(' ', values.Select(value => $"{value.Key}={value.Value}"))
                : $"{state}";
    }
}
