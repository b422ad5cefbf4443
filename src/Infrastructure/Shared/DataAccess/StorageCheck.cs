using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Shared.Application;

namespace Shared.Infrastructure.DataAccess;

/// <summary>
/// Whether a module's database can be reached. Where it cannot, the service is degraded, not unhealthy: reads come from
/// memory and go on.
/// </summary>
internal sealed class StorageCheck<TContext>(IServiceScopeFactory scopes, Readiness readiness) : IHealthCheck
    where TContext : ModuleDbContext
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    )
    {
        if (!readiness.IsReady)
            return HealthCheckResult.Unhealthy();
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<TContext>().Database;
        return await database.CanConnectAsync(cancellationToken)
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Degraded();
    }
}
