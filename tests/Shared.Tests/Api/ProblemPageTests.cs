using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Shared.Api;

namespace Shared.Tests.Api;

/// <summary>A bug is told to a person, too: on a page, with what makes it known in the log.</summary>
[TestFixture]
internal sealed class ProblemPageTests
{
    [Test]
    public async Task A_bug_is_a_page_to_a_browser_with_what_stands_in_the_log()
    {
        var services = new ServiceCollection().AddLogging();
        services.AddSharedApi(new ConfigurationBuilder().Build(), []);
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        using var body = new MemoryStream();
        var http = new DefaultHttpContext
        {
            RequestServices = scope.ServiceProvider,
            TraceIdentifier = "trace-1",
            Response = { Body = body, StatusCode = 500 },
        };
        http.Request.Headers.Accept = "text/html,application/xml;q=0.9,*/*;q=0.8";

        await provider.GetRequiredService<IProblemDetailsService>().WriteAsync(new() { HttpContext = http });

        var html = Encoding.UTF8.GetString(body.ToArray());
        Assert.That(http.Response.ContentType, Is.EqualTo("text/html; charset=utf-8"));
        Assert.That(html, Does.Contain("The service has a bug.").And.Contain("<code>trace-1</code>"));
    }
}
