using ErrorOr;
using Microsoft.AspNetCore.Http;
using Shared.Application;

namespace Shared.Api.Problems;

/// <summary>
/// A problem that an adapter finds before a use case is asked, as the page of errors tells it (docs/errors.md). The static
/// fields of this type are found by reflection.
/// </summary>
/// <param name="Code">The stable code.</param>
/// <param name="Status">The status that it is answered with.</param>
/// <param name="Sentence">What is wrong.</param>
/// <param name="Remedy">What to do about it.</param>
internal sealed record ProblemCode(string Code, int Status, string Sentence, string Remedy)
{
    /// <summary>The error that says it.</summary>
    /// <param name="field">The member or header field at fault, if it is one.</param>
    /// <param name="sentence">What is wrong in this case, where more can be said than the usual sentence.</param>
    /// <param name="nearest">The known value that was probably meant.</param>
    public Error ToError(string? field = null, string? sentence = null, string? nearest = null) =>
        Status is StatusCodes.Status409Conflict or StatusCodes.Status412PreconditionFailed
            ? Error.Conflict(Code, sentence ?? Sentence)
            : Errors.Invalid(Code, field, sentence ?? Sentence, nearest);
}
