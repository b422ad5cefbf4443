using Access.Application;
using Api.Tests.Access;
using Api.Tests.Testing;
using EndToEnd.Tests.Testing;
using Microsoft.Playwright;

namespace EndToEnd.Tests.Admin;

/// <summary>Takes the pictures of the admin, with people, keys and changes in it as a real one has them.</summary>
[TestFixture]
[Parallelizable(ParallelScope.Children)]
internal sealed class AdminScreenshotTests
{
    private const int Window = 900;

    private Site site = null!;
    private string state = null!;

    [OneTimeSetUp]
    public async Task PrepareAsync()
    {
        site = new Site();
        var editors = await site.Service.SendAsync(
            new CreateGroup(new("Editors of countries and of currencies", ["countries:view", "countries:change"]))
        );
        await AddAsync(new("anna", "anna@example.com", true, true, true, [], []));
        await AddAsync(new("bartholomew.featherstonehaugh", null, true, true, false, [editors.Value.Id], []));
        await AddAsync(new("ليلى", "leila@example.com", true, true, false, [editors.Value.Id], ["history:view"]));
        await AddAsync(new("zoë", "zoe@example.com", false, false, false, [], []));
        await site.Service.SendAsync(new CreateApiKey("importer", ["countries:add", "countries:change"], null));
        await site.Service.SendAsync(new CreateApiKey("استيراد الأسعار", ["currencies:view"], null));
        Database.Execute(
            site.Service.Storage,
            "countries",
            """
            INSERT INTO outbox (message_id, type, aggregate_id, payload, occurred_at, attempts, last_error, parked_at)
            VALUES ('00000000-0000-0000-0000-000000000001', 'Countries.Contracts.CountryWasChanged',
                    '0192f0c1-6b1e-7c51-9a55-2f2f0f0e8a11', '{}', '2026-01-01 00:00:00', 10,
                    'The message queue could not be reached within 30 seconds.', '2026-01-01 00:10:00')
            """
        );
        await using var visit = await site.VisitAsAsync("anna");
        state = await visit.StateAsync();
        await SaveAsync(visit, "countries/HR/change", ("#population", "3861967"), ("#borders", "HUN\nSRB\nBIH\nSVN"));
        await SaveAsync(visit, "countries/HR/change", ("#officialName", "Republic of Croatia (Hrvatska)"));
        await SaveAsync(visit, "countries/CH/change", ("#callingCodes", "41"), ("#area", "41291"));
        await SaveAsync(visit, "currencies/CHF/change", ("#narrowSymbol", "Fr."));
        await SaveAsync(visit, "countries/add", ("#name", "مملكة الجبل الأخضر"), ("#localCurrency", "دينار"));
        await SaveAsync(
            visit,
            "countries/add",
            ("#name", "The Free and Sovereign United Provinces of the Northern Archipelago and its Dependencies")
        );
    }

    [OneTimeTearDown]
    public void Stop() => site?.Dispose();

    [TestCase("admin", "/admin/")]
    [TestCase("admin-dark", "/admin/", true)]
    [TestCase("admin-countries", "/admin/countries/?source=local")]
    [TestCase("admin-countries-phone", "/admin/countries/?q=guinea", false, Picture.Phone)]
    [TestCase("admin-country", "/admin/countries/HR/change", false, Picture.Desktop, 1900)]
    [TestCase("admin-country-dark", "/admin/countries/HR/change", true)]
    [TestCase("admin-country-phone", "/admin/countries/HR/change", false, Picture.Phone, 2000)]
    [TestCase("admin-delete", "/admin/countries/CH/delete")]
    [TestCase("admin-history", "/admin/countries/HR/history")]
    [TestCase("admin-trail", "/admin/history/?q=anna")]
    [TestCase("admin-outbox", "/admin/outbox/")]
    [TestCase("admin-users", "/admin/access/users/")]
    [TestCase("admin-user", "/admin/access/users/add", false, Picture.Desktop, 1600)]
    [TestCase("admin-groups", "/admin/access/groups/")]
    [TestCase("admin-keys", "/admin/access/keys/")]
    [TestCase("password", "/admin/password")]
    [TestCase("passkeys", "/admin/passkeys")]
    public async Task A_picture_is_taken(
        string name,
        string path,
        bool dark = false,
        int width = Picture.Desktop,
        int height = Window
    )
    {
        await using var visit = await VisitAsync(dark, width);
        await Picture.TakeAsync(await visit.OpenAsync(path), name, height);
    }

    [Test]
    public async Task A_picture_is_taken_of_two_editors()
    {
        await using var ann = await VisitAsync();
        await using var bob = await VisitAsync();
        await bob.OpenAsync("/admin/currencies/TRY/change");
        await SaveAsync(ann, "currencies/TRY/change", ("#name", "Turkish Lira (new)"), ("#symbol", "₺"));
        await bob.Page.FillAsync("#name", "Türk lirası");
        await PressSaveAsync(bob.Page);
        await Picture.TakeAsync(bob.Page, "admin-two-editors", Window);
    }

    [Test]
    public async Task A_picture_is_taken_of_errors()
    {
        await using var visit = await VisitAsync();
        await SaveAsync(visit, "currencies/add", ("#code", "dollar"), ("[name='minorUnits.iso']", "two"));
        await Picture.TakeAsync(visit.Page, "admin-errors", Window);
    }

    [Test]
    public async Task A_picture_is_taken_of_what_was_added()
    {
        await using var visit = await VisitAsync();
        await SaveAsync(visit, "currencies/add", ("#code", "XSL"), ("#name", "Sealand Dollar"));
        await Picture.TakeAsync(visit.Page, "admin-added", Window);
    }

    [Test]
    public async Task A_picture_is_taken_of_a_key_that_is_told_once()
    {
        await using var visit = await VisitAsync();
        await visit.OpenAsync("/admin/access/keys/add");
        await visit.Page.FillAsync("#name", "exporter");
        await visit.Page.CheckAsync("[name=scopes][value='countries:view']");
        await PressSaveAsync(visit.Page);
        // Each key is another one, and a picture must not change with every run.
        await visit
            .Page.Locator("code.secret")
            .EvaluateAsync("code => code.textContent = code.textContent.replace(/[0-9A-Za-z]/g, '0')");
        await Picture.TakeAsync(visit.Page, "admin-key-added", Window);
    }

    [TestCase("sign-in", false, Picture.Desktop)]
    [TestCase("sign-in-dark-phone", true, Picture.Phone)]
    public async Task A_picture_is_taken_of_signing_in(string name, bool dark, int width)
    {
        await using var visit = await Visit.BeginAsync(site.Home, dark, width: width);
        await visit.OpenAsync("/admin/login");
        await visit.SignInAsync("anna", "a word that is wrong");
        await visit.Page.Locator("#error").WaitForAsync();
        await Picture.TakeAsync(visit.Page, name, Window);
    }

    private Task<Visit> VisitAsync(bool dark = false, int width = Picture.Desktop) =>
        Visit.BeginAsync(site.Home, dark, width: width, state: state);

    private async Task AddAsync(UserDraft draft) =>
        Assert.That((await site.Service.SendAsync(new CreateUser(draft, People.Password))).IsError, Is.False);

    private static async Task SaveAsync(Visit visit, string path, params (string Field, string Text)[] fields)
    {
        await visit.OpenAsync($"/admin/{path}");
        foreach (var (field, text) in fields)
            await visit.Page.FillAsync(field, text);
        await PressSaveAsync(visit.Page);
    }

    private static Task PressSaveAsync(IPage page) =>
        page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).First.ClickAsync();
}
