using System.Net;
using System.Text.RegularExpressions;
using Api.Tests.Testing;

namespace Api.Tests.Admin;

/// <summary>A running service for each test, and a person before its admin: they see pages and send forms.</summary>
internal abstract class AdminFixture
{
    protected RunningService Service { get; private set; } = null!;

    /// <summary>Somebody who may do everything with countries and currencies.</summary>
    protected Visitor Editor { get; private set; } = null!;

    [SetUp]
    public async Task StartAsync()
    {
        Service = new RunningService();
        Editor = await VisitorAsync("countries:view", "countries:write", "currencies:view", "currencies:write");
    }

    [TearDown]
    public async Task StopAsync()
    {
        Editor.Dispose();
        await Service.DisposeAsync();
    }

    /// <summary>Somebody with these permissions.</summary>
    protected async Task<Visitor> VisitorAsync(params string[] permissions) =>
        new(Service.Client.BaseAddress!, permissions.Length == 0 ? null : await Service.KeyAsync(permissions));
}

/// <summary>A person before a browser: it keeps cookies, and follows what a form is answered with.</summary>
internal sealed class Visitor : IDisposable
{
    private readonly HttpClient client;

    public Visitor(Uri address, string? key)
    {
        client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = address };
        if (key is not null)
            client.DefaultRequestHeaders.Add("X-Api-Key", key);
    }

    public void Dispose() => client.Dispose();

    /// <summary>Opens a page.</summary>
    public async Task<SeenPage> OpenAsync(string address) => await SeenPage.OfAsync(await client.GetAsync(address));

    /// <summary>Opens a page, and the one that it leads to.</summary>
    public async Task<SeenPage> FollowAsync(string address) => await FollowAsync(await OpenAsync(address));

    /// <summary>Sends a form and opens the page that the answer leads to, if it leads to one.</summary>
    public async Task<SeenPage> SendAsync(string address, params (string Name, string Value)[] fields) =>
        await FollowAsync(await PostAsync(address, fields));

    /// <summary>Sends a form.</summary>
    public async Task<SeenPage> PostAsync(string address, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(
            fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value))
        );
        return await SeenPage.OfAsync(await client.PostAsync(address, form));
    }

    /// <summary>Opens the form at an address, changes some of its fields and sends it.</summary>
    public async Task<SeenPage> EditAsync(string address, params (string Name, string? Value)[] changes)
    {
        var form = await OpenAsync(address);
        return await SendAsync(address, form.With(changes));
    }

    private async Task<SeenPage> FollowAsync(SeenPage page) => page.Location is { } next ? await OpenAsync(next) : page;
}

/// <summary>A page as a test reads it.</summary>
internal sealed partial record SeenPage(int Status, string Html, string? Location, HttpResponseMessage Answer)
{
    /// <summary>The sentence that the request before left.</summary>
    public string? Notice => TextOf(NoticePattern().Match(Html));

    /// <summary>The words of the page, without its marks.</summary>
    public string Text => WebUtility.HtmlDecode(SpacePattern().Replace(TagPattern().Replace(Html, " "), " "));

    /// <summary>The rows of the list, each with the texts of its cells.</summary>
    public List<List<string>> Rows =>
        [
            .. RowPattern()
                .Matches(Html)
                .Select(row => CellPattern().Matches(row.Groups[1].Value).Select(cell => TextOf(cell)!).ToList())
                .Where(cells => cells.Count > 0),
        ];

    public static async Task<SeenPage> OfAsync(HttpResponseMessage answer) =>
        new(
            (int)answer.StatusCode,
            await answer.Content.ReadAsStringAsync(),
            answer.Headers.Location?.OriginalString,
            answer
        );

    /// <summary>The sentence about a field.</summary>
    public string? ErrorAt(string path) =>
        TextOf(Regex.Match(Html, $"id=\"{Regex.Escape(path)}-error\"[^>]*>(.*?)<", RegexOptions.Singleline));

    /// <summary>What the form would post, with some fields changed; a field without a value is left out.</summary>
    public (string Name, string Value)[] With(params (string Name, string? Value)[] changes) =>
        [
            .. Fields().Where(field => changes.All(change => change.Name != field.Name)),
            .. changes.Where(change => change.Value is not null).Select(change => (change.Name, change.Value!)),
        ];

    /// <summary>The value of a field of the form.</summary>
    public string? Field(string name) =>
        Fields().Where(field => field.Name == name).Select(field => field.Value).LastOrDefault();

    /// <summary>What the form of the page would post, but its buttons.</summary>
    public List<(string Name, string Value)> Fields()
    {
        var fields = new List<(string, string)>();
        foreach (Match match in ControlPattern().Matches(Html[Html.IndexOf("<main", StringComparison.Ordinal)..]))
        {
            var attributes = match.Groups["attributes"].Value;
            if (Attribute(attributes, "name") is not { } name || name is "q")
                continue;
            switch (match.Groups["tag"].Value)
            {
                case "textarea":
                    // A line break at the start is not part of the text.
                    fields.Add((name, WebUtility.HtmlDecode(match.Groups["content"].Value)[1..]));
                    break;
                case "select":
                    var chosen = SelectedPattern().Match(match.Groups["content"].Value);
                    fields.Add((name, chosen.Success ? Attribute(chosen.Value, "value")! : ""));
                    break;
                default:
                    var isBox = Attribute(attributes, "type") is "checkbox" or "radio";
                    if (!isBox || attributes.Contains(" checked", StringComparison.Ordinal))
                        fields.Add((name, Attribute(attributes, "value") ?? ""));
                    break;
            }
        }
        return fields;
    }

    /// <summary>Where a link of a relation leads.</summary>
    public string? Link(string relation) =>
        Regex.Match(Html, $"rel=\"{relation}\" href=\"([^\"]*)\"") is { Success: true } match
            ? WebUtility.HtmlDecode(match.Groups[1].Value)
            : null;

    private static string? Attribute(string attributes, string name) =>
        Regex.Match(attributes, $"\\b{name}=\"([^\"]*)\"") is { Success: true } match
            ? WebUtility.HtmlDecode(match.Groups[1].Value)
            : null;

    private static string? TextOf(Match match) =>
        match.Success
            ? WebUtility
                .HtmlDecode(SpacePattern().Replace(TagPattern().Replace(match.Groups[1].Value, " "), " "))
                .Trim()
            : null;

    [GeneratedRegex("<p class=\"note[^>]*>(.*?)</p>", RegexOptions.Singleline)]
    private static partial Regex NoticePattern();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex TagPattern();

    [GeneratedRegex(@"\s+")]
    private static partial Regex SpacePattern();

    [GeneratedRegex("<tr[^>]*>(.*?)</tr>", RegexOptions.Singleline)]
    private static partial Regex RowPattern();

    [GeneratedRegex("<td[^>]*>(.*?)</td>", RegexOptions.Singleline)]
    private static partial Regex CellPattern();

    [GeneratedRegex("<option[^>]* selected[^>]*>")]
    private static partial Regex SelectedPattern();

    [GeneratedRegex(
        "<(?<tag>input)(?<attributes>[^>]*)>|<(?<tag>textarea|select)(?<attributes>[^>]*)>(?<content>.*?)</(textarea|select)>",
        RegexOptions.Singleline
    )]
    private static partial Regex ControlPattern();
}
