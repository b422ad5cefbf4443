using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Shared.Api.Access;
using Shared.Api.Pages;

namespace Access.Api.Pages;

/// <summary>Leads who is not signed in to where they can, and tells others on a page.</summary>
internal static class LoginRefusal
{
    public static IResult Answer(HttpContext http, Refusal refusal)
    {
        if (refusal != Refusal.NoCredentials)
            return new PageAnswer<RefusalPage>(
                refusal.Status(),
                new()
                {
                    [nameof(RefusalPage.Status)] = refusal.Status(),
                    [nameof(RefusalPage.Sentence)] =
                        "The API key is not valid. It is mistyped, unknown, revoked or expired.",
                }
            );
        http.Response.Headers.Remove(HeaderNames.WWWAuthenticate);
        return Results.LocalRedirect(
            QueryHelpers.AddQueryString(SignInEndpoints.LoginPath, "next", http.Request.Path.ToUriComponent())
        );
    }
}
