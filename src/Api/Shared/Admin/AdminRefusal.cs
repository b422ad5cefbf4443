using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Shared.Api.Access;
using Shared.Api.Pages;

namespace Shared.Api.Admin;

/// <summary>How the admin refuses: whoever is not signed in is led to where they can, others are told on a page.</summary>
public static class AdminRefusal
{
    private const string SignIn = "/admin/login";

    /// <summary>Says a refusal, for endpoints that are pages of the admin.</summary>
    public static IResult Answer(HttpContext http, Refusal refusal)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (refusal == Refusal.NoCredentials)
        {
            http.Response.Headers.Remove(HeaderNames.WWWAuthenticate);
            // What a form posts cannot be sent again after signing in; its page can be opened again.
            var next = http.Request.PathBase + http.Request.Path + http.Request.QueryString;
            return Results.LocalRedirect(QueryHelpers.AddQueryString(SignIn, "next", next));
        }
        return new PageAnswer<RefusalPage>(
            refusal.Status(),
            new()
            {
                [nameof(RefusalPage.Status)] = refusal.Status(),
                [nameof(RefusalPage.Sentence)] = refusal switch
                {
                    Refusal.BadCredentials => "The API key is not valid. It is mistyped, unknown, revoked or expired.",
                    Refusal.TooManyRequests =>
                        $"There were too many requests. Try again in {http.Response.Headers.RetryAfter} seconds.",
                    _ => "You may not do this. Ask whoever looks after the permissions.",
                },
            }
        );
    }
}
