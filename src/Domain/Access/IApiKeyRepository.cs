namespace Access.Domain;

/// <summary>The keys, as a handler that changes one sees them: inside its unit of work.</summary>
public interface IApiKeyRepository
{
    /// <summary>The key with an id.</summary>
    Task<ApiKey?> FindAsync(ApiKeyId id, CancellationToken cancellationToken);

    /// <summary>Adds a key.</summary>
    void Add(ApiKey key);
}
