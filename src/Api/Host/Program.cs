using Host;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Shared.Api;
using Shared.Api.Access;
using Shared.Api.Http;
using Shared.Api.V1;
using Shared.Application;

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
    builder.Services.DoNothingInTheBuild();

    var app = builder.Build();
    app.BeginWhatTakesLong();
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
    await app.RunOrStopAsync();
    return 0;
}
catch (Exception e) when (StartFailure.Explain(e) is { } sentence)
{
    await Console.Error.WriteLineAsync(sentence);
    return 1;
}
