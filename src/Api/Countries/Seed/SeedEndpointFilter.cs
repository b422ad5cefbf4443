using Microsoft.AspNetCore.Http;
using Shared.Api.Problems;

namespace Countries.Api.Seed;

/// <summary>
/// What every exchange on the path has in common, in the order of the seed: the format is agreed on first, so that
/// every answer, also a refusal, comes in it.
/// </summary>
internal sealed class SeedEndpointFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        http.Response.Headers.Vary = "Accept";
        http.Response.Headers.Allow = SeedEndpoints.Allowed;
        try
        {
            return SeedFormat.Of(http) switch
            {
                { Known: false } => SeedAnswer.Refusal(StatusCodes.Status404NotFound, "Not found."),
                { Acceptable: false } => SeedAnswer.Refusal(
                    StatusCodes.Status406NotAcceptable,
                    "Could not satisfy the request Accept header."
                ),
                _ => await next(context),
            };
        }
        catch (Exception e) when (ExceptionAnswers.Of(e) is { } answer)
        {
            return SeedAnswer.Refusal(answer.Status, answer.Sentence);
        }
    }
}
