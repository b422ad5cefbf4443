using Host;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Shared.Api;
using Shared.Api.Access;
using Shared.Api.Http;
using Shared.Api.V1;
using Shared.Application;

var stop = CancellationToken.None;
try
{
    if (CommandLine.IsIn(args))
        return await CommandLine.RunAsync(args);

    var builder = WebApplication.CreateBuilder(HostSetup.Options(args));
    var modules = Modules.Find(builder.Configuration);
    builder.UseDefaultUrl();
    builder.UseLimits();
    modules.Install(builder.Services, builder.Configuration);
    builder.Services.AddHealthChecks().AddCheck<StoppingCheck>("stopping");

    var app = builder.Build();
    stop = app.Lifetime.ApplicationStopping;
    app.UseExceptionHandler();
    app.UseStatusCodePages();
    app.UseSecurityHeaders();
    app.UseForwardedAddresses(app.Configuration);
    app.UseRequestTimeouts();
    app.UseV1Options();
    app.UseWaitUntilReady(app.Services.GetRequiredService<Readiness>());
    app.UseAccessGate();

    app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false })
        .AllowAnonymous()
        .DisableRateLimiting();
    app.MapHealthChecks("/health/ready").AllowAnonymous().DisableRateLimiting();
    app.MapSharedApi();
    foreach (var module in modules.Api)
        module.Map(app);

    app.SayWhereItListens();
    await app.RunAsync();
    return 0;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    // It was asked to stop while it was starting.
    return 0;
}
catch (Exception e) when (StartFailure.Explain(e) is { } sentence)
{
    await Console.Error.WriteLineAsync(sentence);
    return 1;
}
