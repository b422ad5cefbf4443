using System.IO.Compression;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Shared.Api.Caching;

/// <summary>How the bytes of an answer can be compressed for a client that says it can undo it (RFC 9110, section 12.5.3).</summary>
internal sealed record ContentCoding(string Name, Func<Stream, CompressionLevel, Stream> Compress)
{
    /// <summary>Fewer bytes fit into one packet with the header fields, so compressing them wins nothing.</summary>
    private const int WorthCompressing = 1024;

    public static readonly ContentCoding Brotli = new("br", (to, level) => new BrotliStream(to, level, true));

    public static readonly ContentCoding Gzip = new("gzip", (to, level) => new GZipStream(to, level, true));

    /// <summary>The coding that the client likes best; none when it asks for none, or for the bytes as they are, or they are few.</summary>
    public static ContentCoding? Choose(StringValues acceptEncoding, int length)
    {
        if (
            length < WorthCompressing
            || StringValues.IsNullOrEmpty(acceptEncoding)
            || !StringWithQualityHeaderValue.TryParseList(acceptEncoding, out var accepted)
        )
            return null;
        var (brotli, gzip) = (QualityOf(accepted, Brotli.Name), QualityOf(accepted, Gzip.Name));
        // As they are they are always good; a client that prefers them says so with a higher quality.
        var identity = accepted.FirstOrDefault(a => Is(a, "identity")) is { } named ? named.Quality ?? 1 : 0;
        if (Math.Max(brotli, gzip) is var best && (best <= 0 || best < identity))
            return null;
        return brotli >= gzip ? Brotli : Gzip;
    }

    /// <summary>Compresses bytes.</summary>
    public byte[] Encode(ReadOnlySpan<byte> content, CompressionLevel level)
    {
        using var encoded = new MemoryStream();
        using (var stream = Compress(encoded, level))
            stream.Write(content);
        return encoded.ToArray();
    }

    private static double QualityOf(IList<StringWithQualityHeaderValue> accepted, string coding) =>
        (accepted.FirstOrDefault(a => Is(a, coding)) ?? accepted.FirstOrDefault(a => Is(a, "*"))) is { } named
            ? named.Quality ?? 1
            : 0;

    private static bool Is(StringWithQualityHeaderValue accepted, string coding) =>
        accepted.Value.Equals(coding, StringComparison.OrdinalIgnoreCase);
}
