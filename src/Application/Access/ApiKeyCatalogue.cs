using Access.Domain;

namespace Access.Application;

/// <summary>Gives the read side: all keys in memory, so that checking one asks no database.</summary>
public interface IApiKeyCatalogue
{
    /// <summary>The keys as of the last commit; a change of another process is seen within <c>Storage:PollInterval</c>.</summary>
    ValueTask<ApiKeyCatalogue> ReadAsync(CancellationToken cancellationToken);
}

/// <summary>All keys at one moment. It never changes.</summary>
public sealed class ApiKeyCatalogue
{
    private readonly Dictionary<ApiKeyId, ApiKeyRecord> byId;

    /// <summary>Sorts the keys and makes the index.</summary>
    public ApiKeyCatalogue(IEnumerable<ApiKeyRecord> keys)
    {
        All = [.. keys.OrderBy(key => key.CreatedAt).ThenBy(key => key.Id.Value, StringComparer.Ordinal)];
        byId = All.ToDictionary(key => key.Id);
    }

    /// <summary>The keys in the order in which they were made.</summary>
    public IReadOnlyList<ApiKeyRecord> All { get; }

    /// <summary>The key with an id.</summary>
    public ApiKeyRecord? Find(ApiKeyId id) => byId.GetValueOrDefault(id);
}

/// <summary>A key on the read side.</summary>
public sealed record ApiKeyRecord(
    ApiKeyId Id,
    string Name,
    IReadOnlyList<string> Scopes,
    SecretHash SecretHash,
    DateTimeOffset CreatedAt,
    DateTimeOffset? ExpiresAt,
    DateTimeOffset? RevokedAt,
    DateTimeOffset? LastUsedAt
)
{
    /// <summary>Whether the key opens anything at a moment.</summary>
    public KeyState StateAt(DateTimeOffset moment) =>
        RevokedAt is not null ? KeyState.Revoked
        : ExpiresAt <= moment ? KeyState.Expired
        : KeyState.Active;
}

/// <summary>Whether a key opens anything.</summary>
public enum KeyState
{
    /// <summary>It does what its scopes say.</summary>
    Active,

    /// <summary>Its time is over.</summary>
    Expired,

    /// <summary>It was revoked.</summary>
    Revoked,
}
