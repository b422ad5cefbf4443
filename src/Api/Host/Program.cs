using Host;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Shared.Api;
using Shared.Api.Http;
using Shared.Application;

try
{
    var builder = WebApplication.CreateBuilder(HostSetup.Options(args));
    var modules = Modules.Find(builder.Configuration);
    builder.UseDefaultUrl();
    builder.UseLimits();
    modules.Install(builder.Services, builder.Configuration);
    builder.Services.AddHealthChecks().AddCheck<ReadinessCheck>("storage", tags: [ReadinessCheck.Tag]);

    var app = builder.Build();
    app.UseExceptionHandler(new ExceptionHandlerOptions { SuppressDiagnosticsCallback = _ => false });
    app.UseStatusCodePages();
    app.UseSecurityHeaders();
    app.UseRequestTimeouts();
    app.UseWaitUntilReady(app.Services.GetRequiredService<Readiness>());

    app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
    app.MapHealthChecks(
        "/health/ready",
        new HealthCheckOptions { Predicate = c => c.Tags.Contains(ReadinessCheck.Tag) }
    );
    app.MapGet("/", () => Results.Redirect("/country/")).ExcludeFromDescription();
    app.MapSharedApi();
    foreach (var module in modules.Api)
        module.Map(app);

    app.SayWhereItListens();
    await app.RunAsync();
    return 0;
}
catch (Exception e) when (StartFailure.Explain(e) is { } sentence)
{
    await Console.Error.WriteLineAsync(sentence);
    return 1;
}
