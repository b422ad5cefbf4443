using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Shared.Api.V1;
using Shared.Application;
using Shared.Domain;

namespace Shared.Tests.Api;

/// <summary>The status of a problem is that of its first error.</summary>
[TestFixture]
internal sealed class ProblemAnswerTests
{
    [TestCase(FailureKind.NotFound, null, 404, "")]
    [TestCase(FailureKind.Conflict, null, 409, "")]
    [TestCase(FailureKind.Conflict, 7, 429, "7")]
    [TestCase(FailureKind.Invalid, null, 422, "")]
    public async Task An_error_has_the_status_of_its_kind_and_says_how_long_to_wait(
        FailureKind kind,
        int? wait,
        int status,
        string retryAfter
    )
    {
        await using var services = new ServiceCollection().AddLogging().AddProblemDetails().BuildServiceProvider();
        var http = new DefaultHttpContext { RequestServices = services };
        var failure = new Failure("planted", kind, "Planted.") { Wait = wait };

        await new ProblemAnswer([failure.ToError()], StatusCodes.Status422UnprocessableEntity).ExecuteAsync(http);

        Assert.That(http.Response.StatusCode, Is.EqualTo(status));
        Assert.That(http.Response.Headers.RetryAfter.ToString(), Is.EqualTo(retryAfter));
    }
}
