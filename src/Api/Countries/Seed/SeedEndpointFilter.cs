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
        try
        {
            return Begin(context.HttpContext) ?? await next(context);
        }
        catch (Exception e) when (ExceptionAnswers.Of(e) is { } answer)
        {
            return SeedAnswer.Refusal(answer.Status, answer.Sentence);
        }
    }

    /// <summary>Sets the fields that every answer has, and agrees on the format.</summary>
    /// <returns>The answer where there is no such format; nothing where the exchange may go on.</returns>
    public static SeedAnswer? Begin(HttpContext http)
    {
        http.Response.Headers.Vary = "Accept";
        http.Response.Headers.Allow = SeedEndpoints.Allowed;
        return SeedFormat.Of(http) switch
        {
            { Known: false } => SeedAnswer.Refusal(StatusCodes.Status404NotFound, "Not found."),
            { Acceptable: false } => SeedAnswer.Refusal(
                StatusCodes.Status406NotAcceptable,
                "Could not satisfy the request Accept header."
            ),
            _ => null,
        };
    }
}
