using Access.Application;
using ErrorOr;
using Shared.Api.Admin;
using Shared.Api.V1;

namespace Access.Api.Admin;

/// <summary>What the form of a key says.</summary>
internal sealed record KeyRequest
{
    public string? Name { get; init; }
    public IReadOnlyList<string> Scopes { get; init; } = [];
    public DateTimeOffset? ExpiresAt { get; init; }
}

/// <summary>A key, and its token when it was made just now.</summary>
internal sealed record ShownKey(ApiKeyListItem Key, string? Token)
{
    /// <summary>Without the token, which must not get into a log.</summary>
    public override string ToString() => $"{nameof(ShownKey)} {Key.Id}";
}

/// <summary>The API keys in the admin: made, and revoked for good. A token is shown once.</summary>
internal static class KeyAdmin
{
    private static readonly Shape<ShownKey> Key = new("key")
    {
        { "name", "What the key is for.", shown => shown.Key.Name },
        { "id", "The identity: the first letters of the token.", shown => shown.Key.Id },
        { "scopes", "What whoever shows it may do.", shown => shown.Key.Scopes },
        { "state", "Whether it opens anything.", shown => shown.Key.State.ToString().ToLowerInvariant() },
        { "createdAt", "When it was made.", shown => shown.Key.CreatedAt },
        { "expiresAt", "From when on it is refused (UTC); blank for never.", shown => shown.Key.ExpiresAt },
        { "lastUsedAt", "When it was used last.", shown => shown.Key.LastUsedAt },
    };

    public static readonly AdminResource<KeyRequest, ShownKey> Keys = new("access/keys", "API key", "API keys", Key)
    {
        Record = "apikey",
        Permission = "keys",
        Key = shown => shown.Key.Id,
        Title = shown => shown.Key.Name,
        Secret = shown => shown.Token,
        Deleting = ("revoke", "revoked"),
        Columns = ["name", "id", "scopes", "state", "createdAt", "expiresAt", "lastUsedAt"],
        Words = FindApiKeys.Words,
        Form =
        [
            new(
                "",
                new Field("name"),
                new Field("scopes") { Offer = call => call.OfferPermissionsAsync() },
                new Field("expiresAt")
            ),
        ],
        List = async (call, query) =>
            (await call.SendAsync(new FindApiKeys(query))).Then(page => page.Select(key => new ShownKey(key, null))),
        Find = (call, id) => call.SendAsync(new GetApiKey(id)).Then(key => new ShownKey(key, null)),
        Add = (call, body) =>
            call.SendAsync(new CreateApiKey(body.Name, body.Scopes, body.ExpiresAt))
                .ThenAsync(made => call.SendAsync(new GetApiKey(made.Id)).Then(key => new ShownKey(key, made.Token))),
        Delete = (call, id, _) => call.SendAsync(new RevokeApiKey(id)).Then(_ => Result.Success),
        History = (call, id, query) => call.ReadHistoryAsync("Access", "apikey", id, query),
    };
}
