using Microsoft.AspNetCore.Builder;

namespace Shared.Api.Access;

/// <summary>
/// What an endpoint asks of its caller. Each carries one decision: <c>AllowAnonymous()</c> or <see cref="RequireScope"/>.
/// Without one it is refused to everybody, and a test fails. Where an endpoint carries both, the framework takes the open
/// one: a group that holds a closed endpoint must not be open as a whole.
/// </summary>
public static class AccessDecision
{
    /// <summary>The claim of a caller that holds a scope; there is one for each.</summary>
    public const string ScopeClaim = "scope";

    /// <summary>Lets in only who shows a key with the scope.</summary>
    /// <param name="endpoints">The endpoint, or a group of them.</param>
    /// <param name="scope">A resource and an action: <c>countries:write</c>.</param>
    public static TBuilder RequireScope<TBuilder>(this TBuilder endpoints, string scope)
        where TBuilder : IEndpointConventionBuilder =>
        endpoints
            .RequireAuthorization(policy => policy.RequireAuthenticatedUser().RequireClaim(ScopeClaim, scope))
            .WithMetadata(new RequiredScope(scope));
}

/// <summary>The scope that an endpoint asks for.</summary>
/// <param name="Scope">The scope.</param>
public sealed record RequiredScope(string Scope);
