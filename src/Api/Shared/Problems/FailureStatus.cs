using System.Globalization;
using ErrorOr;
using Microsoft.AspNetCore.Http;
using Shared.Application;

namespace Shared.Api.Problems;

/// <summary>What a write is answered with that did not succeed.</summary>
public static class FailureStatus
{
    /// <summary>The status of an error. Where waiting helps, the client is told how long.</summary>
    public static int StatusOf(this HttpContext http, Error error)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (error.Wait() is not { } seconds)
            return error.Type == ErrorType.Conflict
                ? StatusCodes.Status409Conflict
                : StatusCodes.Status422UnprocessableEntity;
        http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return StatusCodes.Status429TooManyRequests;
    }
}
