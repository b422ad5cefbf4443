using Microsoft.AspNetCore.Http;
using Shared.Api.Problems;

namespace Shared.Api.V1;

/// <summary>The problems of bodies that cannot be taken for what they should be.</summary>
internal static class BodyProblems
{
    public static readonly ProblemCode Malformed = Of(
        "body.malformed",
        "The body is no JSON object.",
        "Send one JSON object, in UTF-8; the sentence says where it breaks off."
    );

    public static readonly ProblemCode WrongType = Of(
        "body.type",
        "The value has another type than this member, or is out of its range.",
        "Look the member up in /openapi/v1.json."
    );

    public static readonly ProblemCode NullItem = Of(
        "body.item.null",
        "An item of a list must not be null.",
        "Leave the item out."
    );

    public static readonly ProblemCode DuplicateMember = Of(
        "body.member.duplicate",
        "The member {member} stands in the body twice.",
        "Send it once."
    );

    public static readonly ProblemCode ReadOnlyMember = Of(
        "body.member.read_only",
        "The member {member} cannot be written.",
        "Leave it out: it is derived, or the service's own."
    );

    public static readonly ProblemCode UnknownMember = Of(
        "body.member.unknown",
        "There is no member {member}.",
        "Take the member that is named as the nearest, or leave it out."
    );

    public static readonly ProblemCode LinesInvalid = Of(
        "import.lines.invalid",
        "Lines of the file cannot be taken, so nothing was added.",
        "Mend the lines that are named and send the file again, or let mode=valid leave them out."
    );

    public static readonly ProblemCode ImportBusy = new(
        "import.busy",
        StatusCodes.Status429TooManyRequests,
        "Another import is under way.",
        "Send the file again after the seconds in Retry-After."
    );

    private static ProblemCode Of(string code, string sentence, string remedy) =>
        new(code, StatusCodes.Status400BadRequest, sentence, remedy);
}
