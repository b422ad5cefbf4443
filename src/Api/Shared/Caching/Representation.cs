using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

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
        entityTag = EntityTags.Of(content.Span);
    }

    /// <summary>The entity tag, with its quotes.</summary>
    public string EntityTag => entityTag.ToString();

    /// <summary>Sends the answer: without a body to HEAD, and as 304 to whoever has it already.</summary>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        var response = httpContext.Response;
        response.Headers.ETag = entityTag;
        if (EntityTags.IsNoneMatch(httpContext.Request.Headers.IfNoneMatch, EntityTag))
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
}
