using EndToEnd.Tests.Testing;
using Microsoft.Playwright;

namespace EndToEnd.Tests;

/// <summary>What must hold on every page.</summary>
[TestFixture]
[Parallelizable(ParallelScope.All)]
internal sealed class EveryPageTests
{
    private const int Phone = 360;

    [TestCase("/")]
    [TestCase("/?by=region&lang=ar")]
    [TestCase("/?q=schweiz")]
    [TestCase("/?q=qqqqqq")]
    [TestCase("/explore/countries/DE")]
    [TestCase("/explore/countries/SA?lang=ar")]
    [TestCase("/explore/countries/AQ")]
    [TestCase("/explore/countries/DEE", 404)]
    [TestCase("/explore/currencies/EUR?on=2000-01-01")]
    [TestCase("/explore/currencies/XAU?on=yesterday")]
    [TestCase("/explore/currencies?lang=he")]
    [TestCase("/country/")]
    [TestCase("/docs/errors.md")]
    [TestCase("/admin/login")]
    public async Task Axe_finds_no_violation_and_a_phone_shows_it_whole(string path, int status = 200)
    {
        await using var visit = await Visit.BeginAsync(Site.Home);
        var page = await visit.OpenAsync(path, status);
        Assert.That(await visit.ViolationsAsync(), Is.Empty);
        // Nothing but the colours is another one at night.
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        Assert.That(await visit.ViolationsAsync("color-contrast"), Is.Empty, "dark");
        await page.SetViewportSizeAsync(Phone, 800);
        Assert.That(await visit.OverflowAsync(), Is.Empty, "wider than a phone");
    }

    [Test]
    public async Task A_planted_fault_is_found()
    {
        await using var visit = await Visit.BeginAsync(Site.Home, width: Phone);
        var page = await visit.OpenAsync("/country/");
        await page.EvaluateAsync("document.querySelector('#country_name').removeAttribute('id')");
        await page.EvaluateAsync("document.querySelector('h1').style.width = '500px'");

        Assert.That(await visit.ViolationsAsync(), Has.One.StartsWith("label:"));
        Assert.That(await visit.OverflowAsync(), Does.Contain("H1"));
    }
}
