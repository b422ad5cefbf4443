using Microsoft.AspNetCore.Http;
using Shared.Api.Access;

namespace Countries.Api.Seed;

/// <summary>Says in the seed's words that a caller is not let in.</summary>
internal static class SeedRefusal
{
    /// <summary>The answer. As everywhere on this path, the format comes first.</summary>
    public static IResult Answer(HttpContext http, Refusal refusal) =>
        SeedEndpointFilter.Begin(http)
        ?? SeedAnswer.Refusal(
            refusal.Status(),
            refusal switch
            {
                Refusal.NoCredentials => "Authentication credentials were not provided.",
                Refusal.BadCredentials => "Incorrect authentication credentials.",
                Refusal.TooManyRequests =>
                    $"Request was throttled. Expected available in {http.Response.Headers.RetryAfter} seconds.",
                _ => "You do not have permission to perform this action.",
            }
        );
}
