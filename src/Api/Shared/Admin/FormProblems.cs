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
}
