using System.Security.Cryptography;
using Shared.Domain;

namespace Access.Domain;

/// <summary>
/// A key as its holder sends it: <c>ctr_</c>, the id, <c>_</c>, 43 random digits and letters (256 bits), and six that
/// check the rest. The prefix lets scanners find a key that was published by mistake; the checksum (CRC-32) tells a
/// mistyped key without looking anything up.
/// </summary>
public sealed class KeyToken
{
    /// <summary>How every key begins.</summary>
    public const string Prefix = "ctr_";

    private const int SecretLength = 43;
    private const int ChecksumLength = 6;
    private const int SecretStart = 4 + ApiKeyId.Length + 1;
    private const int ChecksumStart = SecretStart + SecretLength;

    /// <summary>How many characters a key has.</summary>
    public const int Length = ChecksumStart + ChecksumLength;

    private readonly string text;

    private KeyToken(string text, ApiKeyId id) => (this.text, Id) = (text, id);

    /// <summary>The key that it is.</summary>
    public ApiKeyId Id { get; }

    /// <summary>What is stored of its secret.</summary>
    public SecretHash Hash => SecretHash.Of(text[SecretStart..ChecksumStart]);

    /// <summary>Makes the one and only token of a new key.</summary>
    public static KeyToken New(ApiKeyId id)
    {
        var body = $"{Prefix}{id}_{RandomNumberGenerator.GetString(Base62.Digits, SecretLength)}";
        return new KeyToken(body + Checksum(body), id);
    }

    /// <summary>Reads what somebody sent.</summary>
    /// <returns>The token, or the failure <c>api_key.token.malformed</c>: it was mistyped, cut off or is of another service.</returns>
    public static Result<KeyToken> Parse(string? text) =>
        text is { Length: Length }
        && text.StartsWith(Prefix, StringComparison.Ordinal)
        && text[SecretStart - 1] == '_'
        && ApiKeyId.Create(text[Prefix.Length..(SecretStart - 1)]) is { IsSuccess: true } id
        && Base62.IsWritten(text.AsSpan(SecretStart))
        && text.AsSpan(ChecksumStart).SequenceEqual(Checksum(text[..ChecksumStart]))
            ? new KeyToken(text, id.Value)
            : ApiKeyErrors.TokenMalformed;

    /// <summary>The token as it is shown, once, to whoever made it.</summary>
    public string Reveal() => text;

    /// <summary>The id only: the secret must not get into a log by way of a message.</summary>
    public override string ToString() => $"{Prefix}{Id}_…";

    /// <summary>The CRC-32 of ISO 3309. It tells every change of a single character, and nearly every other one.</summary>
    private static string Checksum(string body)
    {
        var crc = uint.MaxValue;
        foreach (var character in body)
        {
            crc ^= character;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB8_8320;
        }
        return Base62.Write(~crc, ChecksumLength);
    }
}
