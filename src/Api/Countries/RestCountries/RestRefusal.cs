using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Shared.Api.Access;

namespace Countries.Api.RestCountries;

/// <summary>Says in the words of this contract that a request is refused before an endpoint runs, to pages of any origin.</summary>
internal static class RestRefusal
{
    /// <summary>The answer.</summary>
    public static IResult Answer(HttpContext http, Refusal refusal)
    {
        http.Response.Headers.AccessControlAllowOrigin = "*";
        return new RestAnswer(refusal.Status(), ReasonPhrases.GetReasonPhrase(refusal.Status()));
    }
}
