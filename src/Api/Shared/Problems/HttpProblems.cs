using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Shared.Api.Problems;

/// <summary>The problems that a status says by itself. Their codes are the statuses' names, so that none is without.</summary>
internal static class HttpProblems
{
    public static readonly ProblemCode BadRequest = Of(
        StatusCodes.Status400BadRequest,
        "The request cannot be understood.",
        "Read the detail: it says what could not be read."
    );

    public static readonly ProblemCode NotFound = Of(
        StatusCodes.Status404NotFound,
        "Nothing stands at this path.",
        "Look the path up in /openapi/v1.json."
    );

    public static readonly ProblemCode MethodNotAllowed = Of(
        StatusCodes.Status405MethodNotAllowed,
        "The path does not have this method.",
        "Take one of the methods in Allow."
    );

    public static readonly ProblemCode NotAcceptable = Of(
        StatusCodes.Status406NotAcceptable,
        "No format that the client accepts is served here.",
        "Accept one of the media types in the detail, or leave Accept out and get JSON."
    );

    public static readonly ProblemCode RequestTimeout = Of(
        StatusCodes.Status408RequestTimeout,
        "The request came too slowly.",
        "Send it again, in one piece."
    );

    public static readonly ProblemCode Conflict = Of(
        StatusCodes.Status409Conflict,
        "The request clashes with another one.",
        "Try again in a moment."
    );

    public static readonly ProblemCode PreconditionFailed = Of(
        StatusCodes.Status412PreconditionFailed,
        "Somebody changed the resource since it was read.",
        "Read it again, make the change again, and send the new ETag in If-Match."
    );

    public static readonly ProblemCode TooLarge = Of(
        StatusCodes.Status413PayloadTooLarge,
        "The body is larger than the service takes.",
        "Send less at a time; Limits:BodyBytes is the bound."
    );

    public static readonly ProblemCode UnsupportedMediaType = Of(
        StatusCodes.Status415UnsupportedMediaType,
        "The body has a media type that is not read here.",
        "Send one of the media types that the detail names, in Content-Type."
    );

    public static readonly ProblemCode PreconditionRequired = Of(
        StatusCodes.Status428PreconditionRequired,
        "A change must say which version it was made to.",
        "Read the resource, and send its ETag in If-Match."
    );

    public static readonly ProblemCode TooManyRequests = Of(
        StatusCodes.Status429TooManyRequests,
        "There were too many requests.",
        "Wait as long as Retry-After says. RateLimit tells how many are left before it comes to this."
    );

    public static readonly ProblemCode InternalServerError = Of(
        StatusCodes.Status500InternalServerError,
        "The service has a bug.",
        "Report it with the traceId, which stands in the log too."
    );

    public static readonly ProblemCode ServiceUnavailable = Of(
        StatusCodes.Status503ServiceUnavailable,
        "The service cannot do this just now.",
        "Try again after the seconds in Retry-After."
    );

    private static readonly IReadOnlyList<ProblemCode> All =
    [
        BadRequest,
        NotFound,
        MethodNotAllowed,
        NotAcceptable,
        RequestTimeout,
        Conflict,
        PreconditionFailed,
        TooLarge,
        UnsupportedMediaType,
        PreconditionRequired,
        TooManyRequests,
        InternalServerError,
        ServiceUnavailable,
    ];

    /// <summary>The code of a problem that has no other than its status: <c>http.not_found</c>.</summary>
    public static string CodeOf(int status) =>
        $"http.{ReasonPhrases.GetReasonPhrase(status).Replace(' ', '_').ToLowerInvariant()}";

    /// <summary>What a status says by itself.</summary>
    public static string SentenceOf(int status) =>
        All.FirstOrDefault(problem => problem.Status == status)?.Sentence ?? ReasonPhrases.GetReasonPhrase(status);

    private static ProblemCode Of(int status, string sentence, string remedy) =>
        new(CodeOf(status), status, sentence, remedy);
}
