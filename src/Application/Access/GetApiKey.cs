using Access.Domain;
using ErrorOr;
using Shared.Application;

namespace Access.Application;

/// <summary>A key by identity.</summary>
public sealed record GetApiKey(string? Id) : IQuery<ApiKeyListItem>;

internal sealed class GetApiKeyHandler(IApiKeyCatalogue catalogue, TimeProvider clock)
    : IQueryHandler<GetApiKey, ApiKeyListItem>
{
    public async Task<ErrorOr<ApiKeyListItem>> Handle(GetApiKey query, CancellationToken cancellationToken) =>
        ApiKeyId.Create(query.Id) is { IsSuccess: true, Value: var id }
        && (await catalogue.ReadAsync(cancellationToken)).Find(id) is { } key
            ? ApiKeyListItem.Of(key, clock.GetUtcNow())
            : ApiKeyErrors.NotFound.ToError();
}
