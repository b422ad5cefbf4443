using EndToEnd.Tests.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Shared.Api.Admin;

namespace EndToEnd.Tests;

/// <summary>What must hold on every page.</summary>
[TestFixture]
[Parallelizable(ParallelScope.All)]
internal sealed class EveryPageTests
{
    private const int Phone = 360;

    private static readonly string[] AdminPages =
    [
        "/admin/",
        "/admin/password",
        "/admin/passkeys",
        "/admin/countries/",
        "/admin/countries/?q=guinea&sort=-name",
        "/admin/countries/?region=Mars",
        "/admin/countries/add",
        "/admin/countries/HR/change",
        "/admin/countries/HR/delete",
        "/admin/countries/HR/history",
        "/admin/currencies/",
        "/admin/currencies/CHF/change",
        "/admin/history/",
        "/admin/outbox/",
        "/admin/access/users/",
        "/admin/access/users/add",
        "/admin/access/groups/",
        "/admin/access/groups/add",
        "/admin/access/keys/",
        "/admin/access/keys/add",
    ];

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
        await using var visit = await Visit.BeginAsync(Site.ToRead.Home);
        await visit.OpenAsync(path, status);
        await LookAsync(visit);
    }

    [TestCaseSource(nameof(AdminPages))]
    public async Task Axe_finds_no_violation_in_the_admin_and_a_phone_shows_it_whole(string path)
    {
        await using var visit = await Site.ToChange.KeeperAsync();
        await visit.OpenAsync(path, path.Contains("Mars", StringComparison.Ordinal) ? 400 : 200);
        await LookAsync(visit);
    }

    [Test]
    public void No_resource_of_the_admin_is_left_out()
    {
        var lists = Site
            .ToChange.Service.Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.Select(endpoint => endpoint.Metadata.GetMetadata<AdminModel>()?.Address)
            .OfType<string>();

        Assert.That(AdminPages, Is.SupersetOf(lists));
    }

    [Test]
    public async Task A_planted_fault_is_found()
    {
        await using var visit = await Visit.BeginAsync(Site.ToRead.Home, width: Phone);
        var page = await visit.OpenAsync("/country/");
        await page.EvaluateAsync("document.querySelector('#country_name').removeAttribute('id')");
        await page.EvaluateAsync("document.querySelector('h1').style.width = '500px'");

        Assert.That(await visit.ViolationsAsync(), Has.One.StartsWith("label:"));
        Assert.That(await visit.OverflowAsync(), Does.Contain("H1"));
    }

    private static async Task LookAsync(Visit visit)
    {
        Assert.That(await visit.ViolationsAsync(), Is.Empty);
        // Nothing but the colours is another one at night.
        await visit.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        Assert.That(await visit.ViolationsAsync("color-contrast"), Is.Empty, "dark");
        await visit.Page.SetViewportSizeAsync(Phone, 800);
        Assert.That(await visit.OverflowAsync(), Is.Empty, "wider than a phone");
    }
}
