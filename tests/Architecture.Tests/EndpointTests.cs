using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Shared.Api.Access;

namespace Architecture.Tests;

/// <summary>A route table can be read at a glance: what handles a route has a name, and it says who may use it.</summary>
[TestFixture]
internal sealed class EndpointTests
{
    [Test]
    public void Every_described_endpoint_is_handled_by_a_named_method()
    {
        var endpoints = EndpointsOfTheHost(anonymousWrites: false);

        Assert.That(endpoints.SelectMany(HandlersOf), Is.Not.Empty);
        Assert.That(endpoints.Where(HasNoName).Select(endpoint => endpoint.DisplayName), Is.Empty);
    }

    [TestCase(true)]
    [TestCase(false)]
    public void Every_endpoint_carries_one_decision_on_who_may_use_it(bool anonymousWrites)
    {
        var endpoints = EndpointsOfTheHost(anonymousWrites);

        Assert.That(
            endpoints
                .OfType<RouteEndpoint>()
                .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/country", StringComparison.Ordinal))
                .Any(endpoint => endpoint.Metadata.GetMetadata<RequiredPermission>() is not null),
            Is.Not.EqualTo(anonymousWrites)
        );
        Assert.That(endpoints.Where(HasNotOneDecision).Select(endpoint => endpoint.DisplayName), Is.Empty);
    }

    [Test]
    public void A_planted_endpoint_with_no_decision_or_with_two_is_found()
    {
        using var app = WebApplication.CreateSlimBuilder().Build();
        app.MapGet("/none", Named);
        app.MapGet("/both", Named).AllowAnonymous().RequirePermission("planted:view");
        app.MapGet("/signed-in", Named).RequireAuthorization();
        app.MapGet("/open", Named).AllowAnonymous();
        app.MapGet("/closed", Named).RequirePermission("planted:view");

        Assert.That(RoutesOf(app, HasNotOneDecision), Is.EqualTo(new[] { "/none", "/both", "/signed-in" }));
    }

    [Test]
    public void A_planted_lambda_has_no_name()
    {
        using var app = WebApplication.CreateSlimBuilder().Build();
        app.MapGet("/lambda", () => "planted");
        app.MapGet("/local", Local);
        app.MapGet("/hidden", () => "not described").ExcludeFromDescription();
        app.MapGet("/named", Named);

        Assert.That(RoutesOf(app, HasNoName), Is.EqualTo(new[] { "/lambda", "/local" }));

        static string Local() => "planted";
    }

    [Test]
    public void No_endpoint_lets_the_framework_read_a_body_which_it_would_not_bound()
    {
        using var app = WebApplication.CreateSlimBuilder().Build();
        app.MapPost("/bound", NamedWithBody);
        app.MapGet("/named", Named);
        Assert.That(RoutesOf(app, HasUnboundedBody), Is.EqualTo(new[] { "/bound" }), "planted");

        Assert.That(
            EndpointsOfTheHost(anonymousWrites: false).Where(HasUnboundedBody).Select(endpoint => endpoint.DisplayName),
            Is.Empty
        );
    }

    private static string NamedWithBody(List<string> body) => body.Count == 0 ? "right" : "wrong";

    private static bool HasUnboundedBody(Endpoint endpoint) =>
        HandlersOf(endpoint)
            .SelectMany(handler => handler.GetParameters())
            .Any(parameter =>
                endpoint.Metadata.OfType<IAcceptsMetadata>().Any(body => body.RequestType == parameter.ParameterType)
            );

    private static string Named() => "right";

    private static List<Endpoint> EndpointsOfTheHost(bool anonymousWrites)
    {
        var storage = Directory.CreateTempSubdirectory("countries-test-");
        try
        {
            using var host = new WebApplicationFactory<Program>().WithWebHostBuilder(builder =>
                builder
                    .UseSetting("Storage:Directory", storage.FullName)
                    .UseSetting("Logging:LogLevel:Default", "Error")
                    .UseSetting("Access:AnonymousWrites", anonymousWrites.ToString())
            );
            return [.. host.Services.GetRequiredService<EndpointDataSource>().Endpoints];
        }
        finally
        {
            storage.Delete(recursive: true);
        }
    }

    private static IEnumerable<string?> RoutesOf(IEndpointRouteBuilder app, Func<Endpoint, bool> which) =>
        app
            .DataSources.SelectMany(source => source.Endpoints)
            .Where(which)
            .OfType<RouteEndpoint>()
            .Select(endpoint => endpoint.RoutePattern.RawText);

    /// <summary>Open to all, or closed by a scope. Where both stand, the framework takes the open one.</summary>
    private static bool HasNotOneDecision(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null
        == endpoint.Metadata.GetMetadata<RequiredPermission>() is not null;

    /// <summary>The compiler's names for lambdas and local functions have a &lt; in them.</summary>
    private static bool HasNoName(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>() is not { ExcludeFromDescription: true }
        && HandlersOf(endpoint).Any(handler => handler.Name.Contains('<', StringComparison.Ordinal));

    private static IEnumerable<MethodInfo> HandlersOf(Endpoint endpoint) => endpoint.Metadata.OfType<MethodInfo>();
}
