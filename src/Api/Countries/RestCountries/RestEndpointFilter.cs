using Microsoft.AspNetCore.Http;
using Shared.Api.Problems;

namespace Countries.Api.RestCountries;

/// <summary>What every answer of this contract has: pages of any origin may read it, and what goes wrong is said in its words.</summary>
internal sealed class RestEndpointFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        context.HttpContext.Response.Headers.AccessControlAllowOrigin = "*";
        try
        {
            return await next(context);
        }
        catch (Exception e) when (ExceptionAnswers.Of(e) is { } answer)
        {
            return new RestAnswer(answer.Status, answer.Sentence);
        }
    }
}
