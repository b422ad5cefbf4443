using Api.Tests.Access;
using Api.Tests.Testing;
using EndToEnd.Tests.Testing;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Tests.Testing
{
    /// <summary>A running service as people with browsers know it.</summary>
    internal sealed class Site : IDisposable
    {
        private static readonly Lazy<Site> Looking = new(() => new Site());
        private static readonly Lazy<Site> Changing = new(() => new Site());

        // The windows of all tests come from one address.
        private readonly RunningService service = new(new() { ["RateLimits:Enabled"] = "false" });
        private readonly Lazy<Task<string>> keeper;

        /// <summary>Starts a service of its own, for tests that others would disturb.</summary>
        public Site()
        {
            keeper = new(async () =>
            {
                var (_, name) = await service.UserAsync(superuser: true);
                await using var visit = await VisitAsAsync(name);
                return await visit.StateAsync();
            });
        }

        /// <summary>One service for all tests that only look.</summary>
        public static Site ToRead => Looking.Value;

        /// <summary>One service for all tests that change nothing but records of their own.</summary>
        public static Site ToChange => Changing.Value;

        /// <summary>The service.</summary>
        public RunningService Service => service;

        /// <summary>A client of the service.</summary>
        public HttpClient Client => service.Client;

        /// <summary>The address of the service, by a name: no passkey is good for a number.</summary>
        public Uri Home => new UriBuilder(service.Client.BaseAddress!) { Host = "localhost" }.Uri;

        /// <summary>Opens a window in which somebody is signed in who may do everything; all such windows are one session.</summary>
        public async Task<Visit> KeeperAsync(bool dark = false, bool script = true, int width = 1280) =>
            await Visit.BeginAsync(Home, dark, script, width: width, state: await keeper.Value);

        /// <summary>Opens a window in which a user is signed in.</summary>
        public async Task<Visit> VisitAsAsync(string name, bool dark = false, bool script = true, int width = 1280)
        {
            var visit = await Visit.BeginAsync(Home, dark, script, width: width);
            await visit.OpenAsync("/admin/login");
            await visit.SignInAsync(name, People.Password);
            // Not WaitForURLAsync, which also waits for an event that may have passed.
            await Expect(visit.Page).ToHaveURLAsync($"{Home}admin/");
            return visit;
        }

        public void Dispose() => service.Dispose();

        /// <summary>Stops the shared services at the end of the run.</summary>
        public static void StopShared()
        {
            foreach (var site in (Lazy<Site>[])[Looking, Changing])
            {
                if (site.IsValueCreated)
                    site.Value.Dispose();
            }
        }
    }
}

[SetUpFixture]
internal sealed class StopSites
{
    [OneTimeTearDown]
    public void Stop() => Site.StopShared();
}
