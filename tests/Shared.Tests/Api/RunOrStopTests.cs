using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Shared.Api.Http;
using Shared.Tests.Testing;

namespace Shared.Tests.Api;

/// <summary>A start that fails says why, and nothing else.</summary>
[TestFixture]
internal sealed class RunOrStopTests
{
    [Test]
    public async Task A_start_that_is_cancelled_without_being_asked_to_stop_has_failed()
    {
        var builder = SilentBuilder();
        builder.Services.AddHostedService<Cancelled>();

        await Assert.ThrowsAsync<TaskCanceledException>(() => builder.Build().RunOrStopAsync());
    }

    [Test]
    public async Task A_start_that_is_asked_to_stop_has_not_failed()
    {
        var builder = SilentBuilder();
        builder.Services.AddHostedService<StopsItself>();

        await builder.Build().RunOrStopAsync();
    }

    [Test]
    public async Task Work_beside_requests_is_no_fault_when_the_start_fails()
    {
        using var log = new LogRecorder();
        var builder = SilentBuilder();
        builder.Logging.AddProvider(log);
        builder.Services.AddSingleton(new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        builder.Services.AddHostedService<Work>();
        builder.Services.AddHostedService<NoStart>();

        var failure = await Assert.ThrowsAsync<TimeoutException>(() => builder.Build().RunOrStopAsync());

        Assert.That(failure!.Message, Is.EqualTo("planted"));
        Assert.That(log.Entries, Has.None.StartWith("Critical"));
        Assert.That(log.Entries, Has.One.StartWith("Error"), "what the host says of the failure itself");
    }

    private static WebApplicationBuilder SilentBuilder()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        return builder;
    }

    /// <summary>Ends in the call that cancels it, so that the host has reported on it when that returns.</summary>
    private sealed class Work(TaskCompletionSource begun) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            var cancelled = new TaskCompletionSource();
            await using var registration = stoppingToken.Register(() => cancelled.SetCanceled(stoppingToken));
            begun.SetResult();
            await cancelled.Task;
        }
    }

    private sealed class Cancelled : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) =>
            Task.FromException(new TaskCanceledException("planted"));

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private sealed class StopsItself(IHostApplicationLifetime lifetime) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            lifetime.StopApplication();
            return Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private sealed class NoStart(TaskCompletionSource begun) : IHostedService
    {
        public async Task StartAsync(CancellationToken cancellationToken)
        {
            await begun.Task;
            throw new TimeoutException("planted");
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
