using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Shared.Domain;

namespace Access.Domain;

/// <summary>
/// The SHA-256 of a key's secret: all that is stored of it. The secret is 256 random bits, so nobody finds it by trying,
/// however fast the hash is; the slow hashes are for passwords, which people think up.
/// </summary>
public sealed record SecretHash
{
    private const int Length = 2 * SHA256.HashSizeInBytes;

    private SecretHash(string value) => Value = value;

    /// <summary>64 hexadecimal digits.</summary>
    public string Value { get; }

    /// <summary>The hash of a secret.</summary>
    public static SecretHash Of(string secret) =>
        new(Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(secret))));

    /// <summary>Reads a stored hash.</summary>
    /// <returns>The hash, or the failure <c>api_key.hash.invalid</c>.</returns>
    public static Result<SecretHash> Create(string? text) =>
        text is { Length: Length } && text.All(char.IsAsciiHexDigitLower)
            ? new SecretHash(text)
            : ApiKeyErrors.HashInvalid;

    /// <summary>Whether two hashes are the same. It takes as long for a near miss as for a wide one.</summary>
    public bool Matches(SecretHash other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return CryptographicOperations.FixedTimeEquals(
            MemoryMarshal.AsBytes(Value.AsSpan()),
            MemoryMarshal.AsBytes(other.Value.AsSpan())
        );
    }

    /// <summary>Says nothing: a hash has no business in a log.</summary>
    public override string ToString() => nameof(SecretHash);
}
