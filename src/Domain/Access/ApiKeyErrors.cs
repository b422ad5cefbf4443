using System.Globalization;
using Shared.Domain;

namespace Access.Domain;

/// <summary>The expected failures of the aggregate, beside those of its value objects.</summary>
public static class ApiKeyErrors
{
    /// <summary>A key that may do nothing.</summary>
    [Remedy("Name what the key may do with --scope.")]
    public static readonly Failure NoScope = new(
        "api_key.scopes.required",
        FailureKind.Invalid,
        "A key needs at least one scope, such as countries:write."
    )
    {
        Field = "Scopes",
    };

    /// <summary>More scopes than a key holds.</summary>
    [Remedy("Make several keys, each for one purpose.")]
    public static readonly Failure TooManyScopes = new(
        "api_key.scopes.too_many",
        FailureKind.Invalid,
        $"A key has at most {ApiKey.MaxScopes.ToString(CultureInfo.InvariantCulture)} scopes."
    )
    {
        Field = "Scopes",
    };

    /// <summary>A key that would be worthless from the start.</summary>
    [Remedy("Give a moment in the future, or none.")]
    public static readonly Failure ExpiresInThePast = new(
        "api_key.expiry.past",
        FailureKind.Invalid,
        "A key must expire in the future."
    )
    {
        Field = "ExpiresAt",
    };

    /// <summary>There is no such key.</summary>
    [Remedy("See the ids with keys list.")]
    public static readonly Failure NotFound = new(
        "api_key.not_found",
        FailureKind.NotFound,
        "There is no key with this id."
    )
    {
        Field = "Id",
    };

    /// <summary>Somebody showed a token that no key has.</summary>
    [Remedy("Ask whoever runs the service for a key.")]
    public static readonly Failure Unknown = new("api_key.unknown", FailureKind.Invalid, "No key has this token.");

    /// <summary>Somebody showed the token of a revoked key.</summary>
    [Remedy("Ask whoever runs the service for a new key.")]
    public static readonly Failure Revoked = new("api_key.revoked", FailureKind.Invalid, "The key was revoked.");

    /// <summary>Somebody showed the token of a key whose time is over.</summary>
    [Remedy("Ask whoever runs the service for a new key.")]
    public static readonly Failure Expired = new("api_key.expired", FailureKind.Invalid, "The key has expired.");

    /// <summary>A text that is no token.</summary>
    [Remedy("Copy the key again, whole.")]
    public static readonly Failure TokenMalformed = new(
        "api_key.token.malformed",
        FailureKind.Invalid,
        "This is no key: it was mistyped or cut off."
    );

    /// <summary>A text that is no scope.</summary>
    [Remedy("Write the scope as keys list shows it.")]
    public static readonly Failure ScopeInvalid = new(
        "api_key.scope.invalid",
        FailureKind.Invalid,
        "A scope is a resource and an action in small letters, such as countries:write."
    );

    /// <summary>A text that is no id of a key.</summary>
    [Remedy("Copy the id from keys list.")]
    public static readonly Failure IdInvalid = new(
        "api_key.id.invalid",
        FailureKind.Invalid,
        "The id of a key has 12 digits and letters; the list of keys shows it."
    );

    /// <summary>What is stored is no hash.</summary>
    [Remedy("Restore the database of the keys from a backup.")]
    public static readonly Failure HashInvalid = new(
        "api_key.hash.invalid",
        FailureKind.Invalid,
        "A stored hash has 64 hexadecimal digits."
    );
}
