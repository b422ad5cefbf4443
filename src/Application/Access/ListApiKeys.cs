using ErrorOr;
using Shared.Application;

namespace Access.Application;

/// <summary>Lists the keys in the order in which they were made, also those that open nothing any more.</summary>
public sealed record ListApiKeys : IQuery<IReadOnlyList<ApiKeyListItem>>;

/// <summary>A key as a list shows it: nothing that would help to guess it.</summary>
public sealed record ApiKeyListItem(
    string Id,
    string Name,
    IReadOnlyList<string> Scopes,
    KeyState State,
    DateTimeOffset CreatedAt,
    DateTimeOffset? ExpiresAt,
    DateTimeOffset? LastUsedAt
)
{
    internal static ApiKeyListItem Of(ApiKeyRecord key, DateTimeOffset now) =>
        new(key.Id.Value, key.Name, key.Scopes, key.StateAt(now), key.CreatedAt, key.ExpiresAt, key.LastUsedAt);
}

internal sealed class ListApiKeysHandler(IApiKeyCatalogue catalogue, TimeProvider clock)
    : IQueryHandler<ListApiKeys, IReadOnlyList<ApiKeyListItem>>
{
    public async Task<ErrorOr<IReadOnlyList<ApiKeyListItem>>> Handle(
        ListApiKeys query,
        CancellationToken cancellationToken
    )
    {
        var keys = await catalogue.ReadAsync(cancellationToken);
        var now = clock.GetUtcNow();
        return keys.All.Select(key => ApiKeyListItem.Of(key, now)).ToList();
    }
}
