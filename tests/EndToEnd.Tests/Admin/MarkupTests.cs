using System.Globalization;
using Api.Tests.Access;
using Api.Tests.Testing;
using EndToEnd.Tests.Testing;
using Microsoft.Playwright;

namespace EndToEnd.Tests.Admin;

/// <summary>
/// Text that would do something if a page took it for markup. It is written into every field that the forms of the admin
/// have, and kept where a field takes it; then every page that shows it is opened. At the end of the visit the browser may
/// not have said anything of it either: the Content-Security-Policy is the second wall, not the first.
/// </summary>
[TestFixture]
internal sealed class MarkupTests
{
    private static readonly string[] Planted =
    [
        "\"><img src=x onerror=canary=1><script>canary=1</script>",
        "javascript:canary=1",
    ];

    // Where a form repeats what was refused, it must say it as text too. This is what it takes at last.
    private static readonly Dictionary<string, string> Accepted = new()
    {
        ["name"] = "markup-{0}",
        ["code"] = "QM{0}",
        ["password"] = People.Password,
        ["nativeNames[0].language"] = "eng",
        ["languages[0].code"] = "en",
        ["languages[0].iso6393"] = "eng",
        ["demonyms[0].language"] = "eng",
    };

    private static readonly string[] Reflecting =
    [
        "/?q={0}",
        "/?by={0}",
        "/?lang={0}",
        "/explore/countries/{0}",
        "/explore/currencies/{0}",
        "/explore/currencies/EUR?on={0}",
        "/country/?format={0}",
        "/admin/login?next={0}",
        "/admin/countries/?q={0}",
        "/admin/countries/?sort={0}",
        "/admin/countries/?region={0}",
        "/admin/countries/?currency={0}",
        "/admin/countries/?{0}=1",
        "/admin/countries/?cursor={0}",
        "/admin/countries/{0}/change",
        "/admin/history/?who={0}",
        "/admin/{0}",
    ];

    [Test]
    public async Task Text_that_would_be_markup_runs_nowhere()
    {
        using var site = new Site();
        await using var visit = await site.KeeperAsync();
        var page = await visit.OpenAsync("/admin/");
        var forms = await AddressesAsync(page, ".resources a.button");
        var stored = new Dictionary<string, HashSet<string>>();
        var opened = new List<string>();
        foreach (var form in forms)
        {
            var kept = stored[form] = [];
            for (var i = 0; i < Planted.Length; i++)
            {
                await visit.OpenAsync(form);
                kept.UnionWith(await PlantAsync(page, i));
                opened.Add(new Uri(page.Url).AbsolutePath);
                await RunsNothingAsync(page);
            }
        }
        Assert.Multiple(() =>
        {
            // So what follows does look at something.
            Assert.That(stored["/admin/access/groups/add"], Is.EqualTo(new[] { "name" }));
            Assert.That(stored["/admin/access/keys/add"], Is.EqualTo(new[] { "name" }));
            Assert.That(stored["/admin/currencies/add"], Is.SupersetOf(new[] { "name", "symbol", "narrowSymbol" }));
            Assert.That(
                stored["/admin/countries/add"],
                Is.SupersetOf(
                    new[] { "name", "officialName", "alternateNames", "localCurrency", "region", "capitals[0].name" }
                )
            );
        });
        Database.Execute(
            site.Service.Storage,
            "countries",
            $"""
            INSERT INTO outbox (message_id, type, aggregate_id, payload, occurred_at, attempts, last_error, parked_at)
            VALUES ('00000000-0000-0000-0000-000000000001', '{Planted[0]}', '{Planted[1]}', '{Planted[0]}',
                    '2026-01-01 00:00:00', 10, '{Planted[0]}', '2026-01-01 00:00:00')
            """
        );

        foreach (var change in opened)
        {
            var record = change[..change.LastIndexOf('/')];
            var key = record[(record.LastIndexOf('/') + 1)..];
            string[] pages =
                record.StartsWith("/admin/countries", StringComparison.Ordinal)
                    ? ["change", "delete", "history", $"/explore/countries/{key}"]
                : record.StartsWith("/admin/currencies", StringComparison.Ordinal)
                    ? ["change", "delete", "history", $"/explore/currencies/{key}"]
                : ["change", "delete", "history"];
            foreach (var address in pages)
            {
                await visit.OpenAsync(address[0] == '/' ? address : $"{record}/{address}");
                await RunsNothingAsync(page);
            }
        }
        var lists = forms.Select(form => form[..^"add".Length]);
        foreach (
            var list in (string[])
                [.. lists, "/admin/", "/admin/history/", "/admin/outbox/", "/", "/explore/currencies", "/country/"]
        )
        {
            await visit.OpenAsync(list);
            await RunsNothingAsync(page);
        }
        foreach (var text in Planted)
        foreach (var address in Reflecting)
        {
            await page.GotoAsync(string.Format(CultureInfo.InvariantCulture, address, Uri.EscapeDataString(text)));
            await RunsNothingAsync(page);
        }
    }

    [TestCase(0)]
    [TestCase(1)]
    public async Task Text_that_a_page_takes_for_markup_is_found(int text)
    {
        await using var visit = await Visit.BeginAsync(Site.ToRead.Home);
        await visit.Page.SetContentAsync(
            $"<a href=\"{Planted[text].Replace("\">", "", StringComparison.Ordinal)}\">a</a><p title=\"\">{Planted[text]}"
        );

        Assert.That(await FoundAsync(visit.Page), Is.Not.Empty);
    }

    /// <summary>Sends the form and waits for the page that it leads to, known by the mark of this one that it lacks.</summary>
    private static async Task SaveAsync(IPage page)
    {
        await page.EvaluateAsync("document.documentElement.dataset.sent = ''");
        await page.ClickAsync("button[name=save][value=continue] >> nth=0");
        await page.Locator("html:not([data-sent])").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await page.EvaluateAsync(
            "document.readyState === 'complete' || new Promise(loaded => addEventListener('load', () => loaded(), { once: true }))"
        );
    }

    /// <summary>Adds a record whose fields say a planted text, but those that refuse it, and gives the names of those that kept it.</summary>
    private static async Task<string[]> PlantAsync(IPage page, int number)
    {
        var tables = await page.Locator("button[name=rows]").EvaluateAllAsync<string[]>("all => all.map(b => b.value)");
        foreach (var table in tables)
            await page.ClickAsync($"button[name=rows][value='{table}']");
        await page.EvaluateAsync(
            """
            (text) => {
              const seen = new Set();
              for (const control of document.querySelectorAll('form.record [name]')) {
                if (control.tagName === 'SELECT') control.add(new Option(text, text, true, true));
                else if (control.type === 'checkbox' && control.value !== 'true') {
                  // One more choice than the form offers.
                  if (!seen.has(control.name)) control.value = text;
                  control.checked = !seen.has(control.name);
                  seen.add(control.name);
                } else if (['text', 'password', 'textarea', 'date'].includes(control.type)) control.value = text;
              }
            }
            """,
            Planted[number]
        );
        var accepted = Accepted.ToDictionary(
            entry => entry.Key,
            entry => entry.Value.Replace("{0}", $"{(char)('A' + number)}", StringComparison.Ordinal)
        );
        for (var tries = 0; tries < 6; tries++)
        {
            await SaveAsync(page);
            // What is told once stands on a page between.
            if (await page.Locator("code.secret").CountAsync() > 0)
            {
                await RunsNothingAsync(page);
                await page.GetByRole(AriaRole.Link, new() { Name = "Go on" }).ClickAsync();
            }
            if (page.Url.EndsWith("/change", StringComparison.Ordinal))
                return await page.EvaluateAsync<string[]>(
                    """
                    (text) => [...document.querySelectorAll('form.record [name]')]
                      .filter(control => control.type !== 'hidden' && control.value === text)
                      .map(control => control.name)
                    """,
                    Planted[number]
                );
            await RunsNothingAsync(page);
            await page.EvaluateAsync(
                """
                ([accepted, text]) => {
                  for (const link of document.querySelectorAll('.problems a')) {
                    const path = link.getAttribute('href').slice(1);
                    for (const control of document.querySelectorAll('form.record [name]')) {
                      const name = control.name;
                      if (control.tagName === 'BUTTON' || control.type === 'hidden') continue;
                      if (name !== path && !name.startsWith(path + '.') && !name.startsWith(path + '[') && !path.startsWith(name + '[')) continue;
                      if (control.type === 'checkbox') control.checked = control.value !== text;
                      else control.value = accepted[name] ?? '';
                    }
                  }
                }
                """,
                new object[] { accepted, Planted[number] }
            );
        }
        Assert.Fail($"The form refuses it for good: {await page.Locator(".problems").First.InnerTextAsync()}");
        return [];
    }

    private static async Task RunsNothingAsync(IPage page) => Assert.That(await FoundAsync(page), Is.Empty, page.Url);

    /// <summary>What of the planted texts became more than text.</summary>
    private static Task<string[]> FoundAsync(IPage page) =>
        page.EvaluateAsync<string[]>(
            """
            () => [
              ...(window.canary === undefined ? [] : ['It ran.']),
              ...[...document.querySelectorAll('img[src=x], [onerror], script:not([src])')].map(found => found.outerHTML),
              ...[...document.querySelectorAll('[href], [src], [action], [formaction]')]
                .filter(found => ['href', 'src', 'action', 'formaction'].some(name => /^\s*javascript:/i.test(found.getAttribute(name) ?? '')))
                .map(found => found.outerHTML),
            ]
            """
        );

    private static Task<string[]> AddressesAsync(IPage page, string links) =>
        page.Locator(links).EvaluateAllAsync<string[]>("all => all.map(link => link.getAttribute('href'))");
}
