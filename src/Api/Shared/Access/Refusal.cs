using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Shared.Api.Access;

/// <summary>Why a caller is not let in. What is wrong with a key is not told: that would help to guess.</summary>
public enum Refusal
{
    /// <summary>The endpoint asks for a key, and none was sent: 401.</summary>
    NoCredentials,

    /// <summary>A key was sent that opens nothing; also where no key is needed, for the client believes it has one: 401.</summary>
    BadCredentials,

    /// <summary>The key is good, but not for this: 403.</summary>
    NoPermission,

    /// <summary>Somebody is signed in, but another site may have made the browser send the request: 403.</summary>
    ForeignSite,

    /// <summary>The client has sent too many requests: 429. <c>Retry-After</c> of the answer has the seconds to wait.</summary>
    TooManyRequests,
}

/// <summary>How a contract with words of its own refuses.</summary>
public static class RefusalWords
{
    /// <summary>The status that says a refusal in HTTP.</summary>
    public static int Status(this Refusal refusal) =>
        refusal switch
        {
            Refusal.NoPermission or Refusal.ForeignSite => StatusCodes.Status403Forbidden,
            Refusal.TooManyRequests => StatusCodes.Status429TooManyRequests,
            _ => StatusCodes.Status401Unauthorized,
        };

    /// <summary>Lets the contract of the endpoints say a refusal, instead of a problem.</summary>
    public static TBuilder RefuseWith<TBuilder>(this TBuilder endpoints, Func<HttpContext, Refusal, IResult> answer)
        where TBuilder : IEndpointConventionBuilder => endpoints.WithMetadata(new Answer(answer));

    internal sealed record Answer(Func<HttpContext, Refusal, IResult> Of);
}
