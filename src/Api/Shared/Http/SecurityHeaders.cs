using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Shared.Api.Http;

/// <summary>Header fields that keep a browser from doing more with an answer than it should.</summary>
public static class SecurityHeaders
{
    /// <summary>Puts them on every answer, errors among them. Pages have styles, scripts and forms of this host only, and none in the page itself.</summary>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                // When the answer starts, since whoever answers an error clears the fields that were set before it.
                context.Response.OnStarting(Set, context.Response);
                return next(context);
            }
        );

    private static Task Set(object response)
    {
        var headers = ((HttpResponse)response).Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy =
            "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        return Task.CompletedTask;
    }
}
