using Host;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Shared.Api;
using Shared.Api.Http;
using Shared.Api.V1;
using Shared.Application;

try
{
    var builder = WebApplication.CreateBuilder(HostSetup.Options(args));
    var modules = Modules.Find(builder.Configuration);
    builder.UseDefaultUrl();
    builder.UseLimits();
    modules.Install(builder.Services, builder.Configuration);
    builder.Services.AddHealthChecks().AddCheck<StoppingCheck>("stopping");

    var app = builder.Build();
    app.UseExceptionHandler();
    app.UseStatusCodePages();
    app.UseSecurityHeaders();
    app.UseRequestTimeouts();
    app.UseV1Options();
    app.UseWaitUntilReady(app.Services.GetRequiredService<Readiness>());

    app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
    app.MapHealthChecks("/health/ready");
    app.MapSharedApi();
    foreach (var module in modules.Api)
        module.Map(app);

    app.SayWhereItListens();
    await app.RunAsync();
    return 0;
}
catch (OperationCanceledException)
{
    // It was asked to stop while it was starting.
    return 0;
}
catch (Exception e) when (StartFailure.Explain(e) is { } sentence)
{
    await Console.Error.WriteLineAsync(sentence);
    return 1;
}
