using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Access.Application;
using Api.Tests.Seed;
using Api.Tests.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Api.Tests.Access;

/// <summary>Who shows a key may do what its scopes say; who shows a bad one may do nothing, not even what is open.</summary>
[TestFixture]
internal sealed class ApiKeyTests
{
    private const string Path = "/country/";
    private const string Realm = "Bearer realm=\"countries\"";

    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));
    private readonly DatabaseCalls calls = new();
    private RunningService service = null!;
    private int names;

    [OneTimeSetUp]
    public void Start() =>
        service = new(new() { ["Access:AnonymousWrites"] = "false", ["Storage:PollInterval"] = "1.00:00:00" }, clock);

    [OneTimeTearDown]
    public void Stop()
    {
        service.Dispose();
        calls.Dispose();
    }

    [TestCase("X-Api-Key", "{0}")]
    [TestCase("x-api-key", " {0} ")]
    [TestCase("Authorization", "Bearer {0}")]
    [TestCase("Authorization", "bearer {0}")]
    public async Task A_key_with_the_scope_opens_what_asks_for_it(string header, string value)
    {
        var key = await service.KeyAsync("countries:write", "currencies:write");

        using var answer = await AddAsync(header, string.Format(null, value, key));

        Assert.That((int)answer.StatusCode, Is.EqualTo(201), await answer.Content.ReadAsStringAsync());
    }

    [Test]
    public async Task A_key_without_the_scope_is_refused_with_403_in_the_words_of_the_contract()
    {
        using var answer = await AddAsync("X-Api-Key", await service.KeyAsync("currencies:write", "countries:writer"));

        Assert.Multiple(async () =>
        {
            Assert.That((int)answer.StatusCode, Is.EqualTo(403));
            Assert.That(
                await answer.Content.ReadAsStringAsync(),
                Is.EqualTo("""{"detail":"You do not have permission to perform this action."}""")
            );
            Assert.That(
                answer.Field("WWW-Authenticate"),
                Is.EqualTo($"{Realm}, error=\"insufficient_scope\", scope=\"countries:add\"")
            );
            Assert.That(answer.Field("Allow"), Is.EqualTo("GET, POST, HEAD, OPTIONS"));
        });
    }

    [Test]
    public async Task Without_a_key_the_challenge_names_no_error()
    {
        using var answer = await service.Client.PostAsJsonAsync(Path, new { });

        Assert.That((int)answer.StatusCode, Is.EqualTo(401));
        Assert.That(answer.Field("WWW-Authenticate"), Is.EqualTo(Realm));
    }

    [Test]
    public async Task A_mistyped_key_is_refused_without_a_database_call()
    {
        var key = await service.KeyAsync("countries:write");
        var mistyped = key[..30] + (key[30] == 'a' ? 'b' : 'a') + key[31..];

        var (answer, asked) = await calls.OfAsync(service.Client, Post("X-Api-Key", mistyped));
        Assert.That(((int)answer.StatusCode, asked), Is.EqualTo((401, 0)));

        var (added, writes) = await calls.OfAsync(service.Client, Post("X-Api-Key", key));
        Assert.That((int)added.StatusCode, Is.EqualTo(201));
        Assert.That(writes, Is.GreaterThan(0), "what is counted is there");
    }

    [Test]
    public async Task A_good_key_costs_no_database_call_and_no_write()
    {
        var key = await service.KeyAsync("countries:write");
        // The first read after a commit loads what changed.
        await service.Client.SendAsync(Get("X-Api-Key", key)).MustBeAsync(200);
        for (var i = 0; i < 20; i++)
        {
            var (answer, asked) = await calls.OfAsync(service.Client, Get("X-Api-Key", key));
            Assert.That(((int)answer.StatusCode, asked), Is.EqualTo((200, 0)));
        }
    }

    [TestCase("X-Api-Key", "")]
    [TestCase("X-Api-Key", "nonsense")]
    [TestCase("X-Api-Key", "ctr_0123456789AB_0123456789012345678901234567890123456789012345678")]
    [TestCase("Authorization", "Bearer")]
    [TestCase("Authorization", "Bearer nonsense")]
    [TestCase("Authorization", "Bearer eyJhbGciOiJIUzI1NiJ9.e30.c2lnbmF0dXJl")]
    public async Task What_is_no_key_is_refused_also_where_no_key_is_needed(string header, string value)
    {
        using var read = await service.Client.SendAsync(Get(header, value));
        using var unknown = await service.Client.SendAsync(Get(header, value, "/nowhere"));

        Assert.Multiple(async () =>
        {
            Assert.That((int)read.StatusCode, Is.EqualTo(401));
            Assert.That(
                await read.Content.ReadAsStringAsync(),
                Is.EqualTo("""{"detail":"Incorrect authentication credentials."}""")
            );
            Assert.That(read.Field("WWW-Authenticate"), Is.EqualTo($"{Realm}, error=\"invalid_token\""));
            Assert.That(read.Field("Cache-Control"), Is.EqualTo("no-store"));
            Assert.That((int)unknown.StatusCode, Is.EqualTo(401));
            Assert.That(unknown.Type(), Is.EqualTo("application/problem+json"));
            Assert.That(unknown.Field("WWW-Authenticate"), Is.EqualTo($"{Realm}, error=\"invalid_token\""));
        });
    }

    [TestCase("Authorization", "Basic YWRtaW46YWRtaW4=")]
    [TestCase("Authorization", "Digest username=\"a\"")]
    [TestCase("Authorization", "")]
    public async Task Credentials_for_somebody_else_on_the_way_are_no_key(string header, string value)
    {
        await service.Client.SendAsync(Get(header, value)).MustBeAsync(200);
        await service.Client.SendAsync(Post(header, value)).MustBeAsync(401, NotProvided);
    }

    [Test]
    public async Task An_unknown_a_revoked_and_an_expired_key_are_refused_with_the_same_words()
    {
        var wrong = await service.SendAsync(
            new CreateApiKey("test", ["countries:write"], clock.GetUtcNow().AddHours(1))
        );
        var revoked = await service.SendAsync(new CreateApiKey("test", ["countries:write"], ExpiresAt: null));
        var expired = await service.SendAsync(
            new CreateApiKey("test", ["countries:write"], clock.GetUtcNow().AddMinutes(1))
        );
        await AddAsync("X-Api-Key", expired.Value.Token).MustBeAsync(201);
        await AddAsync("X-Api-Key", revoked.Value.Token).MustBeAsync(201);
        await service.SendAsync(new RevokeApiKey(revoked.Value.Id));
        clock.Advance(TimeSpan.FromMinutes(1));

        const string Refusal = """{"detail":"Incorrect authentication credentials."}""";
        await AddAsync("X-Api-Key", expired.Value.Token).MustBeAsync(401, Refusal);
        await AddAsync("X-Api-Key", revoked.Value.Token).MustBeAsync(401, Refusal);
        // The id of one key with the secret of another, and a right checksum.
        Database.Execute(
            service.Storage,
            "access",
            $"UPDATE api_keys SET secret_hash = '{new string('0', 64)}', version = version + 1 WHERE id = '{wrong.Value.Id}'"
        );
        await service.SendAsync(new RevokeApiKey(wrong.Value.Id));
        await AddAsync("X-Api-Key", wrong.Value.Token).MustBeAsync(401, Refusal);
    }

    [Test]
    public async Task Uses_are_collected_and_written_down_together()
    {
        var key = await service.SendAsync(new CreateApiKey("test", ["countries:write"], ExpiresAt: null));
        var before = clock.GetUtcNow();
        for (var i = 0; i < 50; i++)
            await service.Client.SendAsync(Get("X-Api-Key", key.Value.Token)).MustBeAsync(200);
        Assert.That(VersionOf(key.Value.Id), Is.EqualTo(1), "nothing was written yet");

        clock.Advance(TimeSpan.FromMinutes(1));
        await Until.HoldsAsync(() => Task.FromResult(VersionOf(key.Value.Id) > 1), seconds: 30);

        var listed = (await service.SendAsync(new ListApiKeys())).Value.Single(item => item.Id == key.Value.Id);
        Assert.That(listed.LastUsedAt, Is.EqualTo(before));
        Assert.That(VersionOf(key.Value.Id), Is.EqualTo(2), "one write for fifty uses");
    }

    [Test]
    public async Task What_is_not_mapped_is_not_found_and_not_forbidden()
    {
        await service.Client.GetAsync("/nowhere").MustBeAsync(404);
        await service.Client.PutAsync("/assets/site.css", null).MustBeAsync(405);
    }

    [Test]
    public async Task A_problem_of_the_native_kind_says_its_code()
    {
        using var answer = await service.Client.SendAsync(Get("X-Api-Key", "nonsense", "/health/live"));
        var problem = await answer.Content.ReadFromJsonAsync<JsonObject>();

        Assert.That((string)problem!["code"]!, Is.EqualTo("access.credentials.invalid"));
        Assert.That((int)problem["status"]!, Is.EqualTo(401));
    }

    private const string NotProvided = """{"detail":"Authentication credentials were not provided."}""";

    private Task<HttpResponseMessage> AddAsync(string header, string value) =>
        service.Client.SendAsync(Post(header, value));

    private HttpRequestMessage Post(string header, string value)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Path)
        {
            Content = JsonContent.Create(
                new { country_name = $"Keyland {Interlocked.Increment(ref names)}", local_currency = "KES" }
            ),
        };
        request.Headers.With(header, value);
        return request;
    }

    private static HttpRequestMessage Get(string header, string value, string path = Path)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.With(header, value);
        return request;
    }

    private long VersionOf(string id) =>
        Database.Value<long>(service.Storage, "access", $"SELECT version FROM api_keys WHERE id = '{id}'");
}
