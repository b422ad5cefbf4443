using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ErrorOr;

namespace Shared.Application.Lists;

/// <summary>
/// Where a page ended: the sort values and the key of its last item. The next page begins after it, whatever rows came
/// or went in the meantime. What the cursor belongs to is part of its checksum, so one of another list is refused.
/// </summary>
internal sealed record Cursor(IReadOnlyList<CursorValue> Values, string Key)
{
    private const int ChecksumBytes = 8;

    // More than any honest one has.
    private const int LongestText = 2048;

    /// <summary>The cursor as clients carry it.</summary>
    public string ToText(string scope)
    {
        var content = JsonSerializer.SerializeToUtf8Bytes(this);
        return Base64Url.EncodeToString([.. Checksum(content, scope), .. content]);
    }

    /// <summary>Reads a cursor.</summary>
    /// <param name="text">What the client sent.</param>
    /// <param name="scope">What it must belong to.</param>
    /// <returns>The cursor, or <c>query.cursor.invalid</c>.</returns>
    public static ErrorOr<Cursor> Read(string text, string scope)
    {
        if (text.Length > LongestText || !Base64Url.IsValid(text))
            return QueryErrors.InvalidCursor;
        var bytes = Base64Url.DecodeFromChars(text);
        var content = bytes.AsSpan(Math.Min(ChecksumBytes, bytes.Length));
        // The checksum keeps no secret: whoever forges a cursor sees a page of the list, which everybody may.
        if (!Checksum(content, scope).SequenceEqual(bytes.AsSpan(0, bytes.Length - content.Length)))
            return QueryErrors.InvalidCursor;
        return Parse(content) is { Values: { } values, Key: not null } cursor && values.All(value => value is not null)
            ? cursor
            : QueryErrors.InvalidCursor;
    }

    private static Cursor? Parse(ReadOnlySpan<byte> content)
    {
        try
        {
            return JsonSerializer.Deserialize<Cursor>(content);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ReadOnlySpan<byte> Checksum(ReadOnlySpan<byte> content, string scope)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(content);
        hash.AppendData(Encoding.UTF8.GetBytes(scope));
        return hash.GetHashAndReset().AsSpan(0, ChecksumBytes);
    }
}

/// <summary>A sort value in a cursor.</summary>
internal sealed record CursorValue(double? Number, string? Text);
