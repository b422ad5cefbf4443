using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Shared.Api.Problems;

/// <summary>
/// Writes every problem as <c>application/problem+json</c>, also to a client that did not ask for JSON: the framework's
/// own writer gives such a client plain text.
/// </summary>
internal sealed class ProblemWriter : IProblemDetailsWriter
{
    public bool CanWrite(ProblemDetailsContext context) => true;

    public ValueTask WriteAsync(ProblemDetailsContext context)
    {
        var response = context.HttpContext.Response;
        context.ProblemDetails.Status ??= response.StatusCode;
        context.ProblemDetails.Title ??= ReasonPhrases.GetReasonPhrase(context.ProblemDetails.Status.Value);
        // The same id stands in the log, so that a complaint finds its line.
        context.ProblemDetails.Extensions["traceId"] = Activity.Current?.Id ?? context.HttpContext.TraceIdentifier;
        return new(
            response.WriteAsJsonAsync(
                context.ProblemDetails,
                // The type that it has, not the one that is declared: problems of validation have members of their own.
                context.ProblemDetails.GetType(),
                options: null,
                contentType: "application/problem+json",
                context.HttpContext.RequestAborted
            )
        );
    }
}
