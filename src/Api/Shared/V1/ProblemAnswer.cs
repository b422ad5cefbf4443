using ErrorOr;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Shared.Api.Problems;
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
    /// <summary>The code of the whole; that of the first error where nothing is said.</summary>
    public string? Code { get; init; }

    /// <summary>The sentence of the whole; that of the first error where nothing is said.</summary>
    public string? Detail { get; init; }

    /// <summary>How many of the errors are listed; <c>total</c> tells how many there are beyond.</summary>
    public int MostErrors { get; init; } = 20;

    /// <inheritdoc />
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        httpContext.Response.StatusCode = Code is null ? StatusOf(httpContext, errors[0]) : invalidStatus;
        var problem = new ProblemDetails
        {
            Status = httpContext.Response.StatusCode,
            Detail = Detail ?? errors[0].Description,
        };
        problem.Extensions["code"] = Code ?? errors[0].Code;
        problem.Extensions["errors"] = errors.Take(MostErrors).Select(ProblemError.Of).ToList();
        if (errors.Count > MostErrors)
            problem.Extensions["total"] = errors.Count;
        await httpContext
            .RequestServices.GetRequiredService<IProblemDetailsService>()
            .WriteAsync(new() { HttpContext = httpContext, ProblemDetails = problem });
    }

    private int StatusOf(HttpContext http, Error error) =>
        error.Type switch
        {
            ErrorType.NotFound => StatusCodes.Status404NotFound,
            // Where waiting helps, with the time to wait.
            ErrorType.Conflict => http.StatusOf(error),
            _ => invalidStatus,
        };
}

/// <summary>One thing that is wrong, as clients see it.</summary>
/// <param name="Field">The parameter or member at fault, if it is one.</param>
/// <param name="Code">The stable code.</param>
/// <param name="Detail">A sentence.</param>
/// <param name="Nearest">The known value that was probably meant.</param>
/// <param name="Line">The line of a file that it is wrong in, if it is in one.</param>
internal sealed record ProblemError(string? Field, string Code, string Detail, string? Nearest, int? Line)
{
    public static ProblemError Of(Error error) =>
        new(FieldOf(error), error.Code, error.Description, error.Nearest(), error.Line());

    /// <summary>Commands name their properties in upper case, contracts their members in lower; header fields keep their names.</summary>
    internal static string? FieldOf(Error error) =>
        error.Field() is not { Length: > 0 } field ? null
        : field.Contains('-', StringComparison.Ordinal) ? field
        : char.ToLowerInvariant(field[0]) + field[1..];
}

/// <summary>What is wrong with a line of a file, as clients see it.</summary>
public sealed class LineFault
{
    private readonly ProblemError error;

    private LineFault(ProblemError error) => this.error = error;

    /// <summary>Its shape.</summary>
    public static readonly Shape<LineFault> Shape = new("error")
    {
        { "line", "The line.", fault => fault.Line },
        { "field", "The member at fault, if it is one.", fault => fault.Field },
        { "code", "The stable code.", fault => fault.error.Code },
        { "detail", "A sentence.", fault => fault.error.Detail },
        { "nearest", "The known value that was probably meant.", fault => fault.error.Nearest },
    };

    /// <summary>The number of the line, if it is in one.</summary>
    public int? Line => error.Line;

    /// <summary>The member at fault, if it is one, as contracts name it.</summary>
    public string? Field => error.Field;

    /// <summary>The fault that an error tells.</summary>
    public static LineFault Of(ErrorOr.Error error) => new(ProblemError.Of(error));
}
