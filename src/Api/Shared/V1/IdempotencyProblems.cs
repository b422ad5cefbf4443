using Microsoft.AspNetCore.Http;
using Shared.Api.Problems;

namespace Shared.Api.V1;

/// <summary>The problems of requests with an <c>Idempotency-Key</c>.</summary>
internal static class IdempotencyProblems
{
    public static readonly ProblemCode KeyInvalid = new(
        "idempotency.key.invalid",
        StatusCodes.Status400BadRequest,
        "Idempotency-Key has 1 to 255 visible ASCII characters.",
        "Send a key such as a UUID, once."
    );

    public static readonly ProblemCode KeyReused = new(
        "idempotency.key.reused",
        StatusCodes.Status422UnprocessableEntity,
        "Another request was sent with this key before.",
        "Make a new key for each request, and repeat a request as it was."
    );

    public static readonly ProblemCode Running = new(
        "idempotency.running",
        StatusCodes.Status409Conflict,
        "A write with this key is under way. Try again in a second.",
        "Repeat the request as it was; then comes its answer."
    );
}
