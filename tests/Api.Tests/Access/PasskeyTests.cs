using System.Net;
using System.Text.RegularExpressions;
using Access.Application;
using Api.Tests.Seed;
using Api.Tests.Testing;

namespace Api.Tests.Access;

/// <summary>Passkeys sign in by themselves, or stand beside a password.</summary>
[TestFixture]
internal sealed partial class PasskeyTests
{
    private const string Page = "/admin/passkeys";
    private const string Login = "/admin/login";
    private const string LoginWithPasskey = "/admin/login/passkey";

    private RunningService service = null!;

    [OneTimeSetUp]
    public void Start() =>
        service = new(new() { ["Access:FailuresByName"] = "3", ["Access:FailuresByAddress"] = "1000" });

    [OneTimeTearDown]
    public void Stop() => service.Dispose();

    [Test]
    public async Task A_passkey_that_knows_its_owner_signs_in_without_a_password()
    {
        var (_, name) = await service.UserAsync();
        using var passkey = await AddAsync(name);
        using var browser = service.Browser();

        using var answer = await ShowAsync(browser, passkey, await browser.OpenAsync($"{Login}?next=/admin/passkeys"));

        Assert.That((int)answer.StatusCode, Is.EqualTo(302), await answer.Content.ReadAsStringAsync());
        Assert.That(answer.Headers.Location!.OriginalString, Is.EqualTo(Page));
        Assert.That(await browser.OpenAsync(Page), Does.Contain("My device"));
    }

    [Test]
    public async Task Beside_a_passkey_the_password_alone_opens_nothing_and_the_two_together_do()
    {
        var (_, name) = await service.UserAsync();
        // It knows not its owner: a key on a stick.
        using var passkey = await AddAsync(name, knowsOwner: false);
        using var browser = service.Browser();

        using var alone = await ShowAsync(browser, passkey, await browser.OpenAsync(Login));
        Assert.That((int)alone.StatusCode, Is.EqualTo(422), "by itself it is not enough");

        using var answer = await browser.SignInAsync(name, People.Password);
        var asked = await answer.Content.ReadAsStringAsync();
        Assert.That((int)answer.StatusCode, Is.EqualTo(200));
        await browser.Client.GetAsync(Page).MustBeAsync(302);

        await ShowAsync(browser, passkey, asked).MustBeAsync(302);
        await browser.OpenAsync(Page);
    }

    [Test]
    public async Task Failed_passwords_do_not_stand_in_the_way_of_a_passkey()
    {
        var (_, name) = await service.UserAsync();
        using var passkey = await AddAsync(name);
        using var browser = service.Browser();
        for (var i = 0; i < 4; i++)
            await browser.SignInAsync(name, "wrong").MustBeAsync(422);
        await browser.SignInAsync(name, People.Password).MustBeAsync(422);

        await ShowAsync(browser, passkey, await browser.OpenAsync(Login)).MustBeAsync(302);
    }

    [Test]
    public async Task Who_is_disabled_is_not_let_in_by_a_passkey_either()
    {
        var (id, name) = await service.UserAsync();
        using var passkey = await AddAsync(name);
        await service.SendAsync(
            new EditUser(id, null, new UserDraft(name, null, IsActive: false, IsStaff: true, false, [], []))
        );
        using var browser = service.Browser();

        await ShowAsync(browser, passkey, await browser.OpenAsync(Login)).MustBeAsync(422);
    }

    [Test]
    public async Task An_answer_to_another_question_from_another_page_or_of_a_copied_device_is_refused()
    {
        var (_, name) = await service.UserAsync();
        using var passkey = await AddAsync(name);
        using var stranger = new SoftPasskey(Origin);
        stranger.Create(CreationFor("0"));
        using var browser = service.Browser();
        var first = await browser.OpenAsync(Login);
        var second = await browser.OpenAsync(Login);

        await PostAsync(browser, second, passkey.Get(OptionsIn(first))).MustBeAsync(422);
        await PostAsync(browser, second, stranger.Get(OptionsIn(second))).MustBeAsync(422);
        await PostAsync(browser, second, "nonsense").MustBeAsync(422);
        await PostAsync(browser, second, "{}").MustBeAsync(422);
        await PostAsync(browser, second, passkey.Get(OptionsIn(second)), state: "nonsense").MustBeAsync(422);
        await PostAsync(browser, second, passkey.Get(OptionsIn(second))).MustBeAsync(302);
        passkey.GoBack();
        using var other = service.Browser();
        await ShowAsync(other, passkey, await other.OpenAsync(Login)).MustBeAsync(422);
    }

    [Test]
    public async Task A_passkey_for_a_page_of_another_site_is_refused()
    {
        using var browser = await service.SignedInAsync();
        using var passkey = new SoftPasskey("https://evil.example");
        var page = await browser.OpenAsync(Page);

        await AddAsync(browser, page, passkey, People.Password).MustBeAsync(422);
        Assert.That(await browser.OpenAsync(Page), Does.Contain("You have none."));
    }

    [Test]
    public async Task Adding_and_removing_ask_for_the_password_once_more()
    {
        var (_, name) = await service.UserAsync();
        using var browser = await service.SignedInAsync(name);
        using var passkey = new SoftPasskey(Origin);
        await AddAsync(browser, await browser.OpenAsync(Page), passkey, "wrong").MustBeAsync(422);
        await AddAsync(browser, await browser.OpenAsync(Page), passkey, People.Password).MustBeAsync(303);
        var id = PasskeyId().Match(await browser.OpenAsync(Page)).Groups[1].Value;

        await RemoveAsync("wrong").MustBeAsync(422);
        Assert.That(await browser.OpenAsync(Page), Does.Contain("My device"));
        await RemoveAsync(People.Password).MustBeAsync(303);
        Assert.That(await browser.OpenAsync(Page), Does.Contain("You have none."));

        Task<HttpResponseMessage> RemoveAsync(string password) =>
            browser.PostAsync(Page, new() { ["id"] = id, ["password"] = password }, "/admin/passkeys/remove");
    }

    [Test]
    public async Task A_form_without_a_passkey_and_a_program_without_an_account_are_told_so()
    {
        using var browser = await service.SignedInAsync();
        Dictionary<string, string> fields = new() { ["password"] = People.Password };
        using var program = await service.ClientWithKeyAsync("countries:view");

        await browser.PostAsync(Page, fields, "/admin/passkeys/remove").MustBeAsync(422);
        await program.PostAsync(Page, new FormUrlEncodedContent(fields)).MustBeAsync(404);
        await program.PostAsync("/admin/passkeys/remove", new FormUrlEncodedContent(fields)).MustBeAsync(404);
    }

    [Test]
    public async Task Beside_a_passkey_eight_characters_are_enough_and_then_the_passkey_stays()
    {
        var (_, name) = await service.UserAsync();
        using var browser = await service.SignedInAsync(name);
        using var passkey = new SoftPasskey(Origin);
        await AddAsync(browser, await browser.OpenAsync(Page), passkey, People.Password).MustBeAsync(303);
        await browser
            .PostAsync(
                "/admin/password",
                new()
                {
                    ["old_password"] = People.Password,
                    ["new_password"] = "q7-heron",
                    ["new_password_again"] = "q7-heron",
                }
            )
            .MustBeAsync(303);
        var id = PasskeyId().Match(await browser.OpenAsync(Page)).Groups[1].Value;

        using var refused = await browser.PostAsync(
            Page,
            new() { ["id"] = id, ["password"] = "q7-heron" },
            "/admin/passkeys/remove"
        );
        Assert.That((int)refused.StatusCode, Is.EqualTo(409));
        Assert.That(await refused.Content.ReadAsStringAsync(), Does.Contain("15 characters or more is needed"));
    }

    [Test]
    public async Task Scripts_and_styles_come_from_files_of_this_host_only_and_no_cache_keeps_a_page()
    {
        using var browser = await service.SignedInAsync();
        foreach (var path in (string[])[Page, Login, "/admin/password"])
        {
            using var answer = await browser.Client.GetAsync(path);
            var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
            var page = await answer.Content.ReadAsStringAsync();
            Assert.That(policy, Does.Contain("frame-ancestors 'none'").And.Not.Contain("unsafe"));
            Assert.That(page, Does.Not.Match("<script(?! src=\"/assets/)|\\son[a-z]+=|style="));
            Assert.That(answer.Headers.CacheControl!.NoStore, Is.True);
        }
        using var script = await browser.Client.GetAsync("/assets/passkeys.js");
        Assert.That(script.Type(), Is.EqualTo("text/javascript"));
    }

    private string Origin => service.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);

    /// <summary>A new passkey of a user.</summary>
    private async Task<SoftPasskey> AddAsync(string name, bool knowsOwner = true)
    {
        using var browser = await service.SignedInAsync(name);
        var passkey = new SoftPasskey(Origin, knowsOwner);
        await AddAsync(browser, await browser.OpenAsync(Page), passkey, People.Password).MustBeAsync(303);
        return passkey;
    }

    private static Task<HttpResponseMessage> AddAsync(
        Browser browser,
        string page,
        SoftPasskey passkey,
        string password
    ) =>
        browser.Client.PostAsync(
            Page,
            new FormUrlEncodedContent(
                new Dictionary<string, string>
                {
                    ["form_token"] = Browser.TokenIn(page),
                    ["state"] = StateIn(page),
                    ["credential"] = passkey.Create(OptionsIn(page)),
                    ["name"] = "My device",
                    ["password"] = password,
                }
            )
        );

    private static Task<HttpResponseMessage> ShowAsync(Browser browser, SoftPasskey passkey, string page) =>
        PostAsync(browser, page, passkey.Get(OptionsIn(page)));

    private static Task<HttpResponseMessage> PostAsync(
        Browser browser,
        string page,
        string credential,
        string? state = null
    ) =>
        browser.Client.PostAsync(
            LoginWithPasskey,
            new FormUrlEncodedContent(
                new Dictionary<string, string>
                {
                    ["form_token"] = Browser.TokenIn(page),
                    ["state"] = state ?? StateIn(page),
                    ["credential"] = credential,
                    ["next"] = NextIn(page),
                }
            )
        );

    private static string CreationFor(string user) =>
        $$$"""{"challenge":"AAAA","rp":{"id":"127.0.0.1"},"user":{"id":"{{{user}}}"}}""";

    private static string OptionsIn(string page) => Decoded(Options().Match(page));

    private static string StateIn(string page) => Decoded(State().Match(page));

    private static string NextIn(string page) => Decoded(Next().Match(page));

    private static string Decoded(Match match) => WebUtility.HtmlDecode(match.Groups[1].Value);

    [GeneratedRegex("data-options=\"([^\"]+)\"")]
    private static partial Regex Options();

    [GeneratedRegex("name=\"state\" value=\"([^\"]+)\"")]
    private static partial Regex State();

    [GeneratedRegex("name=\"next\" value=\"([^\"]+)\"")]
    private static partial Regex Next();

    [GeneratedRegex("name=\"id\" value=\"([^\"]+)\"")]
    private static partial Regex PasskeyId();
}
