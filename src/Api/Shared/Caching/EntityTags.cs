using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Shared.Api.Caching;

/// <summary>
/// Strong entity tags. A list's is made of the bytes alone, before they are compressed, and of the coding; that of a single resource begins with the version of the
/// resource, <c>"7-hVq…"</c>, so that the tag of any of its representations can be given back in If-Match.
/// </summary>
public static class EntityTags
{
    /// <summary>The tag of a representation, with its quotes.</summary>
    /// <param name="content">The bytes.</param>
    /// <param name="version">The version of the resource, if it is a single one.</param>
    /// <param name="coding">The coding that they are sent in, if in one: its bytes are others.</param>
    public static string Of(ReadOnlySpan<byte> content, long? version = null, string? coding = null)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(content, hash);
        var text = Base64Url.EncodeToString(hash[..16]);
        var end = coding is null ? "" : $"-{coding}";
        return version is { } number
            ? string.Create(CultureInfo.InvariantCulture, $"\"{number}-{text}{end}\"")
            : $"\"{text}{end}\"";
    }

    /// <summary>Whether the client has this representation already. Compares weakly (RFC 9110, section 13.1.2): a cache may have marked our tag as weak.</summary>
    public static bool IsNoneMatch(StringValues ifNoneMatch, string tag)
    {
        if (ifNoneMatch.Count == 0)
            return false;
        if (ifNoneMatch == tag)
            return true;
        return EntityTagHeaderValue.TryParseList(ifNoneMatch, out var tags)
            && tags.Any(known =>
                known.Equals(EntityTagHeaderValue.Any) || known.Tag.Equals(tag, StringComparison.Ordinal)
            );
    }

    /// <summary>Whether If-Match names a resource that exists in this version. Compares strongly (RFC 9110, section 13.1.1): weak tags never match.</summary>
    /// <param name="ifMatch">The field's values.</param>
    /// <param name="version">The version that the resource has now.</param>
    public static bool IsMatch(StringValues ifMatch, long version) =>
        EntityTagHeaderValue.TryParseList(ifMatch, out var tags)
        && tags.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || (!tag.IsWeak && VersionOf(tag.Tag) == version));

    private static long? VersionOf(StringSegment tag)
    {
        var text = tag.AsSpan().Trim('"');
        var dash = text.IndexOf('-');
        return dash > 0 && long.TryParse(text[..dash], NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : null;
    }
}
