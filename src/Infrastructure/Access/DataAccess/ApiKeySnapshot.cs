using Access.Application;
using Access.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Shared.Infrastructure.DataAccess;

namespace Access.Infrastructure.DataAccess;

/// <summary>The keys in memory.</summary>
internal sealed class ApiKeySnapshot(IServiceScopeFactory scopes, ILogger<ApiKeySnapshot> logger)
    : Snapshot<AccessDbContext, ApiKeyId, ApiKeyRecord, ApiKeyCatalogue>(scopes, logger),
        IApiKeyCatalogue
{
    protected override bool Concerns(string aggregateId) => ApiKeyId.Create(aggregateId).IsSuccess;

    protected override bool TryParseKey(string aggregateId, out ApiKeyId key)
    {
        var id = ApiKeyId.Create(aggregateId);
        key = id.IsSuccess ? id.Value : null!;
        return id.IsSuccess;
    }

    protected override ApiKeyId KeyOf(ApiKeyRecord row) => row.Id;

    protected override async Task<List<ApiKeyRecord>> ReadRowsAsync(
        AccessDbContext context,
        IReadOnlyCollection<ApiKeyId>? keys,
        CancellationToken cancellationToken
    )
    {
        var stored = context.ApiKeys.AsNoTracking();
        if (keys is not null)
            stored = stored.Where(key => keys.Contains(key.Id));
        return [.. (await stored.ToListAsync(cancellationToken)).Select(RecordOf)];
    }

    protected override ApiKeyCatalogue MakeView(string version, IEnumerable<ApiKeyRecord> rows) => new(rows);

    private static ApiKeyRecord RecordOf(ApiKey key) =>
        new(
            key.Id,
            key.Name.Value,
            [.. key.Scopes.Select(scope => scope.Value)],
            key.SecretHash,
            key.CreatedAt,
            key.ExpiresAt,
            key.RevokedAt,
            key.LastUsedAt
        );
}
