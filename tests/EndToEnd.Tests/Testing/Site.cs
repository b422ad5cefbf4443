using Api.Tests.Testing;

namespace EndToEnd.Tests.Testing
{
    /// <summary>One running service for all tests that only look.</summary>
    internal static class Site
    {
        // The windows of all tests come from one address.
        private static readonly Lazy<RunningService> Started = new(() =>
            new RunningService(new() { ["RateLimits:Enabled"] = "false" })
        );

        /// <summary>The address of the service.</summary>
        public static Uri Home => Started.Value.Client.BaseAddress!;

        /// <summary>A client of the service.</summary>
        public static HttpClient Client => Started.Value.Client;

        /// <summary>Stops the service at the end of the run.</summary>
        public static void Stop()
        {
            if (Started.IsValueCreated)
                Started.Value.Dispose();
        }
    }
}

[SetUpFixture]
internal sealed class StopSite
{
    [OneTimeTearDown]
    public void Stop() => EndToEnd.Tests.Testing.Site.Stop();
}
