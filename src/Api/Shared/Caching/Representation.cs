using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Shared.Api.Caching;

/// <summary>A finished answer to GET: its bytes and the strong entity tag that they have. It is made once and sent many times.</summary>
public sealed class Representation : IResult
{
    private readonly ReadOnlyMemory<byte> content;
    private readonly StringValues entityTag;
    private readonly StringValues contentType;

    /// <summary>Makes an answer.</summary>
    /// <param name="content">The bytes.</param>
    /// <param name="contentType">Their media type.</param>
    public Representation(ReadOnlyMemory<byte> content, string contentType)
    {
        this.content = content;
        this.contentType = contentType;
        entityTag = $"\"{Base64Url.EncodeToString(SHA256.HashData(content.Span).AsSpan(0, 16))}\"";
    }

    /// <summary>The entity tag, with its quotes.</summary>
    public string EntityTag => entityTag.ToString();

    /// <summary>Sends the answer: without a body to HEAD, and as 304 to whoever has it already.</summary>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        var response = httpContext.Response;
        response.Headers.ETag = entityTag;
        if (Matches(httpContext.Request.Headers.IfNoneMatch))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }
        response.Headers.ContentType = contentType;
        response.ContentLength = content.Length;
        return HttpMethods.IsHead(httpContext.Request.Method)
            ? Task.CompletedTask
            : response.BodyWriter.WriteAsync(content, httpContext.RequestAborted).AsTask();
    }

    /// <summary>If-None-Match compares weakly (RFC 9110, section 13.1.2): a cache may have marked our tag as weak.</summary>
    private bool Matches(StringValues ifNoneMatch)
    {
        if (ifNoneMatch.Count == 0)
            return false;
        if (ifNoneMatch == entityTag)
            return true;
        return EntityTagHeaderValue.TryParseList(ifNoneMatch, out var tags)
            && tags.Any(tag =>
                tag.Equals(EntityTagHeaderValue.Any) || tag.Tag.Equals(EntityTag, StringComparison.Ordinal)
            );
    }
}
