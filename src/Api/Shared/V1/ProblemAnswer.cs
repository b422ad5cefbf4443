using ErrorOr;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Shared.Application;

namespace Shared.Api.V1;

/// <summary>
/// An answer of the native API that says what is wrong: problem details with every error, each with its code, the
/// field at fault and, for an unknown value, the nearest known one.
/// </summary>
/// <param name="errors">The errors, the most important one first.</param>
/// <param name="invalidStatus">What invalid input is answered with: 400 for a query, 422 for a body that breaks a rule.</param>
public sealed class ProblemAnswer(IReadOnlyList<Error> errors, int invalidStatus = StatusCodes.Status400BadRequest)
    : IResult
{
    private const int MostErrors = 20;

    /// <inheritdoc />
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        httpContext.Response.StatusCode = StatusOf(errors[0]);
        var problem = new ProblemDetails { Status = httpContext.Response.StatusCode, Detail = errors[0].Description };
        problem.Extensions["code"] = errors[0].Code;
        problem.Extensions["errors"] = errors.Take(MostErrors).Select(ProblemError.Of).ToList();
        await httpContext
            .RequestServices.GetRequiredService<IProblemDetailsService>()
            .WriteAsync(new() { HttpContext = httpContext, ProblemDetails = problem });
    }

    private int StatusOf(Error error) =>
        error.Type switch
        {
            ErrorType.NotFound => StatusCodes.Status404NotFound,
            ErrorType.Conflict => StatusCodes.Status409Conflict,
            _ => invalidStatus,
        };
}

/// <summary>One thing that is wrong, as clients see it.</summary>
/// <param name="Field">The parameter or member at fault, if it is one.</param>
/// <param name="Code">The stable code.</param>
/// <param name="Detail">A sentence.</param>
/// <param name="Nearest">The known value that was probably meant.</param>
internal sealed record ProblemError(string? Field, string Code, string Detail, string? Nearest)
{
    public static ProblemError Of(Error error) => new(FieldOf(error), error.Code, error.Description, error.Nearest());

    /// <summary>Commands name their properties in upper case, contracts their members in lower.</summary>
    private static string? FieldOf(Error error) =>
        error.Field() is { Length: > 0 } field ? char.ToLowerInvariant(field[0]) + field[1..] : null;
}
