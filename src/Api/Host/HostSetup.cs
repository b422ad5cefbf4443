using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Shared.Api.Http;
using Shared.Api.V1.Documents;
using Shared.Application;
using Shared.Infrastructure;

namespace Host;

/// <summary>The settings of the server itself.</summary>
internal static class HostSetup
{
    private const string DefaultUrl = "http://localhost:5080";
    private const StringSplitOptions Split = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;

    /// <summary>Finds the settings files beside the program, unless it is started in its own project's folder.</summary>
    public static WebApplicationOptions Options(string[] args) =>
        File.Exists("Host.csproj") || args.Any(a => a.StartsWith("--contentRoot", StringComparison.OrdinalIgnoreCase))
            ? new() { Args = args }
            : new() { Args = args, ContentRootPath = AppContext.BaseDirectory };

    /// <summary>Listens on the default address where the configuration names none.</summary>
    /// <exception cref="InvalidSettingException">An address that it names is none.</exception>
    public static void UseDefaultUrl(this WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        string[] keys = [WebHostDefaults.ServerUrlsKey, WebHostDefaults.HttpPortsKey, WebHostDefaults.HttpsPortsKey];
        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren().ToList();
        if (keys.All(key => string.IsNullOrEmpty(configuration[key])) && endpoints.Count == 0)
            builder.WebHost.UseUrls(DefaultUrl);
        foreach (var url in (configuration[WebHostDefaults.ServerUrlsKey] ?? "").Split(';', Split))
            CheckAddress("Urls", url);
        foreach (var endpoint in endpoints)
            CheckAddress($"{endpoint.Path}:Url", endpoint["Url"] ?? "");
        foreach (var certificate in configuration.GetSection("Kestrel:Certificates").GetChildren())
            CheckCertificate(certificate);
        foreach (var endpoint in endpoints)
            CheckCertificate(endpoint.GetSection("Certificate"));
    }

    private static void CheckCertificate(IConfigurationSection certificate)
    {
        if (certificate["Path"] is { Length: > 0 } file && !File.Exists(file))
            throw new InvalidSettingException($"{certificate.Path}:Path names {file}, which is no file.");
    }

    /// <summary>The server would find it out only when it begins to listen, and say it as a bug says it.</summary>
    private static void CheckAddress(string key, string url)
    {
        try
        {
            var address = BindingAddress.Parse(url);
            if (address.Scheme.ToLowerInvariant() is not ("http" or "https"))
                throw new FormatException($"'{url}' is neither http nor https.");
            if (address.Port is < IPEndPoint.MinPort or > IPEndPoint.MaxPort)
                throw new FormatException($"'{url}' has no port from {IPEndPoint.MinPort} to {IPEndPoint.MaxPort}.");
        }
        catch (FormatException e)
        {
            throw new InvalidSettingException($"{key} must be an address such as {DefaultUrl}: {e.Message}", e);
        }
    }

    /// <summary>Applies <see cref="HttpLimits"/> to the server.</summary>
    public static void UseLimits(this WebApplicationBuilder builder)
    {
        var limits = HttpLimits.From(builder.Configuration);
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

    /// <summary>Leaves out all work beside requests where the build makes the document: a build touches no storage.</summary>
    public static void DoNothingInTheBuild(this IServiceCollection services)
    {
        if (!V1Document.IsBeingMade)
            return;
        foreach (var work in services.Where(service => service.ServiceType == typeof(IHostedService)).ToList())
        {
            if (
                work.ImplementationType?.FullName?.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal) != true
            )
                services.Remove(work);
        }
    }

    /// <summary>Begins, beside what the start does next, what takes long. The build that makes the document has no use for it.</summary>
    public static void BeginWhatTakesLong(this WebApplication app)
    {
        if (!V1Document.IsBeingMade)
            app.Services.BeginStorageModels();
    }

    /// <summary>Writes one line when the service is up.</summary>
    public static void SayWhereItListens(this WebApplication app) =>
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>();
            app.Logger.LogInformation(
                "Countries listens on {Addresses} and keeps its data in {Storage}",
                string.Join(", ", addresses?.Addresses ?? []),
                app.Services.GetRequiredService<StorageLocation>().Description
            );
        });
}

/// <summary>Whether the service goes on: a load balancer must stop sending requests to one that is about to stop.</summary>
internal sealed class StoppingCheck(IHostApplicationLifetime lifetime) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    ) =>
        Task.FromResult(
            lifetime.ApplicationStopping.IsCancellationRequested
                ? HealthCheckResult.Unhealthy()
                : HealthCheckResult.Healthy()
        );
}
