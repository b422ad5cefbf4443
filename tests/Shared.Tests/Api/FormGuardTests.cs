using System.Net;
using System.Security.Claims;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Shared.Api;
using Shared.Api.Http;
using Shared.Api.Pages;

namespace Shared.Tests.Api;

/// <summary>Only a page of this service can post a form in the name of whoever sits before the browser.</summary>
[TestFixture]
internal sealed class FormGuardTests
{
    private WebApplication app = null!;
    private HttpClient browser = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration["Limits:BodyBytes"] = "1000";
        builder.Services.AddSharedApi(builder.Configuration, []);
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        app = builder.Build();
        // What a module does that knows sessions and keys.
        app.Use(
            (context, next) =>
            {
                if (context.Request.Headers.TryGetValue("X-User", out var user))
                    context.User = new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, user.ToString())], "test"));
                if (context.Request.Headers.ContainsKey("X-Api-Key"))
                    context.Features.Set(new SentKey());
                return next(context);
            }
        );
        var forms = app.MapGroup("/form").GuardForms().AllowAnonymous();
        forms.MapHandler("/", [HttpMethods.Get], (HttpContext http) => http.FormToken());
        forms.MapHandler(
            "/",
            [HttpMethods.Post],
            (PostedForm form, HttpResponse response) =>
            {
                response.Headers["X-Done"] = "yes";
                return $"{form["name"] ?? "none"}|{string.Join(',', form.All("list"))}";
            }
        );
        app.MapHandler("/unguarded", [HttpMethods.Post], (PostedForm form) => form["name"]).AllowAnonymous();
        await app.StartAsync();
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        browser = new HttpClient(new SocketsHttpHandler()) { BaseAddress = new Uri(addresses.Addresses.Single()) };
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        browser.Dispose();
        await app.DisposeAsync();
    }

    [TestCase("same-origin")]
    [TestCase("none")]
    [TestCase(null)]
    public async Task A_form_of_our_own_page_is_taken(string? site)
    {
        var answer = await PostAsync(await TokenAsync(), site);

        Assert.That(await answer.Content.ReadAsStringAsync(), Is.EqualTo("Zoë|a,b\nc"));
    }

    [TestCase("cross-site")]
    [TestCase("same-site")]
    [TestCase("anything")]
    public async Task A_form_of_another_site_is_refused_whatever_token_it_has(string site) =>
        MustBeRefused(await PostAsync(await TokenAsync(), site), 403);

    [TestCase("")]
    [TestCase("CfDJ8")]
    public async Task A_form_without_a_token_of_ours_is_refused(string token) =>
        MustBeRefused(await PostAsync(token), 403);

    [Test]
    public async Task A_token_that_somebody_else_was_given_is_refused()
    {
        MustBeRefused(await PostAsync(await TokenAsync("ann"), user: "bob"), 403);
        Assert.That((await PostAsync(await TokenAsync("ann"), user: "ann")).IsSuccessStatusCode);
    }

    [Test]
    public async Task A_key_needs_no_token_since_no_browser_sends_it_by_itself()
    {
        var answer = await PostAsync("", "cross-site", key: "a key");

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task What_is_too_long_is_refused_with_a_page() =>
        MustBeRefused(await PostAsync(new string('x', 2000)), 413);

    [TestCase("application/json")]
    [TestCase("text/plain")]
    [TestCase("multipart/form-data; boundary=x")]
    public async Task What_is_no_form_is_refused(string mediaType)
    {
        using var content = new StringContent("name=x", Encoding.UTF8);
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", mediaType);
        MustBeRefused(await browser.PostAsync("/form/", content), 415);
    }

    [Test]
    public async Task A_null_character_reaches_the_rules_of_the_field()
    {
        using var content = new StringContent(
            $"name=a%00b&form_token={Uri.EscapeDataString(await TokenAsync())}",
            Encoding.UTF8,
            "application/x-www-form-urlencoded"
        );

        Assert.That(
            await (await browser.PostAsync("/form/", content)).Content.ReadAsStringAsync(),
            Is.EqualTo("a\0b|")
        );
    }

    [Test]
    public async Task An_endpoint_that_forgot_its_guard_reads_nothing()
    {
        using var content = new FormUrlEncodedContent([new("name", "x")]);

        Assert.That((int)(await browser.PostAsync("/unguarded", content)).StatusCode, Is.EqualTo(500));
    }

    private async Task<string> TokenAsync(string? user = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/form/");
        if (user is not null)
            request.Headers.Add("X-User", user);
        using var answer = await browser.SendAsync(request);
        return await answer.Content.ReadAsStringAsync();
    }

    private async Task<HttpResponseMessage> PostAsync(
        string token,
        string? site = null,
        string? user = null,
        string? key = null
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/form/");
        request.Content = new FormUrlEncodedContent([
            new("name", "Zoë"),
            new("list", "a"),
            new("list", "b\r\nc"),
            new("form_token", token),
        ]);
        foreach (var (name, value) in new[] { ("Sec-Fetch-Site", site), ("X-User", user), ("X-Api-Key", key) })
        {
            if (value is not null)
                request.Headers.Add(name, value);
        }
        return await browser.SendAsync(request);
    }

    private static void MustBeRefused(HttpResponseMessage answer, int status)
    {
        Assert.That((int)answer.StatusCode, Is.EqualTo(status));
        Assert.That(answer.Content.Headers.ContentType?.ToString(), Is.EqualTo("text/html; charset=utf-8"));
        Assert.That(answer.Headers.CacheControl?.NoStore, Is.True);
        Assert.That(answer.Headers.Contains("X-Done"), Is.False);
        answer.Dispose();
    }
}
