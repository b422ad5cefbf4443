using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Shared.Api;
using Shared.Api.Problems;
using Shared.Application;

namespace Shared.Tests.Api;

/// <summary>What a client learns of an exception: a status where it is no bug, and never what is inside.</summary>
[TestFixture]
internal sealed class ExceptionAnswersTests
{
    private static readonly StorageUnavailableException Unavailable = new(
        "The database cannot take the change just now.",
        new IOException("/var/lib/secret.db is full")
    );

    [Test]
    public void A_bad_request_has_its_own_status_and_sentence() =>
        Assert.That(
            ExceptionAnswers.Of(new BadHttpRequestException("The body is larger than 5 bytes.", 413)),
            Is.EqualTo((413, "The body is larger than 5 bytes."))
        );

    [Test]
    public void Storage_out_of_reach_is_503_with_what_to_do() =>
        Assert.That(
            ExceptionAnswers.Of(Unavailable),
            Is.EqualTo((503, "The database cannot take the change just now. Try again in a few seconds."))
        );

    [Test]
    public void Any_other_exception_is_a_bug()
    {
        foreach (
            var bug in new Exception[]
            {
                new InvalidOperationException("x"),
                new IOException("x"),
                new FormatException("x"),
            }
        )
            Assert.That(ExceptionAnswers.Of(bug), Is.Null, bug.GetType().Name);
    }

    [TestCase(503, "5")]
    [TestCase(500, "")]
    [TestCase(200, "")]
    public void Only_503_advises_to_come_again(int status, string retryAfter)
    {
        var http = new DefaultHttpContext { Response = { StatusCode = status } };

        ExceptionAnswers.AdviseRetry(http.Response);

        Assert.That(http.Response.Headers.RetryAfter.ToString(), Is.EqualTo(retryAfter));
    }

    [TestCase(null)]
    [TestCase("text/plain")]
    [TestCase("application/json, text/html;q=0.9")]
    public async Task It_is_told_as_a_problem_whatever_the_client_takes(string? accept)
    {
        var (handled, http, body) = await HandleAsync(Unavailable, accept);

        Assert.Multiple(() =>
        {
            Assert.That(handled, Is.True);
            Assert.That(http.Response.StatusCode, Is.EqualTo(503));
            Assert.That(http.Response.ContentType, Is.EqualTo("application/problem+json"));
            Assert.That(http.Response.Headers.RetryAfter.ToString(), Is.EqualTo("5"));
            Assert.That((int)body!["status"]!, Is.EqualTo(503));
            Assert.That((string)body["title"]!, Is.EqualTo("Service Unavailable"));
            Assert.That((string)body["detail"]!, Does.StartWith("The database cannot take the change just now."));
            Assert.That(body.ToJsonString(), Does.Not.Contain("secret").And.Not.Contain("Exception"));
        });
    }

    [Test]
    public async Task A_bug_is_left_to_the_framework()
    {
        var (handled, http, body) = await HandleAsync(new InvalidOperationException("secret"), null);

        Assert.That(handled, Is.False);
        Assert.That(http.Response.StatusCode, Is.EqualTo(200), "untouched");
        Assert.That(body, Is.Null);
    }

    private static async Task<(bool Handled, HttpContext Http, JsonNode? Body)> HandleAsync(
        Exception exception,
        string? accept
    )
    {
        var services = new ServiceCollection().AddLogging();
        services.AddSharedApi(new ConfigurationBuilder().Build(), []);
        await using var provider = services.BuildServiceProvider();
        var body = new MemoryStream();
        var http = new DefaultHttpContext { RequestServices = provider, Response = { Body = body } };
        http.Request.Headers.Accept = accept;
        var handled = await provider
            .GetRequiredService<IExceptionHandler>()
            .TryHandleAsync(http, exception, CancellationToken.None);
        return (handled, http, body.Length > 0 ? JsonNode.Parse(body.ToArray()) : null);
    }
}
