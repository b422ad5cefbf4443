using Api.Tests.Testing;
using EndToEnd.Tests.Testing;
using Microsoft.Playwright;

namespace EndToEnd.Tests;

/// <summary>The admin in a real browser.</summary>
[TestFixture]
[Parallelizable(ParallelScope.Children)]
internal sealed class AdminTests
{
    private const string Bad = "<img src=x onerror=alert(1)>";
    private static readonly string[] Pages =
    [
        "/admin/",
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
        "/admin/access/groups/add",
        "/admin/access/keys/",
        "/admin/access/keys/add",
    ];

    private RunningService service = null!;
    private string key = "";

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        service = new RunningService();
        key = await service.KeyAsync(
            "countries:view",
            "countries:write",
            "currencies:view",
            "currencies:write",
            "history:view",
            "outbox:view",
            "users:view",
            "users:write",
            "groups:view",
            "groups:write",
            "keys:view",
            "keys:write"
        );
        // Some history to look at.
        await using var visit = await VisitAsync();
        await visit.OpenAsync("/admin/currencies/CHE/change");
        await visit.Page.FillAsync("#name", Bad);
        await SaveAsync(visit.Page);
    }

    [OneTimeTearDown]
    public ValueTask StopAsync() => service.DisposeAsync();

    [Test]
    public async Task Axe_finds_no_violation([ValueSource(nameof(Pages))] string path, [Values] bool dark)
    {
        await using var visit = await VisitAsync(dark);
        await visit.OpenAsync(path, path.Contains("Mars", StringComparison.Ordinal) ? 400 : 200);
        Assert.That(await visit.ViolationsAsync(), Is.Empty);
    }

    [Test]
    public async Task Nothing_is_wider_than_the_window_of_a_phone([ValueSource(nameof(Pages))] string path)
    {
        await using var visit = await VisitAsync(width: 360);
        await visit.OpenAsync(path, path.Contains("Mars", StringComparison.Ordinal) ? 400 : 200);
        Assert.That(await visit.OverflowAsync(), Is.Empty);
    }

    [Test]
    public async Task A_country_is_added_changed_and_deleted_without_script()
    {
        await using var visit = await VisitAsync(script: false);
        var page = await visit.OpenAsync("/admin/countries/");
        await page.GetByRole(AriaRole.Link, new() { Name = "Add country" }).ClickAsync();
        await page.FillAsync("#name", "Sealand");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a row to Currencies" }).ClickAsync();
        await page.GetByLabel("Code of row 1").FillAsync("GBP");
        await page.GetByLabel("From of row 1").FillAsync("1967-09-02");
        await page.GetByLabel("Independent").CheckAsync();
        // The key Enter saves.
        await page.PressAsync("#name", "Enter");
        await Assertions
            .Expect(page.GetByRole(AriaRole.Status).First)
            .ToHaveTextAsync("The country “Sealand” was added.");

        await page.FillAsync("#q", "sealand");
        await page.PressAsync("#q", "Enter");
        await page.GetByRole(AriaRole.Link, new() { Name = "Sealand", Exact = true }).ClickAsync();
        await page.FillAsync("#population", "27");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save and continue editing" }).First.ClickAsync();
        await Assertions.Expect(page.Locator("#population")).ToHaveValueAsync("27");
        await Assertions.Expect(page.GetByLabel("From of row 1")).ToHaveValueAsync("1967-09-02");

        await page.GetByRole(AriaRole.Link, new() { Name = "Delete" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Yes, delete" }).ClickAsync();
        await Assertions
            .Expect(page.GetByRole(AriaRole.Status).First)
            .ToHaveTextAsync("The country “Sealand” was deleted.");
    }

    [Test]
    public async Task An_error_stands_beside_its_field_and_is_led_to()
    {
        await using var visit = await VisitAsync();
        var page = await visit.OpenAsync("/admin/currencies/add");
        await page.FillAsync("#code", "dollar");
        await SaveAsync(page);

        await Assertions.Expect(page.Locator("#code")).ToHaveAttributeAsync("aria-invalid", "true");
        await Assertions.Expect(page.Locator("#code-error")).ToContainTextAsync("three letters");
        Assert.That(await visit.ViolationsAsync(), Is.Empty);
        await page.GetByRole(AriaRole.Alert).GetByRole(AriaRole.Link, new() { Name = "Code" }).ClickAsync();
        Assert.That(page.Url, Does.EndWith("#code"));
        visit.Forget();
    }

    [Test]
    public async Task Two_editors_of_one_record_see_both_changes_and_decide()
    {
        await using var ann = await VisitAsync();
        await using var bob = await VisitAsync();
        var annsPage = await ann.OpenAsync("/admin/currencies/USD/change");
        var bobsPage = await bob.OpenAsync("/admin/currencies/USD/change");
        await annsPage.FillAsync("#name", "Ann's dollar");
        await SaveAsync(annsPage);
        await bobsPage.FillAsync("#name", "Bob's dollar");
        await bobsPage.FillAsync("#narrowSymbol", "B$");
        await SaveAsync(bobsPage);

        var both = bobsPage.GetByRole(AriaRole.Region, new() { Name = "Both changes" });
        await Assertions.Expect(both).ToContainTextAsync("US Dollar");
        await Assertions.Expect(both).ToContainTextAsync("Ann's dollar");
        await Assertions.Expect(both).ToContainTextAsync("Bob's dollar");
        Assert.That(await bob.ViolationsAsync(), Is.Empty);
        await bobsPage.GetByLabel("Take theirs of Name").CheckAsync();
        await SaveAsync(bobsPage);

        await bobsPage.GotoAsync("/admin/currencies/USD/change");
        await Assertions.Expect(bobsPage.Locator("#name")).ToHaveValueAsync("Ann's dollar");
        await Assertions.Expect(bobsPage.Locator("#narrowSymbol")).ToHaveValueAsync("B$");
        bob.Forget();
    }

    [Test]
    public async Task What_would_be_markup_runs_nothing()
    {
        await using var visit = await VisitAsync();
        var said = new List<string>();
        visit.Page.Dialog += (_, dialog) =>
        {
            said.Add(dialog.Message);
            _ = dialog.DismissAsync();
        };
        foreach (
            var path in (string[])
                [
                    "/admin/",
                    "/admin/currencies/?q=CHE",
                    "/admin/currencies/CHE/change",
                    "/admin/currencies/CHE/history",
                    "/admin/currencies/CHE/delete",
                    "/admin/history/",
                ]
        )
        {
            var page = await visit.OpenAsync(path);
            Assert.That(await page.Locator("img[src=x]").CountAsync(), Is.Zero, path);
        }
        Assert.That(said, Is.Empty);
    }

    private Task<Visit> VisitAsync(bool dark = false, bool script = true, int width = 1280) =>
        Visit.BeginAsync(service.Client.BaseAddress!, dark, script, width: width, key: key);

    private static Task SaveAsync(IPage page) =>
        page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).First.ClickAsync();
}
