using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Shared.Api.Pages;

namespace Shared.Api.Access;

/// <summary>
/// A browser sends its cookie along with whatever another site makes it send. So who is known by a cookie may change
/// something only if the browser says that a page of this host asked for it. A key is not sent by itself.
/// </summary>
internal static class OwnSiteOnly
{
    private const string FetchSite = "Sec-Fetch-Site";
    private const string SameOrigin = "same-origin";

    /// <summary>Refuses what another site may have asked for. Forms are left to <see cref="FormGuard"/>, which asks for more.</summary>
    public static void UseOwnSiteOnly(this IApplicationBuilder app, AccessRefusals refusals) =>
        app.Use(
            (context, next) => IsSuspect(context) ? refusals.RefuseAsync(context, Refusal.ForeignSite) : next(context)
        );

    private static bool IsSuspect(HttpContext context) =>
        !IsSafe(context.Request.Method)
        && context.User.Identity is { IsAuthenticated: true }
        && context.Features.Get<SentKey>() is null
        && context.GetEndpoint()?.Metadata.GetMetadata<FormGuard.Guarded>() is null
        && context.Request.Headers[FetchSite] != SameOrigin;

    private static bool IsSafe(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);
}
