using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;

namespace Shared.Api.Http;

/// <summary>Runs the service, and stops what had begun where its start fails.</summary>
public static class RunOrStop
{
    /// <summary>
    /// Runs until the service is asked to stop. The host itself only throws away what a start that failed had begun: work
    /// beside requests that is cancelled so, in a host that does not stop, counts as a fault, and its report would stand
    /// beside the reason.
    /// </summary>
    /// <returns>Ends also when the service is asked to stop while it starts.</returns>
    public static async Task RunOrStopAsync(this WebApplication app)
    {
        await using var disposed = app;
        try
        {
            await app.StartAsync();
        }
        catch (Exception e)
        {
            // Before the stop, which asks for the same.
            var wasAsked = e is OperationCanceledException && app.Lifetime.ApplicationStopping.IsCancellationRequested;
            // No time for requests that wait for the start: they would wait for ever.
            await app.StopAsync(new CancellationToken(canceled: true));
            if (!wasAsked)
                throw;
            return;
        }
        await app.WaitForShutdownAsync();
    }
}
