using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Shared.Api;
using Shared.Api.Http;
using Shared.Application;
using Shared.Infrastructure;

namespace Host;

/// <summary>The settings of the server itself.</summary>
internal static class HostSetup
{
    private const string DefaultUrl = "http://localhost:5080";

    /// <summary>Finds the settings files beside the program when it is started from another folder.</summary>
    public static WebApplicationOptions Options(string[] args) =>
        File.Exists("appsettings.json")
            ? new() { Args = args }
            : new() { Args = args, ContentRootPath = AppContext.BaseDirectory };

    /// <summary>Listens on the default address where the configuration names none.</summary>
    public static void UseDefaultUrl(this WebApplicationBuilder builder)
    {
        string[] keys = [WebHostDefaults.ServerUrlsKey, WebHostDefaults.HttpPortsKey, WebHostDefaults.HttpsPortsKey];
        if (
            keys.All(key => string.IsNullOrEmpty(builder.Configuration[key]))
            && !builder.Configuration.GetSection("Kestrel:Endpoints").Exists()
        )
            builder.WebHost.UseUrls(DefaultUrl);
    }

    /// <summary>Applies <see cref="HttpLimits"/> to the server.</summary>
    public static void UseLimits(this WebApplicationBuilder builder)
    {
        var limits = builder.Configuration.GetSection("Limits").Get<HttpLimits>() ?? new HttpLimits();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // Endpoints read their bodies through BoundedBody, which answers 413; the server would cut the connection.
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.MaxRequestHeadersTotalSize = limits.HeaderBytes;
            kestrel.Limits.RequestHeadersTimeout = limits.HeaderTimeout;
            kestrel.Limits.KeepAliveTimeout = limits.KeepAlive;
            kestrel.Limits.MaxConcurrentConnections = limits.Connections;
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = limits.StopTimeout);
    }

    /// <summary>Writes one line when the service is up, and a warning where anybody may write.</summary>
    public static void SayWhereItListens(this WebApplication app) =>
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>();
            app.Logger.LogInformation(
                "Countries listens on {Addresses} and keeps its data in {Storage}",
                string.Join(", ", addresses?.Addresses ?? []),
                app.Services.GetRequiredService<StorageLocation>().Description
            );
            if (app.Services.GetRequiredService<AccessOptions>().AnonymousWrites)
                app.Logger.LogWarning(
                    "Anybody may add countries at /country/, since Access:AnonymousWrites is on; set it to false where strangers can reach this address"
                );
        });
}

/// <summary>Answers whether the service can take requests.</summary>
internal sealed class ReadinessCheck(Readiness readiness, IHostApplicationLifetime lifetime) : IHealthCheck
{
    public const string Tag = "ready";

    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    ) =>
        Task.FromResult(
            readiness.IsReady && !lifetime.ApplicationStopping.IsCancellationRequested
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy()
        );
}
