using System.Net;
using System.Text.RegularExpressions;

namespace Api.Tests.Testing;

/// <summary>What a browser does with pages: keeps cookies, follows no redirect by itself, and posts the forms that it was shown.</summary>
internal sealed partial class Browser : IDisposable
{
    private readonly SocketsHttpHandler handler = new() { AllowAutoRedirect = false, CookieContainer = new() };

    /// <summary>Opens a browser.</summary>
    /// <param name="service">The address of the service.</param>
    public Browser(Uri service)
    {
        Client = new HttpClient(handler) { BaseAddress = service };
        Client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
    }

    /// <summary>The client, for what is no page.</summary>
    public HttpClient Client { get; }

    /// <summary>The cookies by name.</summary>
    public Dictionary<string, string> Cookies =>
        handler
            .CookieContainer.GetCookies(Client.BaseAddress!)
            .ToDictionary(cookie => cookie.Name, cookie => cookie.Value);

    /// <summary>Opens a page.</summary>
    public async Task<string> OpenAsync(string path)
    {
        using var answer = await Client.GetAsync(path);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.That((int)answer.StatusCode, Is.EqualTo(200), page);
        return page;
    }

    /// <summary>Fills in the form of a page and sends it.</summary>
    public async Task<HttpResponseMessage> PostAsync(
        string page,
        Dictionary<string, string> fields,
        string? address = null
    )
    {
        var shown = await OpenAsync(page);
        var posted = new Dictionary<string, string>(fields) { ["form_token"] = TokenIn(shown) };
        return await Client.PostAsync(address ?? page, new FormUrlEncodedContent(posted));
    }

    /// <summary>Signs in.</summary>
    public Task<HttpResponseMessage> SignInAsync(string name, string password, string next = "") =>
        PostAsync(
            "/admin/login",
            new()
            {
                ["username"] = name,
                ["password"] = password,
                ["next"] = next,
            }
        );

    /// <summary>A browser that somebody copied the cookies of this one to.</summary>
    public Browser Copy()
    {
        var copy = new Browser(Client.BaseAddress!);
        copy.handler.CookieContainer.Add(handler.CookieContainer.GetAllCookies());
        return copy;
    }

    /// <summary>The token of the form on a page.</summary>
    public static string TokenIn(string page) => WebUtility.HtmlDecode(Token().Match(page).Groups[1].Value);

    public void Dispose()
    {
        Client.Dispose();
        handler.Dispose();
    }

    [GeneratedRegex("name=\"form_token\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
