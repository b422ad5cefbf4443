using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Shared.Application;

namespace Shared.Api.Problems;

/// <summary>What an exception is answered with: those that are no bugs have a status of their own, all others are 500.</summary>
public static class ExceptionAnswers
{
    /// <summary>The status and the sentence for an exception that is no bug.</summary>
    /// <returns>Nothing when the exception is a bug.</returns>
    public static (int Status, string Sentence)? Of(Exception exception) =>
        exception switch
        {
            BadHttpRequestException bad => (bad.StatusCode, bad.Message),
            StorageUnavailableException unavailable => (
                StatusCodes.Status503ServiceUnavailable,
                $"{unavailable.Message} Try again in a few seconds."
            ),
            _ => null,
        };

    /// <summary>Advises the client of a 503 when to come again.</summary>
    public static void AdviseRetry(HttpResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        if (response.StatusCode == StatusCodes.Status503ServiceUnavailable)
            response.Headers.RetryAfter = "5";
    }
}

/// <summary>Answers with a problem what no contract answered in its own form.</summary>
internal sealed class ProblemExceptionHandler(IProblemDetailsService problems) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(
        HttpContext httpContext,
        Exception exception,
        CancellationToken cancellationToken
    )
    {
        if (ExceptionAnswers.Of(exception) is not { } answer)
            return false;
        httpContext.Response.StatusCode = answer.Status;
        ExceptionAnswers.AdviseRetry(httpContext.Response);
        await problems.WriteAsync(
            new() { HttpContext = httpContext, ProblemDetails = { Status = answer.Status, Detail = answer.Sentence } }
        );
        return true;
    }
}
