using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Shared.Api.Access;
using Shared.Api.Admin;
using Shared.Api.Http;

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
        app.MapHandler("/none", [HttpMethods.Get], Named);
        app.MapHandler("/both", [HttpMethods.Get], Named).AllowAnonymous().RequirePermission("planted:view");
        app.MapHandler("/signed-in", [HttpMethods.Get], Named).RequireAuthorization();
        app.MapHandler("/open", [HttpMethods.Get], Named).AllowAnonymous();
        app.MapHandler("/closed", [HttpMethods.Get], Named).RequirePermission("planted:view");

        Assert.That(RoutesOf(app, HasNotOneDecision), Is.EqualTo(new[] { "/none", "/both", "/signed-in" }));
    }

    [Test]
    public void Every_handler_can_be_bound_to_its_route()
    {
        var faults = OfTheHost(anonymousWrites: false, endpoints => endpoints.Where(CannotBeBound).ToList());

        Assert.That(faults.Select(endpoint => endpoint.DisplayName), Is.Empty);
    }

    [Test]
    public void A_planted_handler_with_a_parameter_from_nowhere_or_from_an_unbounded_body_is_found()
    {
        using var app = WebApplication.CreateSlimBuilder().Build();
        app.MapHandler("/body", [HttpMethods.Post], NamedWithBody);
        app.MapHandler("/nowhere", [HttpMethods.Get], NamedWithRegex);
        app.MapHandler("/named", [HttpMethods.Get], Named);

        Assert.That(RoutesOf(app, CannotBeBound), Is.EqualTo(new[] { "/body", "/nowhere" }));
    }

    [Test]
    public void Every_field_of_every_form_of_the_admin_is_for_a_member()
    {
        var forms = EndpointsOfTheHost(anonymousWrites: false)
            .Select(endpoint => endpoint.Metadata.GetMetadata<AdminModel>())
            .OfType<AdminModel>()
            .ToList();

        Assert.That(forms.Select(model => model.Path), Does.Contain("countries").And.Contain("access/users"));
        Assert.Multiple(() =>
        {
            foreach (var model in forms)
                Assert.That(() => model.Form.Value, Throws.Nothing, model.Path);
        });
    }

    [Test]
    public void A_planted_field_for_no_member_is_found() =>
        Assert.That(
            () => FormField.Of<RequiredPermission>([new("", new Field("planted"))], new Dictionary<string, string>()),
            Throws.InvalidOperationException.With.Message.Contains("planted")
        );

    [Test]
    public void A_planted_lambda_has_no_name()
    {
        using var app = WebApplication.CreateSlimBuilder().Build();
        app.MapHandler("/lambda", [HttpMethods.Get], () => "planted");
        app.MapHandler("/local", [HttpMethods.Get], Local);
        app.MapHandler("/hidden", [HttpMethods.Get], () => "not described").ExcludeFromDescription();
        app.MapHandler("/named", [HttpMethods.Get], Named);

        Assert.That(RoutesOf(app, HasNoName), Is.EqualTo(new[] { "/lambda", "/local" }));

        static string Local() => "planted";
    }

    private static string NamedWithBody(List<string> body) => body.Count == 0 ? "right" : "wrong";

    private static string NamedWithRegex(Regex regex) => $"{regex}";

    private static bool CannotBeBound(Endpoint endpoint)
    {
        try
        {
            _ = endpoint.Metadata.GetMetadata<BoundHandler>()?.Invoke.Value;
            return false;
        }
        catch (InvalidOperationException)
        {
            return true;
        }
    }

    private static string Named() => "right";

    private static List<Endpoint> EndpointsOfTheHost(bool anonymousWrites) =>
        OfTheHost(anonymousWrites, endpoints => endpoints.ToList());

    private static T OfTheHost<T>(bool anonymousWrites, Func<IEnumerable<Endpoint>, T> ask)
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
            return ask(host.Services.GetRequiredService<EndpointDataSource>().Endpoints);
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
