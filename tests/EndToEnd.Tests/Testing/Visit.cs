using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Tests.Testing;

/// <summary>Somebody who looks at pages in a browser window of their own. At the end nothing may have gone wrong in it.</summary>
internal sealed class Visit : IAsyncDisposable
{
    /// <summary>What the browser says of a field for a day that shows what was typed and is none.</summary>
    private const string NoDay = "does not conform to the required format";

    private readonly IBrowserContext context;
    private readonly Uri home;
    private readonly ConcurrentBag<Fault> faults = [];
    private readonly ConcurrentDictionary<string, bool> refused = [];

    private Visit(IBrowserContext context, IPage page, Uri home)
    {
        (this.context, Page, this.home) = (context, page, home);
        context.Request += (_, request) => Note(IsForeign(request.Url), $"A request left the host: {request.Url}");
        context.Response += (_, answer) => NoteRefusal(answer);
        context.Console += (_, said) =>
            Note(
                said.Type is "error" or "warning" && !said.Text.Contains(NoDay, StringComparison.Ordinal),
                $"The browser says: {said.Text}",
                said.Location
            );
        context.WebError += (_, error) => faults.Add(new($"A script failed: {error.Error}", ""));
    }

    /// <summary>The window.</summary>
    public IPage Page { get; }

    /// <summary>What went wrong in the window so far. That a page is a refusal is none: the browser complains, a test looks at the status.</summary>
    public IReadOnlyList<string> Faults =>
        [
            .. faults
                .Where(fault => !refused.Keys.Any(page => fault.Place.StartsWith($"{page}:", StringComparison.Ordinal)))
                .Select(fault => $"{fault.Sentence} {fault.Place}"),
        ];

    /// <summary>Opens a window.</summary>
    /// <param name="home">The address of the service.</param>
    /// <param name="dark">Whether the person likes dark pages.</param>
    /// <param name="script">Whether the browser runs scripts.</param>
    /// <param name="language">The language of the person (BCP 47).</param>
    /// <param name="width">The width of the window in pixels.</param>
    /// <param name="state">What the browser remembers of an earlier visit (<see cref="StateAsync"/>): who is signed in.</param>
    public static async Task<Visit> BeginAsync(
        Uri home,
        bool dark = false,
        bool script = true,
        string language = "en",
        int width = 1280,
        string? state = null
    )
    {
        var browser = await Chromium.BrowserAsync();
        var context = await browser.NewContextAsync(
            new()
            {
                BaseURL = home.ToString(),
                ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
                JavaScriptEnabled = script,
                Locale = language,
                ViewportSize = new() { Width = width, Height = 900 },
                StorageState = state,
            }
        );
        // No test waits for ever for what does not come; on a machine with much else to do it comes late.
        context.SetDefaultTimeout(30_000);
        SetDefaultExpectTimeout(15_000);
        return new(context, await context.NewPageAsync(), home);
    }

    /// <summary>Opens a page.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="status">The status that it must be answered with.</param>
    public async Task<IPage> OpenAsync(string path, int status = 200)
    {
        var answer = await Page.GotoAsync(path);
        Assert.That(answer!.Status, Is.EqualTo(status), path);
        return Page;
    }

    /// <summary>Fills in the form to sign in, on the page that has it, and sends it.</summary>
    public async Task SignInAsync(string name, string password)
    {
        await Page.FillAsync("#username", name);
        await Page.FillAsync("form:has(#username) #password", password);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
    }

    /// <summary>What the browser remembers.</summary>
    public Task<string> StateAsync() => context.StorageStateAsync();

    /// <summary>What axe finds wrong with the page.</summary>
    /// <param name="rules">The rules to look at; all, where none is named.</param>
    public async Task<IReadOnlyList<string>> ViolationsAsync(params string[] rules)
    {
        var result = await Page.RunAxe(
            rules.Length == 0
                ? null
                : new AxeRunOptions
                {
                    RunOnly = new() { Type = "rule", Values = [.. rules] },
                }
        );
        return
        [
            .. result.Violations.Select(violation =>
                $"{violation.Id}: {violation.Help}: {string.Join(", ", violation.Nodes.Take(5).Select(node => node.Html))}"
            ),
        ];
    }

    /// <summary>The elements that make the page wider than the window.</summary>
    public Task<string[]> OverflowAsync() =>
        Page.EvaluateAsync<string[]>(
            """
            () => {
              const width = document.documentElement.clientWidth;
              if (document.documentElement.scrollWidth <= width) return [];
              const all = [...document.querySelectorAll('main *, header *, footer *')];
              return all.filter(element => element.getBoundingClientRect().right > width).map(element => element.tagName);
            }
            """
        );

    public async ValueTask DisposeAsync()
    {
        await context.CloseAsync();
        Assert.That(Faults, Is.Empty);
    }

    private bool IsForeign(string address) =>
        new Uri(address) is { Scheme: "http" or "https" or "ws" or "wss" } uri && uri.Authority != home.Authority;

    private void NoteRefusal(IResponse answer)
    {
        if (answer.Status >= 400 && answer.Request.IsNavigationRequest)
            refused[answer.Url] = true;
    }

    private void Note(bool isFault, string sentence, string place = "")
    {
        // The browser asks by itself for the icon of what is no page of ours.
        if (isFault && !place.Contains("/favicon.ico", StringComparison.Ordinal))
            faults.Add(new(sentence, place));
    }

    /// <summary>Something that went wrong.</summary>
    /// <param name="Sentence">What it was.</param>
    /// <param name="Place">Where it was: an address, with a line and a column after it.</param>
    private sealed record Fault(string Sentence, string Place);
}
