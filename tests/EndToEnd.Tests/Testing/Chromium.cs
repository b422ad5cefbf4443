using Microsoft.Playwright;

namespace EndToEnd.Tests.Testing
{
    /// <summary>The browser, started once for the whole run when the first test needs it.</summary>
    internal static class Chromium
    {
        /// <summary>A variable that names the program, where it is not Debian's.</summary>
        private const string Variable = "COUNTRIES_TEST_CHROMIUM";

        private const string Debians = "/usr/bin/chromium";

        // No sandbox, since CI runs as root; and nothing that asks other hosts by itself.
        private static readonly string[] Flags =
        [
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            // Each window would bring two pages of the browser's own frame, which nobody sees. The list takes the place of the
            // driver's own, so what of that matters here stands in it too.
            "--disable-features=PreloadTopChromeWebUI,InitialWebUI,WebUIOmniboxPopup,Translate,OptimizationHints,MediaRouter,HttpsUpgrades,PaintHolding",
        ];

        private static readonly Lazy<Task<(IPlaywright Driver, IBrowser Browser)>> Started = new(StartAsync);

        /// <summary>Skips all tests where there is no browser, or nobody asks for tests that take minutes; each says why.</summary>
        public static void SkipWhereItIsNotWanted()
        {
            if (!File.Exists(Program))
                Assert.Ignore(
                    $"There is no Chromium at {Program}. 'eng/browser' installs it (Debian, root); elsewhere {Variable} names it."
                );
            if (!LongAttribute.IsAskedFor)
                Assert.Ignore(LongAttribute.Reason);
        }

        /// <summary>The browser.</summary>
        public static async Task<IBrowser> BrowserAsync() => (await Started.Value).Browser;

        /// <summary>Ends the browser at the end of the run.</summary>
        public static async Task StopAsync()
        {
            if (!Started.IsValueCreated)
                return;
            var (driver, browser) = await Started.Value;
            await browser.CloseAsync();
            driver.Dispose();
        }

        private static string Program =>
            Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named : Debians;

        private static async Task<(IPlaywright Driver, IBrowser Browser)> StartAsync()
        {
            var driver = await Playwright.CreateAsync();
            return (driver, await driver.Chromium.LaunchAsync(new() { ExecutablePath = Program, Args = Flags }));
        }
    }
}

[SetUpFixture]
internal sealed class WholeRun
{
    [OneTimeSetUp]
    public void Start() => EndToEnd.Tests.Testing.Chromium.SkipWhereItIsNotWanted();

    [OneTimeTearDown]
    public Task Stop() => EndToEnd.Tests.Testing.Chromium.StopAsync();
}
