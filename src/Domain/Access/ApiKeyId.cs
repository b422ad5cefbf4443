using System.Security.Cryptography;
using Shared.Domain;

namespace Access.Domain;

/// <summary>The identity of a key: 12 random digits and letters. It is no secret; it stands in the key, in lists and in the history.</summary>
public sealed record ApiKeyId
{
    /// <summary>How many characters it has.</summary>
    public const int Length = 12;

    private ApiKeyId(string value) => Value = value;

    /// <summary>The characters.</summary>
    public string Value { get; }

    /// <summary>A new identity.</summary>
    public static ApiKeyId New() => new(RandomNumberGenerator.GetString(Base62.Digits, Length));

    /// <summary>Reads an identity, such as somebody copied from the list.</summary>
    /// <returns>The identity, or the failure <c>api_key.id.invalid</c>.</returns>
    public static Result<ApiKeyId> Create(string? text) =>
        text?.Trim() is { Length: Length } id && Base62.IsWritten(id) ? new ApiKeyId(id) : ApiKeyErrors.IdInvalid;

    public override string ToString() => Value;
}
