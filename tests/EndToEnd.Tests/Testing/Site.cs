using Api.Tests.Testing;

namespace EndToEnd.Tests.Testing
{
    /// <summary>One running service for all tests that only look.</summary>
    internal static class Site
    {
        private static readonly Lazy<RunningService> Started = new(() => new RunningService());

        /// <summary>The address of the service.</summary>
        public static Uri Home => Started.Value.Client.BaseAddress!;

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
