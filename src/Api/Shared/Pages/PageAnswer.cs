using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Shared.Api.Pages;

/// <summary>An answer that is a page for one person: no cache keeps it.</summary>
/// <typeparam name="TPage">The component.</typeparam>
/// <param name="status">The status.</param>
/// <param name="parameters">The component's parameters by name.</param>
public sealed class PageAnswer<TPage>(int status, Dictionary<string, object?> parameters) : IResult
    where TPage : IComponent
{
    /// <inheritdoc />
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        var (request, response) = (httpContext.Request, httpContext.Response);
        var page = await request
            .HttpContext.RequestServices.GetRequiredService<PageRenderer>()
            .RenderAsync<TPage>(parameters);
        response.StatusCode = status;
        response.ContentType = PageRenderer.ContentType;
        response.ContentLength = page.Length;
        response.Headers.CacheControl = "no-store";
        if (!HttpMethods.IsHead(request.Method))
            await response.BodyWriter.WriteAsync(page, httpContext.RequestAborted);
    }
}
