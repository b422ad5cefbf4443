using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;
using Shared.Api.Http;

namespace Shared.Api.Access;

/// <summary>Lets nobody in who may not come in, before an endpoint runs.</summary>
public static class AccessGate
{
    /// <summary>Installs the gate. Which credentials there are is the business of the module that knows them.</summary>
    internal static IServiceCollection AddAccessGate(this IServiceCollection services)
    {
        services.AddAuthentication();
        // An endpoint without a decision is closed to everybody.
        services
            .AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build());
        services.AddSingleton<AccessRefusals>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler>(provider =>
            provider.GetRequiredService<AccessRefusals>()
        );
        return services;
    }

    /// <summary>Finds out who sends a request, refuses it where it must be, and tells the use cases who it is.</summary>
    public static IApplicationBuilder UseAccessGate(this IApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var refusals = app.ApplicationServices.GetRequiredService<AccessRefusals>();
        // What stands in a branch the host does not see: it would put the same two before everything.
        foreach (var middleware in new[] { "Authentication", "Authorization" })
            app.Properties[$"__{middleware}MiddlewareSet"] = true;
        // Most requests show nothing and ask for what is open to all: for those there is nothing to find out.
        var fields = CredentialField.All(app.ApplicationServices);
        app.UseWhen(
            context => Array.Exists(fields, context.Request.Headers.ContainsKey),
            shown => shown.UseAuthentication()
        );
        // Before anybody is refused, so that guesses are counted too.
        app.UseRateLimits();
        app.Use(
            (context, next) =>
                context.Features.Get<BadCredentials>() is null
                    ? next(context)
                    : refusals.RefuseAsync(context, Refusal.BadCredentials)
        );
        app.UseOwnSiteOnly(refusals);
        app.UseWhen(context => !IsOpen(context), asked => asked.UseAuthorization());
        return app.UseCaller();
    }

    private static bool IsOpen(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null;
}

/// <summary>
/// A header field that may hold credentials, beside the two that HTTP has for them. A request without any such field comes
/// from nobody; its credentials are not looked for.
/// </summary>
/// <param name="Name">The name of the field.</param>
public sealed record CredentialField(string Name)
{
    internal static string[] All(IServiceProvider services) =>
        [
            HeaderNames.Authorization,
            HeaderNames.Cookie,
            .. services.GetServices<CredentialField>().Select(field => field.Name),
        ];
}

/// <summary>Put among the features of a request by whoever finds that its credentials open nothing.</summary>
public sealed record BadCredentials;

/// <summary>Says refusals: in the words of the endpoint's contract, or else as a problem.</summary>
internal sealed class AccessRefusals(IProblemDetailsService problems) : IAuthorizationMiddlewareResultHandler
{
    private const string Realm = "Bearer realm=\"countries\"";

    public Task HandleAsync(
        RequestDelegate next,
        HttpContext context,
        AuthorizationPolicy policy,
        PolicyAuthorizationResult authorizeResult
    ) =>
        // What is no route of ours is the framework's own answer (404, 405, 415), which opens nothing.
        authorizeResult.Succeeded || context.GetEndpoint() is not RouteEndpoint
            ? next(context)
            : RefuseAsync(context, authorizeResult.Forbidden ? Refusal.NoPermission : Refusal.NoCredentials);

    public async Task RefuseAsync(HttpContext context, Refusal refusal)
    {
        var metadata = context.GetEndpoint()?.Metadata;
        var permission = metadata?.GetMetadata<RequiredPermission>()?.Permission;
        context.Response.StatusCode = refusal.Status();
        context.Response.Headers.CacheControl = "no-store";
        if (refusal != Refusal.ForeignSite)
            context.Response.Headers.WWWAuthenticate = Challenge(refusal, permission);
        if (metadata?.GetMetadata<RefusalWords.Answer>() is { } answer)
        {
            await answer.Of(context, refusal).ExecuteAsync(context);
            return;
        }
        var problem = refusal switch
        {
            Refusal.NoCredentials => AccessProblems.CredentialsMissing,
            Refusal.BadCredentials => AccessProblems.CredentialsInvalid,
            Refusal.ForeignSite => AccessProblems.ForeignSite,
            _ => AccessProblems.ScopeMissing,
        };
        await problems.WriteAsync(
            new()
            {
                HttpContext = context,
                ProblemDetails =
                {
                    Status = problem.Status,
                    Detail = problem.Sentence.Replace("{permission}", permission, StringComparison.Ordinal),
                    Extensions = { ["code"] = problem.Code },
                },
            }
        );
    }

    /// <summary>RFC 6750, section 3.</summary>
    private static string Challenge(Refusal refusal, string? permission) =>
        refusal switch
        {
            Refusal.NoCredentials => Realm,
            Refusal.BadCredentials => $"{Realm}, error=\"invalid_token\"",
            _ => $"{Realm}, error=\"insufficient_scope\", scope=\"{permission}\"",
        };
}
