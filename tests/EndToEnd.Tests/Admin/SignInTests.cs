using System.Text.RegularExpressions;
using Api.Tests.Access;
using EndToEnd.Tests.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Tests.Admin;

/// <summary>People enter and leave the admin, and do there what they may.</summary>
[TestFixture]
[Parallelizable(ParallelScope.All)]
internal sealed class SignInTests
{
    private const string Login = "/admin/login";

    [Test]
    public async Task A_wrong_password_is_told_the_right_one_leads_on_and_signing_out_ends_it([Values] bool script)
    {
        var (_, name) = await Site.ToChange.Service.UserAsync(superuser: true);
        await using var visit = await Visit.BeginAsync(Site.ToChange.Home, script: script);
        var page = await visit.OpenAsync("/admin/countries/?q=guinea&sort=-name");

        await visit.SignInAsync(name, "not the password");
        await Expect(page.GetByRole(AriaRole.Alert).First)
            .ToContainTextAsync("Please enter the correct username and password");
        await Expect(page.Locator("#username")).ToHaveValueAsync(name);
        await Expect(page.Locator("#password").First).ToBeEmptyAsync();

        await visit.SignInAsync(name, People.Password);
        await Expect(page).ToHaveURLAsync($"{Site.ToChange.Home}admin/countries/?q=guinea&sort=-name");
        await Expect(page.Locator(".who")).ToContainTextAsync(name);

        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex($"{Login}$"));
        // What the browser kept must not show it again either.
        await page.GoBackAsync();
        await Expect(page.Locator("#username")).ToBeVisibleAsync();
        Assert.That(page.Url, Does.Contain("next=%2Fadmin%2Fcountries%2F"));
    }

    [Test]
    public async Task Axe_finds_no_violation_where_signing_in_failed()
    {
        await using var visit = await Visit.BeginAsync(Site.ToChange.Home);
        await visit.OpenAsync(Login);
        await visit.SignInAsync("nobody", "not the password");
        await Expect(visit.Page.Locator("#error")).ToBeVisibleAsync();

        Assert.That(await visit.ViolationsAsync(), Is.Empty);
    }

    [Test]
    public async Task Who_may_little_is_offered_little_and_refused_the_rest()
    {
        var (_, name) = await Site.ToChange.Service.UserAsync(
            permissions: ["countries:view", "currencies:view", "currencies:change"]
        );
        await using var visit = await Site.ToChange.VisitAsAsync(name);
        var page = visit.Page;
        var resources = page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Listitem);
        await Expect(resources).ToHaveTextAsync(["Countries", "Currencies"]);

        await visit.OpenAsync("/admin/countries/");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Add country" })).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Checkbox)).ToHaveCountAsync(0);
        await visit.OpenAsync("/admin/countries/HR/change");
        await Expect(page.Locator("#name")).ToBeDisabledAsync();
        await Expect(Button("Save")).ToHaveCountAsync(0);
        foreach (var path in (string[])["countries/HR/delete", "countries/add", "access/users/", "history/", "outbox/"])
        {
            await visit.OpenAsync($"/admin/{path}", 403);
            await Expect(page.Locator("h1")).ToHaveTextAsync("Forbidden");
        }
        Assert.That(await visit.ViolationsAsync(), Is.Empty);

        // Somebody who bends the page does not get further.
        await visit.OpenAsync("/admin/countries/HR/change");
        await page.EvaluateAsync(
            """
            () => {
              document.querySelector('fieldset.bare').disabled = false;
              document.querySelector('#name').value = 'Bent';
              document.querySelector('form.record').submit();
            }
            """
        );
        await Expect(page.Locator("h1")).ToHaveTextAsync("Forbidden");
        await visit.OpenAsync("/admin/countries/HR/change");
        await Expect(page.Locator("#name")).ToHaveValueAsync("Croatia");

        await visit.OpenAsync("/admin/currencies/HRK/change");
        await page.FillAsync("#symbol", "kn.");
        await Button("Save and continue editing").First.ClickAsync();
        await Expect(page.Locator("#symbol")).ToHaveValueAsync("kn.");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Delete" })).ToHaveCountAsync(0);

        ILocator Button(string text) => page.GetByRole(AriaRole.Button, new() { Name = text, Exact = true });
    }

    [Test]
    public async Task Whoever_looks_after_the_users_sets_a_password_which_ends_the_sessions_of_its_user()
    {
        const string Next = "another seven quiet herons";
        var (_, name) = await Site.ToChange.Service.UserAsync();
        await using var theirs = await Site.ToChange.VisitAsAsync(name);
        await using var visit = await Site.ToChange.KeeperAsync();
        var page = await visit.OpenAsync($"/admin/access/users/?q={name}");
        await page.Locator("main tbody tr").GetByRole(AriaRole.Link).First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Set password" }).ClickAsync();

        await SetAsync(Next, $"{Next}!");
        await Expect(page.Locator("#again-error")).ToContainTextAsync("not the same");
        Assert.That(await visit.ViolationsAsync(), Is.Empty);
        await SetAsync(Next, Next);
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync($"The password of “{name}” was changed.");

        await theirs.OpenAsync("/admin/");
        await theirs.SignInAsync(name, Next);
        await Expect(theirs.Page.Locator("h1")).ToHaveTextAsync("Admin");

        async Task SetAsync(string password, string again)
        {
            await page.FillAsync("#password", password);
            await page.FillAsync("#again", again);
            await page.GetByRole(AriaRole.Button, new() { Name = "Set password" }).ClickAsync();
        }
    }

    [Test]
    public async Task A_changed_password_is_asked_for_twice_and_signs_out_every_other_browser()
    {
        const string Next = "another seven quiet herons";
        var (_, name) = await Site.ToChange.Service.UserAsync();
        await using var visit = await Site.ToChange.VisitAsAsync(name);
        await using var other = await Site.ToChange.VisitAsAsync(name);
        var page = visit.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "Change password" }).ClickAsync();

        await ChangeAsync("not the password", Next, Next);
        await Expect(page.Locator("#old_password-error")).Not.ToBeEmptyAsync();
        await ChangeAsync(People.Password, "short", "short");
        await Expect(page.Locator("#new_password-error")).ToContainTextAsync("15 characters");
        await ChangeAsync(People.Password, Next, $"{Next}!");
        await Expect(page.Locator("#new_password_again-error")).ToContainTextAsync("not the same");
        Assert.That(await visit.ViolationsAsync(), Is.Empty);
        await ChangeAsync(People.Password, Next, Next);
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Your password was changed.");

        await visit.OpenAsync("/admin/");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Admin");
        await other.OpenAsync("/admin/");
        await other.SignInAsync(name, People.Password);
        await Expect(other.Page.Locator("#error")).ToBeVisibleAsync();
        await other.SignInAsync(name, Next);
        await Expect(other.Page.Locator("h1")).ToHaveTextAsync("Admin");

        async Task ChangeAsync(string before, string after, string again)
        {
            await page.FillAsync("#old_password", before);
            await page.FillAsync("#new_password", after);
            await page.FillAsync("#new_password_again", again);
            await page.GetByRole(AriaRole.Button, new() { Name = "Change", Exact = true }).ClickAsync();
        }
    }

    [Test]
    public async Task A_passkey_is_added_asked_for_beside_the_password_signs_in_alone_and_is_removed()
    {
        var (_, name) = await Site.ToChange.Service.UserAsync();
        await using var visit = await Site.ToChange.VisitAsAsync(name);
        var page = visit.Page;
        await AddAuthenticatorAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Passkeys" }).ClickAsync();
        await Expect(page.GetByText("You have none.")).ToBeVisibleAsync();
        await page.FillAsync("#name", "Ann's laptop");
        await page.FillAsync("#passkey #password", People.Password);
        await Button("Add").ClickAsync();
        var own = page.GetByRole(AriaRole.Heading, new() { Name = "Ann's laptop" });
        await Expect(own).ToBeVisibleAsync();
        Assert.That(await visit.ViolationsAsync(), Is.Empty);

        // The password alone opens nothing now, and with the passkey it does.
        await SignOutAsync();
        await visit.SignInAsync(name, People.Password);
        await Expect(page.GetByText("Now show your passkey.")).ToBeVisibleAsync();
        Assert.That(await visit.ViolationsAsync(), Is.Empty);
        await Button("Sign in with a passkey").ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Admin");

        // The passkey alone, and to where somebody wanted to go.
        await SignOutAsync();
        await visit.OpenAsync("/admin/passkeys");
        await Button("Sign in with a passkey").ClickAsync();
        await Expect(own).ToBeVisibleAsync();

        await page.FillAsync("#password-0", "not the password");
        await Button("Remove Ann's laptop").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert).First).Not.ToBeEmptyAsync();
        await page.FillAsync("#password-0", People.Password);
        await Button("Remove Ann's laptop").ClickAsync();
        await Expect(page.GetByText("You have none.")).ToBeVisibleAsync();

        await SignOutAsync();
        await Button("Sign in with a passkey").ClickAsync();
        await Expect(page.Locator("#error")).ToBeVisibleAsync();
        await visit.SignInAsync(name, People.Password);
        await Expect(page.Locator("h1")).ToHaveTextAsync("Admin");

        ILocator Button(string text) => page.GetByRole(AriaRole.Button, new() { Name = text, Exact = true });

        async Task SignOutAsync()
        {
            await visit.OpenAsync("/admin/");
            await Button("Sign out").ClickAsync();
            await Expect(page).ToHaveURLAsync(new Regex($"{Login}$"));
        }
    }

    /// <summary>Gives the browser a device that keeps passkeys and knows its owner without asking.</summary>
    private static async Task AddAuthenticatorAsync(IPage page)
    {
        var devices = await page.Context.NewCDPSessionAsync(page);
        await devices.SendAsync("WebAuthn.enable");
        await devices.SendAsync(
            "WebAuthn.addVirtualAuthenticator",
            new()
            {
                ["options"] = new Dictionary<string, object>
                {
                    ["protocol"] = "ctap2",
                    ["transport"] = "internal",
                    ["hasResidentKey"] = true,
                    ["hasUserVerification"] = true,
                    ["isUserVerified"] = true,
                },
            }
        );
    }
}
