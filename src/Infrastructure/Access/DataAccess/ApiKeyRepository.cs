using Access.Domain;
using Microsoft.EntityFrameworkCore;

namespace Access.Infrastructure.DataAccess;

internal sealed class ApiKeyRepository(AccessDbContext context) : IApiKeyRepository
{
    public Task<ApiKey?> FindAsync(ApiKeyId id, CancellationToken cancellationToken) =>
        context.ApiKeys.SingleOrDefaultAsync(key => key.Id == id, cancellationToken);

    public void Add(ApiKey key) => context.ApiKeys.Add(key);
}
