using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Shared.Api.Http;

/// <summary>Header fields that keep a browser from doing more with an answer than it should.</summary>
public static class SecurityHeaders
{
    private const string Usual =
        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Puts them on every answer, errors among them. Pages have styles, scripts and forms of this host only, and none in the page itself.</summary>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                // When the answer starts, since whoever answers an error clears the fields that were set before it.
                context.Response.OnStarting(Set, context);
                return next(context);
            }
        );

    private static Task Set(object state)
    {
        var context = (HttpContext)state;
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = context.GetEndpoint()?.Metadata.GetMetadata<PagePolicy>()?.Value ?? Usual;
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        return Task.CompletedTask;
    }
}

/// <summary>The Content-Security-Policy of an endpoint whose page cannot do without more.</summary>
/// <param name="Value">The field's value.</param>
internal sealed record PagePolicy(string Value);
