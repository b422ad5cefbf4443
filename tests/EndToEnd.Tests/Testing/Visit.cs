using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace EndToEnd.Tests.Testing;

/// <summary>Somebody who looks at pages in a browser window of their own. At the end nothing may have gone wrong in it.</summary>
internal sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly ConcurrentBag<string> faults = [];
    private readonly Uri home;

    private Visit(IBrowserContext context, IPage page, Uri home)
    {
        (this.context, Page, this.home) = (context, page, home);
        context.Request += (_, request) => Note(IsForeign(request.Url), $"A request left the host: {request.Url}");
        context.Console += (_, said) => Note(said.Type is "error" or "warning", $"The browser says: {said.Text}");
        context.WebError += (_, error) => faults.Add($"A script failed: {error.Error}");
    }

    /// <summary>The window.</summary>
    public IPage Page { get; }

    /// <summary>Opens a window.</summary>
    /// <param name="home">The address of the service.</param>
    /// <param name="dark">Whether the person likes dark pages.</param>
    /// <param name="script">Whether the browser runs scripts.</param>
    /// <param name="language">The language of the person (BCP 47).</param>
    /// <param name="width">The width of the window in pixels.</param>
    /// <param name="key">An API key that the browser shows with each request, in the place of somebody who signed in.</param>
    public static async Task<Visit> BeginAsync(
        Uri home,
        bool dark = false,
        bool script = true,
        string language = "en",
        int width = 1280,
        string? key = null
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
                ExtraHTTPHeaders = key is null ? [] : [new("X-Api-Key", key)],
            }
        );
        // No test waits long for what does not come.
        context.SetDefaultTimeout(10_000);
        return new(context, await context.NewPageAsync(), home);
    }

    /// <summary>Opens a page.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="status">The status that it must be answered with.</param>
    public async Task<IPage> OpenAsync(string path, int status = 200)
    {
        var answer = await Page.GotoAsync(path);
        Assert.That(answer!.Status, Is.EqualTo(status), path);
        if (status >= 400)
            faults.Clear(); // The browser says itself that the page was answered so.
        return Page;
    }

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

    /// <summary>Forgets what the browser said of answers that a test wanted to be refusals.</summary>
    public void Forget() => faults.Clear();

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
        Assert.That(faults, Is.Empty);
    }

    private bool IsForeign(string address) =>
        new Uri(address) is { Scheme: "http" or "https" or "ws" or "wss" } uri && uri.Authority != home.Authority;

    private void Note(bool isFault, string sentence)
    {
        if (isFault)
            faults.Add(sentence);
    }
}
