using Shared.Domain;

namespace Access.Domain;

/// <summary>A key by which a program says who it is. What it may do is written down in its scopes, and never changes.</summary>
public sealed class ApiKey : AggregateRoot
{
    /// <summary>How many scopes a key has at most.</summary>
    public const int MaxScopes = 50;

    private ApiKey(
        ApiKeyId id,
        ApiKeyName name,
        SecretHash secretHash,
        DateTimeOffset createdAt,
        DateTimeOffset? expiresAt
    ) => (Id, Name, SecretHash, CreatedAt, ExpiresAt) = (id, name, secretHash, createdAt, expiresAt);

    /// <summary>The identity.</summary>
    public ApiKeyId Id { get; }

    /// <inheritdoc />
    public override string AggregateId => Id.ToString();

    /// <summary>What it is for.</summary>
    public ApiKeyName Name { get; }

    /// <summary>What it may do, in the order of the alphabet.</summary>
    public IReadOnlyList<Scope> Scopes { get; private set; } = [];

    /// <summary>All that is kept of its secret.</summary>
    public SecretHash SecretHash { get; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; }

    /// <summary>From which moment on it is refused; <see langword="null"/> for never.</summary>
    public DateTimeOffset? ExpiresAt { get; }

    /// <summary>When it was revoked; <see langword="null"/> while it was not.</summary>
    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>When it was last used, late by as much as the service collects uses before it writes them down.</summary>
    public DateTimeOffset? LastUsedAt { get; private set; }

    /// <summary>Makes a key.</summary>
    /// <param name="token">The token that its holder will send.</param>
    /// <param name="name">What it is for.</param>
    /// <param name="scopes">What it may do.</param>
    /// <param name="expiresAt">From which moment on it is refused; <see langword="null"/> for never.</param>
    /// <param name="now">The present moment.</param>
    /// <returns>The key, or failures of <see cref="ApiKeyErrors"/>.</returns>
    public static Result<ApiKey> Create(
        KeyToken token,
        ApiKeyName name,
        IEnumerable<Scope> scopes,
        DateTimeOffset? expiresAt,
        DateTimeOffset now
    )
    {
        ArgumentNullException.ThrowIfNull(token);
        Scope[] distinct = [.. scopes.Distinct().OrderBy(scope => scope.Value, StringComparer.Ordinal)];
        var failures = new List<Failure>();
        if (distinct.Length is 0 or > MaxScopes)
            failures.Add(distinct.Length == 0 ? ApiKeyErrors.NoScope : ApiKeyErrors.TooManyScopes);
        if (expiresAt <= now)
            failures.Add(ApiKeyErrors.ExpiresInThePast);
        if (failures.Count > 0)
            return failures;

        var key = new ApiKey(token.Id, name, token.Hash, now, expiresAt?.ToUniversalTime()) { Scopes = distinct };
        key.Raise(new ApiKeyCreated(key.Id, name, [new MemberChange("name", null, name.Value)]));
        return key;
    }

    /// <summary>Makes the key worthless, for good. Does nothing where that has been done already.</summary>
    public void Revoke(DateTimeOffset now)
    {
        if (RevokedAt is not null)
            return;
        RevokedAt = now;
        RaiseChange(new ApiKeyRevoked(Id, Name, [new MemberChange("revokedAt", null, now)]));
    }

    /// <summary>Records that the key was used, unless a later use is known.</summary>
    public void RecordUse(DateTimeOffset moment)
    {
        if (LastUsedAt is null || LastUsedAt < moment)
            LastUsedAt = moment;
    }
}

/// <summary>Somebody made a key.</summary>
public sealed record ApiKeyCreated(ApiKeyId Id, ApiKeyName Name, IReadOnlyList<MemberChange> Changes) : IMemberChanges
{
    public string AggregateId => Id.ToString();
}

/// <summary>Somebody revoked a key.</summary>
public sealed record ApiKeyRevoked(ApiKeyId Id, ApiKeyName Name, IReadOnlyList<MemberChange> Changes) : IMemberChanges
{
    public string AggregateId => Id.ToString();
}
