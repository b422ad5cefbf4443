using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Shared.Api.Http;

/// <summary>Maps handlers whose parameters are bound by code that is made when the first request comes, not at the start.</summary>
public static class Handlers
{
    /// <summary>The methods of a handler that only shows something; HEAD is GET without the body.</summary>
    public static readonly IReadOnlyList<string> Reading = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>The method of a handler that takes something.</summary>
    public static readonly IReadOnlyList<string> Posting = [HttpMethods.Post];

    /// <summary>
    /// Maps a handler with parameters. It is the framework's <c>MapMethods</c> but for the moment at which the parameters are
    /// looked at and the code that binds them is compiled: for more than a hundred endpoints that is most of a start.
    /// So nothing that the framework infers from parameters is among the metadata. Filters stand on its group.
    /// </summary>
    /// <param name="endpoints">The group.</param>
    /// <param name="pattern">The path.</param>
    /// <param name="methods">The methods of HTTP.</param>
    /// <param name="handler">Any method that the framework can bind.</param>
    public static IEndpointConventionBuilder MapHandler(
        this IEndpointRouteBuilder endpoints,
        [StringSyntax("Route")] string pattern,
        IEnumerable<string> methods,
        Delegate handler
    )
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(handler);
        return endpoints.MapMethods(pattern, methods, NotYetBound).BindLater(handler, endpoints.ServiceProvider);
    }

    /// <summary>Maps a handler for all methods that no other endpoint with this path takes.</summary>
    /// <param name="endpoints">The group.</param>
    /// <param name="pattern">The path.</param>
    /// <param name="handler">Any method that the framework can bind.</param>
    public static IEndpointConventionBuilder MapHandler(
        this IEndpointRouteBuilder endpoints,
        [StringSyntax("Route")] string pattern,
        Delegate handler
    )
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(handler);
        return endpoints.Map(pattern, NotYetBound).BindLater(handler, endpoints.ServiceProvider);
    }

    private static IEndpointConventionBuilder BindLater(
        this IEndpointConventionBuilder route,
        Delegate handler,
        IServiceProvider services
    )
    {
        // The filters of the groups are known here; taken out, since the framework would bind what has any at once.
        route.Add(endpoint =>
        {
            var filters = endpoint.FilterFactories.ToList();
            endpoint.FilterFactories.Clear();
            var bound = new BoundHandler(new(() => Bind(handler, (RouteEndpointBuilder)endpoint, filters, services)));
            endpoint.RequestDelegate = http => bound.Invoke.Value(http);
            endpoint.Metadata.Add(handler.Method);
            foreach (var attribute in handler.Method.GetCustomAttributes(inherit: false))
                endpoint.Metadata.Add(attribute);
            endpoint.Metadata.Add(bound);
            endpoint.DisplayName = $"{endpoint.DisplayName} => {handler.Method.Name}";
        });
        route.Finally(endpoint =>
        {
            if (endpoint.FilterFactories.Count > 0)
                throw new InvalidOperationException(
                    $"{endpoint.DisplayName}: a filter stands on the group of a handler."
                );
        });
        return route;
    }

    private static RequestDelegate Bind(
        Delegate handler,
        RouteEndpointBuilder endpoint,
        IReadOnlyList<Func<EndpointFilterFactoryContext, EndpointFilterDelegate, EndpointFilterDelegate>> filters,
        IServiceProvider services
    )
    {
        var target = new RouteEndpointBuilder(null, endpoint.RoutePattern, endpoint.Order)
        {
            ApplicationServices = services,
        };
        foreach (var filter in filters)
            target.FilterFactories.Add(filter);
        var options = new RequestDelegateFactoryOptions
        {
            ServiceProvider = services,
            RouteParameterNames = endpoint.RoutePattern.Parameters.Select(parameter => parameter.Name),
            EndpointBuilder = target,
            // Bodies are read within limits, which the framework's own reading does not know.
            DisableInferBodyFromParameters = true,
        };
        return RequestDelegateFactory.Create(handler, options).RequestDelegate;
    }

    private static Task NotYetBound(HttpContext http) =>
        throw new InvalidOperationException($"{http.GetEndpoint()} was not bound.");
}

/// <summary>Stands among the metadata of an endpoint whose handler is bound late.</summary>
/// <param name="Invoke">Binds the handler when it is first asked for, or throws where a parameter can come from nowhere.</param>
public sealed record BoundHandler(Lazy<RequestDelegate> Invoke);
