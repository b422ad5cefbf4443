using System.Text.RegularExpressions;
using Api.Tests.Testing;
using EndToEnd.Tests.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Tests.Admin;

/// <summary>What somebody does with the records of the admin.</summary>
[TestFixture]
[Parallelizable(ParallelScope.All)]
internal sealed class ResourceTests
{
    [TestCaseSource(typeof(Resource), nameof(Resource.All))]
    public async Task Everything_that_can_be_done_with_a_resource_is_done_without_script(Resource resource)
    {
        await using var visit = await Site.ToChange.KeeperAsync(script: false);
        var page = await visit.OpenAsync(resource.Address);
        await AddAsync(page, resource);
        await FindAsync(page, resource);
        await DeleteAsync(page, resource);
    }

    [TestCaseSource(nameof(Changeable))]
    public async Task Two_editors_of_one_record_see_both_changes_and_decide(Resource resource)
    {
        resource = resource with { Word = "Clash" };
        await using var ann = await Site.ToChange.KeeperAsync();
        await using var bob = await Site.ToChange.KeeperAsync();
        var annsPage = await ann.OpenAsync($"{resource.Address}add");
        await resource.FillAsync(annsPage, 'X');
        await PressAsync(annsPage, "Save and continue editing");
        await Expect(Notice(annsPage)).ToContainTextAsync("You may go on.");
        var bobsPage = await bob.OpenAsync(new Uri(annsPage.Url).AbsolutePath);
        await annsPage.FillAsync("#name", resource.Name('Y'));
        await PressAsync(annsPage, "Save");
        await Expect(Notice(annsPage)).ToContainTextAsync("was changed.");
        await bobsPage.FillAsync("#name", resource.Name('Z'));
        if (resource.Other is var (field, text))
            await bobsPage.FillAsync(field, text);
        await PressAsync(bobsPage, "Save");

        var both = bobsPage.GetByRole(AriaRole.Region, new() { Name = "Both changes" });
        foreach (var letter in "XYZ")
            await Expect(both).ToContainTextAsync(resource.Name(letter));
        Assert.That(await bob.ViolationsAsync(), Is.Empty);
        await bobsPage.GetByLabel("Take theirs of Name").CheckAsync();
        await PressAsync(bobsPage, "Save and continue editing");

        await Expect(Notice(bobsPage)).ToContainTextAsync("was changed.");
        await Expect(bobsPage.Locator("#name")).ToHaveValueAsync(resource.Name('Y'));
        if (resource.Other is { } other)
            await Expect(bobsPage.Locator(other.Field)).ToHaveValueAsync(other.Text);
    }

    [Test]
    public async Task An_error_stands_beside_its_field_and_is_led_to()
    {
        await using var visit = await Site.ToChange.KeeperAsync();
        var page = await visit.OpenAsync("/admin/currencies/add");
        await page.FillAsync("#code", "dollar");
        await PressAsync(page, "Save");

        await Expect(page.Locator("#code")).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(page.Locator("#code-error")).ToContainTextAsync("three letters");
        Assert.That(await visit.ViolationsAsync(), Is.Empty);
        await page.GetByRole(AriaRole.Alert).GetByRole(AriaRole.Link, new() { Name = "Code" }).ClickAsync();
        Assert.That(page.Url, Does.EndWith("#code"));
    }

    [Test]
    public async Task The_audit_trail_is_searched_filtered_and_read_page_by_page()
    {
        await using var visit = await Site.ToChange.KeeperAsync(script: false);
        var page = await visit.OpenAsync("/admin/currencies/add");
        await page.FillAsync("#code", "QTR");
        await page.FillAsync("#name", "Trail Crown");
        await PressAsync(page, "Save and continue editing");
        await page.FillAsync("#symbol", "Tk");
        await PressAsync(page, "Save");

        await visit.OpenAsync("/admin/history/");
        await page.FillAsync("#q", "QTR");
        await page.SelectOptionAsync("#action", "changed");
        await PressAsync(page, "Search");
        await Expect(Rows(page)).ToHaveCountAsync(1);
        await Expect(Rows(page)).ToContainTextAsync("Symbol: nothing → Tk");

        await visit.OpenAsync("/admin/history/?q=QTR&limit=1");
        await page.GetByRole(AriaRole.Link, new() { Name = "Next page" }).ClickAsync();
        await Expect(Rows(page)).ToHaveCountAsync(1);
        await Expect(Rows(page)).ToContainTextAsync("created");
        await page.GetByRole(AriaRole.Link, new() { Name = "First page" }).ClickAsync();
        await Expect(Rows(page)).ToContainTextAsync("changed");
    }

    [Test]
    public async Task The_outbox_shows_what_is_stuck_is_filtered_and_has_it_tried_again()
    {
        Database.Execute(
            Site.ToChange.Service.Storage,
            "currencies",
            """
            INSERT INTO outbox (message_id, type, aggregate_id, payload, occurred_at, attempts, last_error, parked_at)
            VALUES ('00000000-0000-0000-0000-000000000001', 'Currencies.Contracts.CurrencyWasAdded', 'QQQ', '{}',
                    '2026-01-01 00:00:00', 10, 'Nobody could be reached.', '2026-01-01 00:00:00')
            """
        );
        await using var visit = await Site.ToChange.KeeperAsync(script: false);
        var page = await visit.OpenAsync("/admin/outbox/");
        await page.SelectOptionAsync("#state", "parked");
        await PressAsync(page, "Search");
        await Expect(Rows(page)).ToContainTextAsync("Nobody could be reached.");
        await page.SelectOptionAsync("#state", "waiting");
        await PressAsync(page, "Search");
        await Expect(page.GetByText("QQQ")).ToHaveCountAsync(0);

        await visit.OpenAsync("/admin/outbox/?state=parked");
        await Rows(page).Filter(new() { HasText = "QQQ" }).GetByRole(AriaRole.Checkbox).CheckAsync();
        await PressAsync(page, "Try selected again");
        await Expect(Notice(page)).ToHaveTextAsync("1 event is tried again.");
    }

    private static IEnumerable<Resource> Changeable => Resource.All.Where(resource => resource.CanChange);

    /// <summary>Adds three records, each with another button, and changes the second.</summary>
    private static async Task AddAsync(IPage page, Resource resource)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = $"Add {resource.One}" }).ClickAsync();
        await PressAsync(page, "Save");
        await Expect(page.Locator("#name-error")).Not.ToBeEmptyAsync();

        await resource.FillAsync(page, 'A');
        await PressAsync(page, "Save and add another");
        await SaysAsync('A', "added", "You may add another one.");
        await GoOnAsync();
        await Expect(page.Locator("#name")).ToBeEmptyAsync();

        await resource.FillAsync(page, 'B');
        await PressAsync(page, "Save and continue editing");
        await SaysAsync('B', "added", "You may go on.");
        await GoOnAsync();
        if (resource.CanChange)
        {
            await Expect(page.Locator("#name")).ToHaveValueAsync(resource.Name('B'));
            if (resource.Other is var (field, text))
                await page.FillAsync(field, text);
            else
                await page.CheckAsync("[name=permissions][value='countries:view']");
            await PressAsync(page, "Save");
            await SaysAsync('B', "changed");
        }
        else
            await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true })).ToHaveCountAsync(0);

        await page.GotoAsync($"{resource.Address}add");
        await resource.FillAsync(page, 'C');
        // The key Enter saves.
        await page.PressAsync("#name", "Enter");
        await SaysAsync('C', "added");
        await GoOnAsync();

        async Task GoOnAsync()
        {
            if (!resource.TellsSecret)
                return;
            await Expect(page.Locator("code.secret")).ToContainTextAsync("ctr_");
            await page.GetByRole(AriaRole.Link, new() { Name = "Go on" }).ClickAsync();
        }

        Task SaysAsync(char letter, params string[] words) =>
            Expect(Notice(page))
                .ToContainTextAsync(
                    new Regex(
                        string.Join(
                            ".*",
                            words.Prepend($"The {resource.One} “{resource.Title(letter)}” was ").Select(Regex.Escape)
                        )
                    )
                );
    }

    /// <summary>Searches, sorts, filters, turns pages, and reads the history of the second record.</summary>
    private static async Task FindAsync(IPage page, Resource resource)
    {
        await page.FillAsync("#q", resource.Word);
        await page.PressAsync("#q", "Enter");
        await Expect(page.Locator(".count")).ToHaveTextAsync($"3 {resource.Many}");

        await Heading(page, resource.Sort).GetByRole(AriaRole.Link).ClickAsync();
        await Expect(Heading(page, resource.Sort)).ToHaveAttributeAsync("aria-sort", "ascending");
        await ShowsAsync("ABC");
        await Heading(page, resource.Sort).GetByRole(AriaRole.Link).ClickAsync();
        await Expect(Heading(page, resource.Sort)).ToHaveAttributeAsync("aria-sort", "descending");
        await ShowsAsync("CBA");

        if (resource.Filter is var (field, value))
        {
            if (await page.GetByText("More filters").IsVisibleAsync())
                await page.GetByText("More filters").ClickAsync();
            await page.SelectOptionAsync(field, value);
            await PressAsync(page, "Search");
            await ShowsAsync(resource.CanChange ? "A" : "CBA");
            await page.GetByRole(AriaRole.Link, new() { Name = "Show all" }).ClickAsync();
            await Expect(page.Locator("#q")).ToBeEmptyAsync();
        }

        await page.GotoAsync($"{resource.Address}?q={resource.Word}&sort={resource.Sort.ToLowerInvariant()}&limit=2");
        await ShowsAsync("AB");
        await page.GetByRole(AriaRole.Link, new() { Name = "Next page" }).ClickAsync();
        await ShowsAsync("C");
        await page.GetByRole(AriaRole.Link, new() { Name = "First page" }).ClickAsync();
        await ShowsAsync("AB");

        await Rows(page).Last.GetByRole(AriaRole.Link).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "History" }).ClickAsync();
        var history = page.GetByRole(AriaRole.Region, new() { Name = "History" });
        await Expect(history).ToContainTextAsync("Added.");
        if (resource.CanChange)
            await Expect(history).ToContainTextAsync("Changed ");

        async Task ShowsAsync(string letters)
        {
            await Expect(Rows(page)).ToHaveCountAsync(letters.Length);
            for (var i = 0; i < letters.Length; i++)
                await Expect(Rows(page).Nth(i)).ToContainTextAsync(resource.Name(letters[i]));
        }
    }

    /// <summary>Deletes the first record after a question that was answered with no once, and then the others together.</summary>
    private static async Task DeleteAsync(IPage page, Resource resource)
    {
        var (verb, done) = resource.Deleting;
        await page.GotoAsync($"{resource.Address}?q={resource.Word}");
        await PressAsync(page, $"{verb} selected…");
        await Expect(Notice(page)).ToHaveTextAsync($"Nothing was done: select {resource.Many} first.");

        await OpenFirstAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = $"{verb}…" }).ClickAsync();
        if (resource.GoesWith is not null)
            await Expect(page.Locator(".doomed")).ToContainTextAsync(resource.GoesWith);
        await page.GetByRole(AriaRole.Link, new() { Name = "No, go back" }).ClickAsync();

        await OpenFirstAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = $"{verb}…" }).ClickAsync();
        await PressAsync(page, $"Yes, {verb.ToLowerInvariant()}");
        await Expect(Notice(page)).ToHaveTextAsync($"The {resource.One} “{resource.Title('A')}” was {done}.");

        await page.GotoAsync($"{resource.Address}?q={resource.Word}");
        foreach (var letter in "BC")
            await page.GetByLabel($"Select {resource.Title(letter)}").CheckAsync();
        await PressAsync(page, $"{verb} selected…");
        foreach (var letter in "BC")
            await Expect(page.Locator(".doomed")).ToContainTextAsync(resource.Title(letter));
        await PressAsync(page, $"Yes, {verb.ToLowerInvariant()}");
        await Expect(Notice(page)).ToHaveTextAsync($"2 {resource.Many} were {done}.");

        async Task OpenFirstAsync()
        {
            await page.GotoAsync($"{resource.Address}?q={resource.Word}&sort=name");
            await Rows(page).First.GetByRole(AriaRole.Link).ClickAsync();
        }
    }

    private static Task PressAsync(IPage page, string button) =>
        page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync();

    private static ILocator Notice(IPage page) => page.Locator(".note[role=status]");

    private static ILocator Rows(IPage page) => page.Locator("main tbody tr");

    private static ILocator Heading(IPage page, string name) =>
        page.GetByRole(AriaRole.Columnheader, new() { Name = name, Exact = true });
}
