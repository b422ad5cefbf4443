using Microsoft.AspNetCore.Builder;

namespace Shared.Api.Http;

/// <summary>Header fields that keep a browser from doing more with an answer than it should.</summary>
public static class SecurityHeaders
{
    /// <summary>Puts them on every answer. Pages have styles and forms of this host only, and no script.</summary>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                var headers = context.Response.Headers;
                headers.XContentTypeOptions = "nosniff";
                headers.ContentSecurityPolicy =
                    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
                headers["Referrer-Policy"] = "no-referrer";
                return next(context);
            }
        );
}
