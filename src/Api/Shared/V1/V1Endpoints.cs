using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shared.Api.Access;
using Shared.Api.Http;

namespace Shared.Api.V1;

/// <summary>What all endpoints of the native API have in common.</summary>
public static class V1Endpoints
{
    /// <summary>The path under which the native API stands.</summary>
    public const string Path = "/api/v1";

    /// <summary>A group for a module's endpoints of the native API.</summary>
    public static RouteGroupBuilder MapV1(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        return endpoints.MapGroup(Path).AddEndpointFilter(AgreeOnFormatAsync).WithContract("v1");
    }

    /// <summary>Maps a handler that reads; HEAD is GET without the body. Its operation id is the method's name.</summary>
    /// <param name="endpoints">The group.</param>
    /// <param name="pattern">The path.</param>
    /// <param name="handler">A named method.</param>
    /// <param name="summary">What it answers, in a few words.</param>
    public static IEndpointConventionBuilder MapRead(
        this IEndpointRouteBuilder endpoints,
        string pattern,
        Delegate handler,
        string summary
    )
    {
        ArgumentNullException.ThrowIfNull(handler);
        return endpoints
            .MapHandler(pattern, Handlers.Reading, handler)
            .WithName(handler.Method.Name)
            .WithSummary(summary)
            .AllowAnonymous();
    }

    /// <summary>Maps a handler that writes, for callers with a permission only. Its operation id is the method's name.</summary>
    /// <param name="endpoints">The group.</param>
    /// <param name="method">The method.</param>
    /// <param name="pattern">The path.</param>
    /// <param name="handler">A named method.</param>
    /// <param name="permission">What the caller must be allowed to do: <c>countries:change</c>.</param>
    /// <param name="summary">What it does, in a few words.</param>
    public static IEndpointConventionBuilder MapWrite(
        this IEndpointRouteBuilder endpoints,
        string method,
        string pattern,
        Delegate handler,
        string permission,
        string summary
    )
    {
        ArgumentNullException.ThrowIfNull(handler);
        return endpoints
            .MapHandler(pattern, [method], handler)
            .WithName(handler.Method.Name)
            .WithSummary(summary)
            .RequirePermission(permission);
    }

    /// <summary>Answers OPTIONS for every path of the native API: which methods it has. The framework knows them and would say 405.</summary>
    public static IApplicationBuilder UseV1Options(this IApplicationBuilder app) =>
        app.Use(
            async (context, next) =>
            {
                await next(context);
                var (request, response) = (context.Request, context.Response);
                if (
                    response.StatusCode != StatusCodes.Status405MethodNotAllowed
                    || response.HasStarted
                    || !request.Path.StartsWithSegments(Path, StringComparison.OrdinalIgnoreCase)
                )
                    return;
                response.Headers.Allow = $"{response.Headers.Allow}, {HttpMethods.Options}";
                if (HttpMethods.IsOptions(request.Method))
                    response.StatusCode = StatusCodes.Status204NoContent;
            }
        );

    private static async ValueTask<object?> AgreeOnFormatAsync(
        EndpointFilterInvocationContext context,
        EndpointFilterDelegate next
    )
    {
        var http = context.HttpContext;
        http.Response.Headers.Vary = "Accept, Accept-Language";
        if (Format.For(http.Request) is not null)
            return await next(context);
        return TypedResults.Problem(
            $"This is served as {string.Join(", ", Format.MediaTypes)}.",
            statusCode: StatusCodes.Status406NotAcceptable
        );
    }
}
