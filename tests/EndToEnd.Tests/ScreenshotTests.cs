using EndToEnd.Tests.Testing;

namespace EndToEnd.Tests;

/// <summary>
/// Takes the pictures of the pages. They go to <c>artifacts/screenshots</c>; with the variable
/// <c>COUNTRIES_SCREENSHOTS</c> (see <c>eng/screenshots</c>) to the folder that it names.
/// </summary>
[TestFixture]
[Parallelizable(ParallelScope.All)]
internal sealed class ScreenshotTests
{
    private const int Desktop = 1280;
    private const int Phone = 390;

    private static readonly string Folder =
        Environment.GetEnvironmentVariable("COUNTRIES_SCREENSHOTS")
        ?? Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "screenshots");

    [TestCase("world", "/")]
    [TestCase("world-dark", "/?by=region", true)]
    [TestCase("world-phone", "/", false, Phone)]
    [TestCase("search", "/?q=guinea")]
    [TestCase("nothing-found", "/?q=qqqqqq", true, Phone)]
    [TestCase("country", "/explore/countries/DE")]
    [TestCase("country-dark-phone", "/explore/countries/HR", true, Phone)]
    [TestCase("country-arabic", "/explore/countries/EG?lang=ar")]
    [TestCase("country-long", "/explore/countries/BR?lang=pt")]
    [TestCase("country-island", "/explore/countries/MT")]
    [TestCase("currency", "/explore/currencies/EUR?on=2000-01-01")]
    [TestCase("currency-dark", "/explore/currencies/USD", true)]
    [TestCase("currency-phone", "/explore/currencies/DEM", false, Phone)]
    [TestCase("currencies", "/explore/currencies")]
    [TestCase("not-found", "/explore/countries/Swizerland", false, Desktop, 404)]
    [TestCase("list", "/country/")]
    public async Task A_picture_is_taken(
        string name,
        string path,
        bool dark = false,
        int width = Desktop,
        int status = 200
    )
    {
        await using var visit = await Visit.BeginAsync(Site.Home, dark, width: width);
        var page = await visit.OpenAsync(path, status);
        var picture = await page.ScreenshotAsync(
            new()
            {
                Path = Path.Combine(Folder, $"{name}.png"),
                Clip = new() { Width = width, Height = 1600 },
                FullPage = true,
            }
        );
        Assert.That(picture, Has.Length.GreaterThan(5_000));
    }
}
