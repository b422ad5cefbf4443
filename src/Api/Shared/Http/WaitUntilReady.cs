using Microsoft.AspNetCore.Builder;
using Shared.Application;

namespace Shared.Api.Http;

/// <summary>Lets requests that come while the storage is being prepared wait for it, instead of turning them away.</summary>
public static class WaitUntilReady
{
    /// <summary>Puts the wait before all endpoints but those under <c>/health</c>.</summary>
    public static IApplicationBuilder UseWaitUntilReady(this IApplicationBuilder app, Readiness readiness) =>
        app.Use(
            async (context, next) =>
            {
                if (!readiness.IsReady && !context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal))
                    await readiness.WhenReady.WaitAsync(context.RequestAborted);
                await next(context);
            }
        );
}
