using System.IO.Compression;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Shared.Api.Caching;

/// <summary>A finished answer to GET: its bytes and the strong entity tag that they have. It is made once and sent many times.</summary>
public sealed class Representation : IResult
{
    private readonly Encoded plain;
    private readonly StringValues contentType;
    private readonly Lazy<Encoded> brotli;
    private readonly Lazy<Encoded> gzip;

    /// <summary>Makes an answer.</summary>
    /// <param name="content">The bytes.</param>
    /// <param name="contentType">Their media type.</param>
    public Representation(ReadOnlyMemory<byte> content, string contentType)
    {
        plain = new(content, default);
        this.contentType = contentType;
        brotli = new(() => EncodedAs(ContentCoding.Brotli));
        gzip = new(() => EncodedAs(ContentCoding.Gzip));
    }

    /// <summary>An answer that is a file in an assembly; <see langword="null"/> where there is none of that name.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <param name="name">The name of the resource.</param>
    /// <param name="contentType">The media type of the file.</param>
    /// <param name="isCompressed">Whether it is sent compressed to whoever can read that.</param>
    public static Representation? Embedded(
        Assembly assembly,
        string name,
        string contentType,
        bool isCompressed = false
    )
    {
        ArgumentNullException.ThrowIfNull(assembly);
        using var stream = assembly.GetManifestResourceStream(name);
        if (stream is null)
            return null;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return new(content, contentType) { IsCompressed = isCompressed };
    }

    /// <summary>
    /// Whether it is sent compressed to whoever can read that. It is compressed when the first such client asks, and kept;
    /// each coding has an entity tag of its own. The answer then says <c>Vary: Accept-Encoding</c>.
    /// </summary>
    public bool IsCompressed { get; init; }

    /// <summary>The entity tag of the bytes as they are, with its quotes.</summary>
    public string EntityTag => plain.EntityTag.ToString();

    /// <summary>How many bytes it may keep, in every coding together.</summary>
    public int Size => IsCompressed ? plain.Content.Length * 2 : plain.Content.Length;

    /// <summary>Sends the answer: without a body to HEAD, and as 304 to whoever has it already.</summary>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        var response = httpContext.Response;
        if (IsCompressed)
            response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        var encoded = EncodedFor(httpContext.Request);
        response.Headers.ETag = encoded.EntityTag;
        if (encoded.IsKnownTo(httpContext.Request))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }
        response.Headers.ContentType = contentType;
        response.Headers.ContentEncoding = encoded.Coding;
        response.ContentLength = encoded.Content.Length;
        return HttpMethods.IsHead(httpContext.Request.Method)
            ? Task.CompletedTask
            : response.BodyWriter.WriteAsync(encoded.Content, httpContext.RequestAborted).AsTask();
    }

    private Encoded EncodedFor(HttpRequest request)
    {
        if (!IsCompressed)
            return plain;
        var coding = ContentCoding.Choose(request.Headers.AcceptEncoding, plain.Content.Length);
        return coding == ContentCoding.Brotli ? brotli.Value
            : coding == ContentCoding.Gzip ? gzip.Value
            : plain;
    }

    private Encoded EncodedAs(ContentCoding coding) =>
        new(coding.Encode(plain.Content.Span, CompressionLevel.Optimal), coding.Name);

    /// <summary>The bytes in one coding.</summary>
    private sealed class Encoded(ReadOnlyMemory<byte> content, StringValues coding)
    {
        public ReadOnlyMemory<byte> Content { get; } = content;

        public StringValues Coding { get; } = coding;

        public StringValues EntityTag { get; } = EntityTags.Of(content.Span);

        public bool IsKnownTo(HttpRequest request) =>
            EntityTags.IsNoneMatch(request.Headers.IfNoneMatch, EntityTag.ToString());
    }
}
