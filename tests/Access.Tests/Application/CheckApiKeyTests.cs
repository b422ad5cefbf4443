using Access.Application;
using Access.Domain;
using CsCheck;
using Microsoft.Extensions.Time.Testing;
using Shared.Tests.Testing;

namespace Access.Tests.Application;

/// <summary>Who a token belongs to, and what is looked at to find that out.</summary>
[TestFixture]
internal sealed class CheckApiKeyTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    private readonly KeyToken token = KeyToken.New(ApiKeyId.New());

    [Test]
    public async Task The_token_of_a_key_says_who_it_is_and_its_use_is_noted()
    {
        var store = new Store(Record());

        var answer = await CheckAsync(store, token);

        Assert.That((answer.Value.Id, answer.Value.Name), Is.EqualTo((token.Id.Value, "importer")));
        Assert.That(answer.Value.Scopes, Is.EqualTo(new[] { "countries:write" }));
        Assert.That(store.Uses, Is.EqualTo(new[] { (token.Id, Now) }));
    }

    [Test]
    public async Task What_opens_nothing_is_told_apart_by_a_code_and_is_no_use()
    {
        var other = KeyToken.New(ApiKeyId.New());
        (ApiKeyRecord Key, string Code)[] cases =
        [
            (Record() with { RevokedAt = Now }, "api_key.revoked"),
            (Record() with { RevokedAt = Now.AddDays(1) }, "api_key.revoked"),
            (Record() with { ExpiresAt = Now }, "api_key.expired"),
            (Record() with { SecretHash = other.Hash }, "api_key.unknown"),
            (Record() with { Id = other.Id }, "api_key.unknown"),
            (Record() with { RevokedAt = Now, SecretHash = other.Hash }, "api_key.unknown"),
        ];
        foreach (var (key, code) in cases)
        {
            var store = new Store(key);
            var answer = await CheckAsync(store, token);
            Assert.That(answer.FirstError.Code, Is.EqualTo(code));
            Assert.That(store.Uses, Is.Empty);
        }
    }

    [Test]
    public async Task A_key_opens_until_the_moment_it_expires()
    {
        var answer = await CheckAsync(new Store(Record() with { ExpiresAt = Now.AddTicks(1) }), token);

        Assert.That(answer.IsError, Is.False);
    }

    [Test]
    public void What_the_validator_lets_through_the_factory_reads_and_the_other_way_round()
    {
        var tokens = Gen.OneOf(Texts.Any, Gen.Int.Select(_ => KeyToken.New(ApiKeyId.New()).Reveal()));

        tokens.Sample(text =>
            new CheckApiKeyValidator().Validate(new CheckApiKey(text)).IsValid == KeyToken.Parse(text).IsSuccess
        );
    }

    [Test]
    public void What_the_validator_of_a_new_key_lets_through_the_factories_make() =>
        Gen.Select(Texts.Any, Gen.OneOf(Gen.String, Gen.Const("countries:write"), Gen.Const("a:b:c")))
            .Sample(
                (name, scope) =>
                    new CreateApiKeyValidator().Validate(new CreateApiKey(name, [scope], null)).IsValid
                    == (ApiKeyName.Create(name).IsSuccess && Scope.Create(scope).IsSuccess)
            );

    [Test]
    public void No_message_tells_a_token()
    {
        var text = token.Reveal();

        Assert.That(new CheckApiKey(text).ToString(), Does.Not.Contain(text[17..60]));
        Assert.That(new CreatedApiKey(token.Id.Value, "importer", text).ToString(), Does.Not.Contain(text[17..60]));
        Assert.That(Record().ToString(), Does.Not.Contain(token.Hash.Value));
    }

    private ApiKeyRecord Record() =>
        new(token.Id, "importer", ["countries:write"], token.Hash, Now.AddDays(-1), null, null, null);

    private static Task<ErrorOr.ErrorOr<CheckedApiKey>> CheckAsync(Store store, KeyToken token) =>
        new CheckApiKeyHandler(store, store, new FakeTimeProvider(Now)).Handle(
            new CheckApiKey(token.Reveal()),
            CancellationToken.None
        );

    private sealed class Store(params ApiKeyRecord[] keys) : IApiKeyCatalogue, IUses<ApiKeyId>
    {
        public List<(ApiKeyId, DateTimeOffset)> Uses { get; } = [];

        public ValueTask<ApiKeyCatalogue> ReadAsync(CancellationToken cancellationToken) =>
            new(new ApiKeyCatalogue(keys));

        public void Note(ApiKeyId id, DateTimeOffset moment) => Uses.Add((id, moment));

        public DateTimeOffset? LastOf(ApiKeyId id) => null;
    }
}
