using System.Globalization;
using Shared.Domain;

namespace Access.Domain;

/// <summary>The expected failures of the aggregate, beside those of its value objects.</summary>
public static class ApiKeyErrors
{
    /// <summary>A key that may do nothing.</summary>
    public static readonly Failure NoScope = new(
        "api_key.scopes.required",
        FailureKind.Invalid,
        "A key needs at least one scope, such as countries:write."
    )
    {
        Field = "Scopes",
    };

    /// <summary>More scopes than a key holds.</summary>
    public static readonly Failure TooManyScopes = new(
        "api_key.scopes.too_many",
        FailureKind.Invalid,
        $"A key has at most {ApiKey.MaxScopes.ToString(CultureInfo.InvariantCulture)} scopes."
    )
    {
        Field = "Scopes",
    };

    /// <summary>A key that would be worthless from the start.</summary>
    public static readonly Failure ExpiresInThePast = new(
        "api_key.expiry.past",
        FailureKind.Invalid,
        "A key must expire in the future."
    )
    {
        Field = "ExpiresAt",
    };

    /// <summary>There is no such key.</summary>
    public static readonly Failure NotFound = new(
        "api_key.not_found",
        FailureKind.NotFound,
        "There is no key with this id."
    )
    {
        Field = "Id",
    };

    /// <summary>Somebody showed a token that no key has.</summary>
    public static readonly Failure Unknown = new("api_key.unknown", FailureKind.Invalid, "No key has this token.");

    /// <summary>Somebody showed the token of a revoked key.</summary>
    public static readonly Failure Revoked = new("api_key.revoked", FailureKind.Invalid, "The key was revoked.");

    /// <summary>Somebody showed the token of a key whose time is over.</summary>
    public static readonly Failure Expired = new("api_key.expired", FailureKind.Invalid, "The key has expired.");
}
