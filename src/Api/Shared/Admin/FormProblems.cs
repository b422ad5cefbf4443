using Microsoft.AspNetCore.Http;
using Shared.Api.Problems;

namespace Shared.Api.Admin;

/// <summary>The problems of what a person typed into a form.</summary>
internal static class FormProblems
{
    public static readonly ProblemCode InvalidValue = new(
        "form.value.invalid",
        StatusCodes.Status422UnprocessableEntity,
        "The field takes another sort of value.",
        "Enter it as the sentence beside the field says."
    );

    public static readonly ProblemCode SentBefore = new(
        "form.sent_before",
        StatusCodes.Status409Conflict,
        "This form was sent before, and nothing was added now. If what it adds is in the list already, its secret was told "
            + "then and is not told again.",
        "Look at the list. Send the form again to add another one."
    );
}
