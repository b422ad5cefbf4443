using Microsoft.AspNetCore.Builder;

namespace Shared.Api.Access;

/// <summary>
/// What an endpoint asks of its caller. Each carries one decision: <c>AllowAnonymous()</c>,
/// <see cref="RequirePermission"/> or <see cref="RequireKnownCaller"/>.
/// Without one it is refused to everybody, and a test fails. Where an endpoint carries both, the framework lets
/// it answer nothing but errors: a group that holds a closed endpoint must not be open as a whole.
/// </summary>
public static class AccessDecision
{
    /// <summary>Lets in only who may do this.</summary>
    /// <param name="endpoints">The endpoint, or a group of them.</param>
    /// <param name="permission">A resource and an action: <c>countries:change</c>.</param>
    public static TBuilder RequirePermission<TBuilder>(this TBuilder endpoints, string permission)
        where TBuilder : IEndpointConventionBuilder =>
        endpoints
            .RequireAuthorization(policy =>
                policy.RequireAuthenticatedUser().RequireAssertion(context => context.User.May(permission))
            )
            .WithMetadata(new RequiredPermission(permission));

    /// <summary>Lets in whoever is known, whatever they may do: for what is everybody's own.</summary>
    /// <param name="endpoints">The endpoint, or a group of them.</param>
    public static TBuilder RequireKnownCaller<TBuilder>(this TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder =>
        endpoints
            .RequireAuthorization(policy => policy.RequireAuthenticatedUser())
            .WithMetadata(new RequiredPermission(null));
}

/// <summary>What an endpoint asks of its caller.</summary>
/// <param name="Permission">A resource and an action: <c>countries:change</c>; none where it is enough to be known.</param>
public sealed record RequiredPermission(string? Permission);
