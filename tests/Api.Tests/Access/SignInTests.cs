using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Access.Application;
using Api.Tests.Seed;
using Api.Tests.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Api.Tests.Access;

/// <summary>How somebody comes in, and what the browser is given for it.</summary>
[TestFixture]
internal sealed class SignInTests
{
    private const string Cookie = "countries_session";
    private const string OnePage = "/admin/password";

    // Begins today: a browser throws a cookie away when its end has come by the real time.
    private readonly FakeTimeProvider clock = new(TimeProvider.System.GetUtcNow());
    private readonly DatabaseCalls calls = new();
    private RunningService service = null!;

    [OneTimeSetUp]
    public void Start() =>
        service = new(
            new()
            {
                ["Access:AnonymousWrites"] = "false",
                ["Access:FailuresByAddress"] = "10000",
                ["Storage:PollInterval"] = "1.00:00:00",
            },
            clock
        );

    [OneTimeTearDown]
    public void Stop()
    {
        service.Dispose();
        calls.Dispose();
    }

    [Test]
    public async Task The_right_password_opens_a_session_in_a_cookie_that_scripts_and_other_sites_do_not_have()
    {
        var (_, name) = await service.UserAsync();
        using var browser = service.Browser();
        using var answer = await browser.SignInAsync(name, People.Password);

        var cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith(Cookie, StringComparison.Ordinal));
        Assert.Multiple(() =>
        {
            Assert.That((int)answer.StatusCode, Is.EqualTo(302));
            Assert.That(answer.Headers.Location!.OriginalString, Is.EqualTo("/admin/"));
            Assert.That(
                cookie,
                Does.Match("^countries_session=[0-9A-Za-z]{43}; expires=.*; path=/; samesite=lax; httponly$")
            );
            Assert.That(cookie, Does.Contain($"expires={clock.GetUtcNow().AddHours(12):R}"));
        });
        await browser.OpenAsync(OnePage);
    }

    [Test]
    public async Task But_on_the_machine_itself_the_cookie_goes_over_https_only_under_a_name_of_this_host_alone()
    {
        var (_, name) = await service.UserAsync();
        using var browser = service.Browser();
        browser.Client.DefaultRequestHeaders.Host = "countries.example";
        using var answer = await browser.SignInAsync(name, People.Password);

        var cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.Contains(Cookie, StringComparison.Ordinal));
        Assert.That(
            cookie,
            Does.Match($"^__Host-{Cookie}=[0-9A-Za-z]{{43}}; expires=.*; path=/; secure; samesite=lax; httponly$")
        );
    }

    [Test]
    public async Task Each_sign_in_has_a_new_token_that_ends_the_old_one_and_only_its_hash_is_stored()
    {
        var (_, name) = await service.UserAsync();
        using var browser = await service.SignedInAsync(name);
        var first = browser.Cookies[Cookie];
        using var copy = browser.Copy();
        using var again = await browser.SignInAsync(name, People.Password);

        Assert.That(browser.Cookies[Cookie], Is.Not.EqualTo(first));
        await copy.Client.GetAsync(OnePage).MustBeAsync(302);
        foreach (var table in (string[])["sessions", "users", "history", "outbox"])
        {
            var rows = Database.Query<string>(
                service.Storage,
                "access",
                $"SELECT json_group_array(json_array({Columns(table)})) FROM {table}"
            );
            Assert.That(rows.Single(), Does.Not.Contain(first).And.Not.Contain(People.Password), table);
        }
    }

    [Test]
    public async Task Every_sign_in_that_fails_has_the_same_answer()
    {
        var (_, name) = await service.UserAsync();
        var (_, inactive) = await service.UserAsync(active: false);
        var (_, noStaff) = await service.UserAsync(staff: false);
        var (_, noPassword) = await service.UserAsync(password: null);
        (string Name, string Password)[] wrong =
        [
            (name, "some eight quiet herons"),
            (name, ""),
            (name, new string('x', 5000)),
            (name, "\ud800"),
            (inactive, People.Password),
            (noStaff, People.Password),
            (noPassword, People.Password),
            (noPassword, ""),
            ("nobody", People.Password),
            ("no body", People.Password),
            ("", ""),
        ];
        var answers = new List<(int, string)>();
        foreach (var (who, password) in wrong)
        {
            using var browser = service.Browser();
            using var answer = await browser.SignInAsync(who, password);
            var page = await answer.Content.ReadAsStringAsync();
            answers.Add(((int)answer.StatusCode, page.Split("role=\"alert\"")[1].Split("</p>")[0]));
            Assert.That(browser.Cookies.Keys, Has.None.EqualTo(Cookie));
        }

        Assert.That(answers.Distinct().Count(), Is.EqualTo(1));
        Assert.That(answers[0].Item1, Is.EqualTo(422));
        Assert.That(answers[0].Item2, Does.Contain("Please enter the correct username and password"));
    }

    [Test]
    public async Task The_name_is_known_in_any_case_and_width()
    {
        var (_, name) = await service.UserAsync();
        using var browser = service.Browser();
        using var answer = await browser.SignInAsync($" {name.ToUpperInvariant()} ", People.Password);

        Assert.That((int)answer.StatusCode, Is.EqualTo(302));
    }

    [TestCase("/admin/countries/?q=a%20b", "/admin/countries/?q=a%20b")]
    [TestCase("/admin/Åland", "/admin/%C3%85land")]
    [TestCase("", "/admin/")]
    [TestCase("//evil.example", "/admin/")]
    [TestCase("/\\evil.example", "/admin/")]
    [TestCase("///evil.example", "/admin/")]
    [TestCase("https://evil.example/", "/admin/")]
    [TestCase("javascript:alert(1)", "/admin/")]
    [TestCase("\\\\evil.example", "/admin/")]
    [TestCase("/\t/evil.example", "/admin/")]
    [TestCase("/a\r\nSet-Cookie: x=y", "/admin/")]
    [TestCase("/..//evil.example", "/admin/")]
    [TestCase("/.//evil.example", "/admin/")]
    [TestCase("@evil.example", "/admin/")]
    [TestCase("evil.example", "/admin/")]
    public async Task Where_the_link_leads_is_always_an_address_of_this_service(string next, string location)
    {
        var (_, name) = await service.UserAsync();
        using var browser = service.Browser();
        using var answer = await browser.SignInAsync(name, People.Password, next);

        Assert.That((int)answer.StatusCode, Is.EqualTo(302));
        Assert.That(answer.Headers.Location!.OriginalString, Is.EqualTo(location));
    }

    [Test]
    public async Task Who_is_not_signed_in_is_led_to_the_page_for_it_and_back()
    {
        using var browser = service.Browser();
        using var answer = await browser.Client.GetAsync(OnePage);

        Assert.That((int)answer.StatusCode, Is.EqualTo(302));
        Assert.That(answer.Headers.Location!.OriginalString, Is.EqualTo("/admin/login?next=%2Fadmin%2Fpassword"));
        Assert.That(
            await browser.OpenAsync(answer.Headers.Location.OriginalString),
            Does.Contain("value=\"/admin/password\"")
        );
    }

    [Test]
    public async Task Signing_out_ends_the_session_on_the_server()
    {
        using var browser = await service.SignedInAsync();
        using var copy = browser.Copy();
        await copy.OpenAsync(OnePage);

        using var answer = await browser.PostAsync(OnePage, [], "/admin/logout");

        Assert.That((int)answer.StatusCode, Is.EqualTo(302));
        Assert.That(browser.Cookies.Keys, Has.None.EqualTo(Cookie));
        await copy.Client.GetAsync(OnePage).MustBeAsync(302);
        await service.Client.GetAsync("/admin/logout").MustBeAsync(405);
    }

    [Test]
    public async Task A_session_ends_when_it_is_not_used_for_an_hour()
    {
        using var browser = await service.SignedInAsync();
        for (var i = 0; i < 3; i++)
        {
            clock.Advance(TimeSpan.FromMinutes(59));
            await browser.OpenAsync(OnePage);
        }
        clock.Advance(TimeSpan.FromMinutes(60));

        await browser.Client.GetAsync(OnePage).MustBeAsync(302);
    }

    [Test]
    public async Task A_session_ends_after_twelve_hours_however_much_it_is_used()
    {
        using var browser = await service.SignedInAsync();
        using var copy = browser.Copy();
        for (var i = 0; i < 23; i++)
        {
            clock.Advance(TimeSpan.FromMinutes(30));
            await copy.OpenAsync(OnePage);
        }
        clock.Advance(TimeSpan.FromMinutes(30));

        await copy.Client.GetAsync(OnePage).MustBeAsync(302);
    }

    [Test]
    public async Task A_session_that_was_used_until_its_end_goes_away_and_other_uses_are_still_written_down()
    {
        using var browser = await service.SignedInAsync();
        var id = Database.Value<string>(
            service.Storage,
            "access",
            "SELECT id FROM sessions ORDER BY started_at DESC, rowid DESC LIMIT 1"
        );
        for (var i = 0; i < 23; i++)
        {
            clock.Advance(TimeSpan.FromMinutes(30));
            await browser.OpenAsync(OnePage);
        }
        clock.Advance(TimeSpan.FromMinutes(29));
        await browser.OpenAsync(OnePage);

        var key = await service.KeyAsync("countries:view");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/country/");
        request.Headers.Add("X-Api-Key", key);
        await service.Client.SendAsync(request).MustBeAsync(200);
        clock.Advance(TimeSpan.FromMinutes(2));

        await UntilAsync($"SELECT count(*) = 0 FROM sessions WHERE id = '{id}'");
        await UntilAsync($"SELECT last_used_at IS NOT NULL FROM api_keys WHERE id = '{key.Split('_')[1]}'");
    }

    [TestCase(false, true)]
    [TestCase(true, false)]
    public async Task Who_is_disabled_or_no_staff_any_more_is_out_at_once_and_old_sessions_do_not_come_back(
        bool active,
        bool staff
    )
    {
        var (id, name) = await service.UserAsync();
        using var browser = await service.SignedInAsync(name);
        var draft = new UserDraft(name, null, active, staff, IsSuperuser: false, [], []);
        Assert.That((await service.SendAsync(new EditUser(id, Version: null, draft))).IsError, Is.False);

        await browser.Client.GetAsync(OnePage).MustBeAsync(302);
        await service.SendAsync(new EditUser(id, Version: null, draft with { IsActive = true, IsStaff = true }));
        await browser.Client.GetAsync(OnePage).MustBeAsync(302);
    }

    [Test]
    public async Task A_removed_user_is_out_at_once()
    {
        var (id, name) = await service.UserAsync();
        using var browser = await service.SignedInAsync(name);
        await service.SendAsync(new RemoveUser(id, Version: null));

        await browser.Client.GetAsync(OnePage).MustBeAsync(302);
    }

    [Test]
    public async Task A_request_of_somebody_who_is_signed_in_costs_no_database_call()
    {
        using var browser = await service.SignedInAsync();
        await browser.Client.GetAsync("/country/").MustBeAsync(200);
        for (var i = 0; i < 20; i++)
        {
            var (answer, asked) = await calls.OfAsync(browser.Client, new(HttpMethod.Get, "/country/"));
            Assert.That(((int)answer.StatusCode, asked), Is.EqualTo((200, 0)));
        }
    }

    [Test]
    public async Task A_key_counts_before_a_session()
    {
        using var browser = await service.SignedInAsync(superuser: true);
        browser.Client.DefaultRequestHeaders.Add("X-Api-Key", await service.KeyAsync("currencies:write"));

        await AddAsync(browser.Client).MustBeAsync(403);
        browser.Client.DefaultRequestHeaders.Remove("X-Api-Key");
        await AddAsync(browser.Client).MustBeAsync(201);
    }

    [Test]
    public async Task A_user_may_do_what_the_permissions_say_and_the_history_tells_who_it_was()
    {
        var (id, name) = await service.UserAsync(permissions: ["countries:add"]);
        using var browser = await service.SignedInAsync(name);

        using var added = await AddAsync(browser.Client);
        Assert.That((int)added.StatusCode, Is.EqualTo(201), await added.Content.ReadAsStringAsync());
        await browser.Client.DeleteAsync("/api/v1/countries/CH").MustBeAsync(403);
        var who = Database.Query<string>(
            service.Storage,
            "countries",
            "SELECT who FROM history ORDER BY sequence DESC LIMIT 1"
        );
        Assert.That(who.Single(), Is.EqualTo($"user:{name} ({id})"));
    }

    [TestCase("cross-site")]
    [TestCase("same-site")]
    [TestCase("none")]
    [TestCase(null)]
    public async Task What_another_site_may_have_made_the_browser_send_changes_nothing(string? site)
    {
        using var browser = await service.SignedInAsync(superuser: true);
        var before = await CountAsync();
        browser.Client.DefaultRequestHeaders.Remove("Sec-Fetch-Site");
        if (site is not null)
            browser.Client.DefaultRequestHeaders.Add("Sec-Fetch-Site", site);

        await AddAsync(browser.Client).MustBeAsync(403);
        using var plain = new StringContent("{}", System.Text.Encoding.UTF8, "text/plain");
        await browser.Client.PostAsync("/country/", plain).MustBeAsync(403);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["country_name"] = "Forged" });
        await browser.Client.PostAsync("/country/", form).MustBeAsync(403);
        using var deleted = await browser.Client.DeleteAsync("/api/v1/countries/CH");
        var problem = await deleted.Content.ReadFromJsonAsync<JsonObject>();

        Assert.That((int)deleted.StatusCode, Is.EqualTo(403));
        Assert.That((string)problem!["code"]!, Is.EqualTo("access.site.foreign"));
        Assert.That(await CountAsync(), Is.EqualTo(before));
        await browser.Client.GetAsync("/country/").MustBeAsync(200);
    }

    [TestCase("/admin/login")]
    [TestCase("/admin/logout")]
    [TestCase("/admin/password")]
    public async Task A_form_without_its_token_or_from_another_site_is_refused(string path)
    {
        using var browser = await service.SignedInAsync();
        var token = Browser.TokenIn(await browser.OpenAsync(OnePage));

        await PostAsync(null, "same-origin").MustBeAsync(403);
        await PostAsync("nonsense", "same-origin").MustBeAsync(403);
        await PostAsync(token, "cross-site").MustBeAsync(403);
        await browser.OpenAsync(OnePage);

        Task<HttpResponseMessage> PostAsync(string? shown, string site)
        {
            var request = new HttpRequestMessage(HttpMethod.Post, path)
            {
                Content = new FormUrlEncodedContent(shown is null ? [] : [new("form_token", shown)]),
            };
            browser.Client.DefaultRequestHeaders.Remove("Sec-Fetch-Site");
            request.Headers.Add("Sec-Fetch-Site", site);
            return browser.Client.SendAsync(request);
        }
    }

    private static Task<HttpResponseMessage> AddAsync(HttpClient client) =>
        client.PostAsJsonAsync("/country/", new { country_name = $"Signed {Guid.NewGuid()}", local_currency = "Euro" });

    private async Task<int> CountAsync() => (await service.Client.GetFromJsonAsync<JsonArray>("/country/"))!.Count;

    private string Columns(string table) =>
        string.Join(
            ',',
            Database.Query<string>(service.Storage, "access", $"SELECT name FROM pragma_table_info('{table}')")
        );

    private Task UntilAsync(string question) =>
        Until.HoldsAsync(() => Task.FromResult(Database.Value<long>(service.Storage, "access", question) != 0));
}
