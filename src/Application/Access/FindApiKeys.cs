using ErrorOr;
using Shared.Application;
using Shared.Application.Lists;

namespace Access.Application;

/// <summary>Finds keys by the words of the list grammar.</summary>
public sealed record FindApiKeys(ListQuery Query) : IQuery<Page<ApiKeyListItem>>
{
    /// <summary>What the list can be asked for.</summary>
    public static ListWords Words => ApiKeyTable.Table.Words;
}

internal sealed class FindApiKeysHandler(IApiKeyCatalogue catalogue, TimeProvider clock)
    : IQueryHandler<FindApiKeys, Page<ApiKeyListItem>>
{
    public async Task<ErrorOr<Page<ApiKeyListItem>>> Handle(FindApiKeys query, CancellationToken cancellationToken)
    {
        var keys = await catalogue.ReadAsync(cancellationToken);
        var now = clock.GetUtcNow();
        return new Listing<ApiKeyListItem>(ApiKeyTable.Table, keys.All.Select(key => ApiKeyListItem.Of(key, now)))
            .Find(query.Query, clock.Today())
            .Then(found => found.Page);
    }
}

/// <summary>What a list of keys can be asked for.</summary>
internal static class ApiKeyTable
{
    public static readonly ListTable<ApiKeyListItem> Table = new()
    {
        Key = key => key.Id,
        Names = key => [new SearchText(key.Name), new SearchText(key.Id)],
        DefaultSort = "createdAt",
        Filters =
        [
            new("state", "Whether it opens anything.", (key, _) => [key.State.ToString()])
            {
                Known = ["active", "expired", "revoked"],
            },
        ],
        SortKeys =
        [
            new("name", (key, _) => SortValue.OfName(key.Name)),
            new("createdAt", (key, _) => SortValue.Of(key.CreatedAt.UtcTicks)),
            new("expiresAt", (key, _) => SortValue.Of(key.ExpiresAt?.UtcTicks)),
            new("lastUsedAt", (key, _) => SortValue.Of(key.LastUsedAt?.UtcTicks)),
        ],
    };
}
