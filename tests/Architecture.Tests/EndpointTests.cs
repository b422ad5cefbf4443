using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Architecture.Tests;

/// <summary>A route table can be read at a glance: what handles a route has a name.</summary>
[TestFixture]
internal sealed class EndpointTests
{
    [Test]
    public void Every_described_endpoint_is_handled_by_a_named_method()
    {
        var storage = Directory.CreateTempSubdirectory("countries-test-");
        try
        {
            using var host = new WebApplicationFactory<Program>().WithWebHostBuilder(builder =>
                builder
                    .UseSetting("Storage:Directory", storage.FullName)
                    .UseSetting("Logging:LogLevel:Default", "Error")
            );
            var endpoints = host.Services.GetRequiredService<EndpointDataSource>().Endpoints;

            Assert.That(endpoints.SelectMany(HandlersOf), Is.Not.Empty);
            Assert.That(endpoints.Where(HasNoName).Select(endpoint => endpoint.DisplayName), Is.Empty);
        }
        finally
        {
            storage.Delete(recursive: true);
        }
    }

    [Test]
    public void A_planted_lambda_has_no_name()
    {
        using var app = WebApplication.CreateSlimBuilder().Build();
        app.MapGet("/lambda", () => "planted");
        app.MapGet("/local", Local);
        app.MapGet("/hidden", () => "not described").ExcludeFromDescription();
        app.MapGet("/named", Named);
        var endpoints = ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints);

        Assert.That(
            endpoints.Where(HasNoName).OfType<RouteEndpoint>().Select(endpoint => endpoint.RoutePattern.RawText),
            Is.EqualTo(new[] { "/lambda", "/local" })
        );

        static string Local() => "planted";
    }

    private static string Named() => "right";

    /// <summary>The compiler's names for lambdas and local functions have a &lt; in them.</summary>
    private static bool HasNoName(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>() is not { ExcludeFromDescription: true }
        && HandlersOf(endpoint).Any(handler => handler.Name.Contains('<', StringComparison.Ordinal));

    private static IEnumerable<MethodInfo> HandlersOf(Endpoint endpoint) => endpoint.Metadata.OfType<MethodInfo>();
}
