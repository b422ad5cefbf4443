using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;
using Shared.Api.Caching;

namespace Shared.Api.V1;

/// <summary>
/// An answer of the native API that shows something: in the format that the client prefers, with a strong entity tag,
/// compressed for whoever asks for it, as 304 to whoever has it already, and without a body to HEAD.
/// </summary>
public sealed record Answer : IResult
{
    private readonly Action<Format, PooledBuffer> write;

    internal Answer(Action<Format, PooledBuffer> write) => this.write = write;

    /// <summary>The status; 200, or 201 after a create.</summary>
    public int Status { get; init; } = StatusCodes.Status200OK;

    /// <summary>Where what was made stands: a path of this service.</summary>
    public string? Location { get; init; }

    /// <summary>The version of the resource, if it is a single one that can be changed.</summary>
    public long? Version { get; init; }

    /// <summary>The language that names are in.</summary>
    public string? Language { get; init; }

    /// <summary>The address of the page that follows.</summary>
    public string? Next { get; init; }

    /// <summary>Whether the answer is another one when the day (UTC) ends, so that no cache keeps it longer.</summary>
    public bool EndsWithDay { get; init; }

    /// <summary>Whether the answer is for this caller alone, so that no cache on the way keeps it.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>Whether it is another one for other callers, so that a cache must not give it to them.</summary>
    public bool DependsOnCaller { get; init; }

    /// <summary>An answer that shows a single resource.</summary>
    public static Answer Of<T>(Shape<T> shape, Item<T> item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return new((format, output) => format.Write(output, shape, item.Value))
        {
            Version = item.Version,
            Language = item.Language,
        };
    }

    /// <summary>The answer to a write, finished: what cannot be written is found out before the write is kept.</summary>
    internal FinishedAnswer Finish(HttpRequest request)
    {
        var format = Format.For(request)!;
        using var content = new PooledBuffer();
        write(format, content);
        var headers = new Dictionary<string, string>
        {
            [HeaderNames.ContentType] = format.ContentType,
            [HeaderNames.ETag] = EntityTags.Of(content.Written.Span, Version),
            [HeaderNames.CacheControl] = "no-store",
        };
        if (Language is not null)
            headers[HeaderNames.ContentLanguage] = Language;
        if (Location is not null)
            headers[HeaderNames.Location] = Location;
        return new(Status, headers, content.Written.ToArray());
    }

    /// <inheritdoc />
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        var (request, response) = (httpContext.Request, httpContext.Response);
        // Agreed on before anything was done (V1Endpoints); a request without a format does not come here.
        var format = Format.For(request)!;
        using var content = new PooledBuffer();
        write(format, content);
        var coding = ContentCoding.Choose(request.Headers.AcceptEncoding, content.Written.Length);
        // Made of the bytes as they were before the coding, so that 304 costs no compressing.
        var tag = EntityTags.Of(content.Written.Span, Version, coding?.Name);

        response.Headers.ETag = tag;
        response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        response.Headers.CacheControl = CacheControlOf(httpContext);
        response.Headers.ContentLanguage = Language;
        if (DependsOnCaller)
            response.Headers.Append(HeaderNames.Vary, "Authorization, X-Api-Key, Cookie");
        if (Next is not null)
            response.Headers.Link = $"<{Next}>; rel=\"next\"";
        if (EntityTags.IsNoneMatch(request.Headers.IfNoneMatch, tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        response.ContentType = format.ContentType;
        response.Headers.ContentEncoding = coding?.Name;
        // It is sent once and not kept: a better compression would take longer than the bytes that it saves.
        var body = coding?.Encode(content.Written.Span, CompressionLevel.Fastest) ?? content.Written;
        response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(request.Method))
            await response.BodyWriter.WriteAsync(body, httpContext.RequestAborted);
    }

    private string CacheControlOf(HttpContext httpContext) =>
        IsPrivate ? "private, no-cache"
        : EndsWithDay ? CacheTimes.UntilMidnight(httpContext.RequestServices.GetRequiredService<TimeProvider>())
        : CacheTimes.Usual;
}
