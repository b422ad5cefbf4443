using Access.Domain;
using CsCheck;
using Shared.Tests.Testing;

namespace Access.Tests.Domain;

/// <summary>What a key may do, until when, and how it ends.</summary>
[TestFixture]
internal sealed class ApiKeyTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    [TestCase("countries:write")]
    [TestCase(" phone-codes:read2 ")]
    public void A_scope_is_a_resource_and_an_action(string text) =>
        Assert.That(Scope.Create(text).Value.Value, Is.EqualTo(text.Trim()));

    [TestCase(null)]
    [TestCase("")]
    [TestCase("*")]
    [TestCase("countries:*")]
    [TestCase("countries")]
    [TestCase("countries:")]
    [TestCase(":write")]
    [TestCase("countries:write:more")]
    [TestCase("Countries:write")]
    [TestCase("countries: write")]
    [TestCase("1:2")]
    [TestCase("ländern:write")]
    public void What_is_no_scope_is_refused_with_a_code_and_there_is_no_wildcard(string? text) =>
        Assert.That(Scope.Create(text).Failures.Select(f => f.Code), Is.EqualTo(new[] { "api_key.scope.invalid" }));

    [Test]
    public void A_key_without_a_scope_cannot_be() =>
        Assert.That(CodesOf([], null), Is.EqualTo(new[] { "api_key.scopes.required" }));

    [Test]
    public void A_key_has_at_most_50_scopes()
    {
        var scopes = Enumerable.Range(0, 51).Select(i => $"a{i}:b").ToArray();

        Assert.That(CodesOf(scopes, null), Is.EqualTo(new[] { "api_key.scopes.too_many" }));
        Assert.That(CodesOf([.. scopes.Skip(1)], null), Is.Empty);
    }

    [TestCase(-1)]
    [TestCase(0)]
    public void A_key_cannot_have_expired_when_it_is_made(int ticks) =>
        Assert.That(CodesOf(["a:b"], Now.AddTicks(ticks)), Is.EqualTo(new[] { "api_key.expiry.past" }));

    [Test]
    public void All_that_is_wrong_is_said_at_once() =>
        Assert.That(CodesOf([], Now), Is.EqualTo(new[] { "api_key.scopes.required", "api_key.expiry.past" }));

    [Test]
    public void Scopes_are_kept_once_each_in_the_order_of_the_alphabet() =>
        Assert.That(Make(["b:c", "a:b", "b:c"]).Scopes.Select(s => s.Value), Is.EqualTo(new[] { "a:b", "b:c" }));

    [Test]
    public void A_revoked_key_stays_revoked_since_the_first_time()
    {
        var key = Make(["a:b"]);
        key.TakeDomainEvents();

        key.Revoke(Now.AddHours(1));
        key.Revoke(Now.AddHours(2));

        Assert.That(key.RevokedAt, Is.EqualTo(Now.AddHours(1)));
        Assert.That(key.DomainEvents.OfType<ApiKeyRevoked>().Single().Id, Is.EqualTo(key.Id));
    }

    [Test]
    public void The_last_use_is_the_latest_one_in_whatever_order_they_are_told() =>
        Gen.Int[0, 1000]
            .Array[1, 20]
            .Sample(minutes =>
            {
                var key = Make(["a:b"]);
                foreach (var minute in minutes)
                    key.RecordUse(Now.AddMinutes(minute));
                return key.LastUsedAt == Now.AddMinutes(minutes.Max());
            });

    [Test]
    public void A_name_is_one_line_with_single_spaces() =>
        Texts.Any.Sample(text =>
        {
            var name = ApiKeyName.Create(text);
            return !name.IsSuccess
                || (
                    name.Value.Value.Length > 0
                    && ApiKeyName.Create(name.Value.Value).Value == name.Value
                    && !name.Value.Value.Any(c => c is '\n' or '\r' or '\t')
                );
        });

    [TestCase(null, "api_key.name.required")]
    [TestCase(" \n ", "api_key.name.blank")]
    [TestCase("a\0", "api_key.name.null_character")]
    public void What_is_no_name_is_refused_with_a_code(string? text, string code) =>
        Assert.That(ApiKeyName.Create(text).Failures.Select(f => f.Code), Is.EqualTo(new[] { code }));

    [Test]
    public void Only_the_same_hash_matches()
    {
        var hash = SecretHash.Of("secret");

        Assert.That(hash.Matches(SecretHash.Create(hash.Value).Value), Is.True);
        Assert.That(hash.Matches(SecretHash.Of("Secret")), Is.False);
        // The digest of "abc" that FIPS 180 gives.
        Assert.That(
            SecretHash.Of("abc").Value,
            Is.EqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        );
    }

    private static ApiKey Make(string[] scopes) => Create(scopes, null).Value;

    private static IEnumerable<string> CodesOf(string[] scopes, DateTimeOffset? expires) =>
        Create(scopes, expires).Failures.Select(failure => failure.Code);

    private static Shared.Domain.Result<ApiKey> Create(string[] scopes, DateTimeOffset? expires) =>
        ApiKey.Create(
            KeyToken.New(ApiKeyId.New()),
            ApiKeyName.Create("test").Value,
            scopes.Select(scope => Scope.Create(scope).Value),
            expires,
            Now
        );
}
