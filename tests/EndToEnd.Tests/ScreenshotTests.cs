using EndToEnd.Tests.Testing;

namespace EndToEnd.Tests;

/// <summary>Takes the pictures of the pages that are open to all.</summary>
[TestFixture]
[Parallelizable(ParallelScope.All)]
internal sealed class ScreenshotTests
{
    [TestCase("world", "/")]
    [TestCase("world-dark", "/?by=region", true)]
    [TestCase("world-phone", "/", false, Picture.Phone)]
    [TestCase("search", "/?q=guinea")]
    [TestCase("nothing-found", "/?q=qqqqqq", true, Picture.Phone)]
    [TestCase("country", "/explore/countries/DE")]
    [TestCase("country-dark-phone", "/explore/countries/HR", true, Picture.Phone)]
    [TestCase("country-arabic", "/explore/countries/EG?lang=ar")]
    [TestCase("country-long", "/explore/countries/BR?lang=pt")]
    [TestCase("country-island", "/explore/countries/MT")]
    [TestCase("currency", "/explore/currencies/EUR?on=2000-01-01")]
    [TestCase("currency-dark", "/explore/currencies/USD", true)]
    [TestCase("currency-phone", "/explore/currencies/DEM", false, Picture.Phone)]
    [TestCase("currencies", "/explore/currencies")]
    [TestCase("not-found", "/explore/countries/Swizerland", false, Picture.Desktop, 404)]
    [TestCase("list", "/country/")]
    public async Task A_picture_is_taken(
        string name,
        string path,
        bool dark = false,
        int width = Picture.Desktop,
        int status = 200
    )
    {
        await using var visit = await Visit.BeginAsync(Site.ToRead.Home, dark, width: width);
        await Picture.TakeAsync(await visit.OpenAsync(path, status), name);
    }
}
