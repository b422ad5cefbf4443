using Access.Application;
using Api.Tests.Seed;
using Api.Tests.Testing;

namespace Api.Tests.Access;

/// <summary>How somebody changes their own password, and what may be chosen.</summary>
[TestFixture]
internal sealed class PasswordPageTests
{
    private const string Path = "/admin/password";
    private const string Another = "another quiet heron or two";

    private RunningService service = null!;

    [OneTimeSetUp]
    public void Start() =>
        service = new(new() { ["Access:FailuresByName"] = "1000", ["Access:FailuresByAddress"] = "1000" });

    [OneTimeTearDown]
    public void Stop() => service.Dispose();

    [Test]
    public async Task A_change_ends_the_other_sessions_and_gives_this_one_a_new_token()
    {
        var (_, name) = await service.UserAsync();
        using var browser = await service.SignedInAsync(name);
        using var elsewhere = await service.SignedInAsync(name);
        using var copy = browser.Copy();

        using var answer = await ChangeAsync(browser, People.Password, Another);

        Assert.That((int)answer.StatusCode, Is.EqualTo(303), await answer.Content.ReadAsStringAsync());
        Assert.That(await browser.OpenAsync(answer.Headers.Location!.OriginalString), Does.Contain("was changed"));
        await elsewhere.Client.GetAsync(Path).MustBeAsync(302);
        await copy.Client.GetAsync(Path).MustBeAsync(302);
        using var old = service.Browser();
        await old.SignInAsync(name, People.Password).MustBeAsync(422);
        await old.SignInAsync(name, Another).MustBeAsync(302);
    }

    [Test]
    public async Task Whoever_does_not_know_the_password_does_not_change_it()
    {
        using var browser = await service.SignedInAsync();
        using var answer = await ChangeAsync(browser, "wrong", Another);

        Assert.That((int)answer.StatusCode, Is.EqualTo(422));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("This is not your password."));
        await browser.OpenAsync(Path);
    }

    [TestCase("short", "must have 15 characters")]
    [TestCase("fourteen chars", "must have 15 characters")]
    [TestCase("123456789987654321", "too well known")]
    [TestCase("PasswordPassword", "too well known")]
    [TestCase("aaaaaaaaaaaaaaaaaaaa", "too well known")]
    [TestCase("", "A password is required")]
    [TestCase("fifteen \ud800 characters", "nobody can type")]
    public async Task What_is_short_or_tried_first_is_refused_and_named(string chosen, string words)
    {
        using var browser = await service.SignedInAsync();
        using var answer = await ChangeAsync(browser, People.Password, chosen);
        var page = await answer.Content.ReadAsStringAsync();

        Assert.That((int)answer.StatusCode, Is.EqualTo(422));
        Assert.That(page, Does.Contain(words));
        if (chosen.Length > 0)
            Assert.That(page, Does.Not.Contain($"value=\"{chosen}"), "what was typed is not shown");
    }

    [TestCase("fifteen chars ok")]
    [TestCase("das ist ein längeres Wort 🏝")]
    [TestCase("  leading and trailing  ")]
    public async Task Any_characters_may_be_chosen_and_each_counts(string chosen)
    {
        var (_, name) = await service.UserAsync();
        using var browser = await service.SignedInAsync(name);
        await ChangeAsync(browser, People.Password, chosen).MustBeAsync(303);

        using var other = service.Browser();
        await other.SignInAsync(name, chosen + " ").MustBeAsync(422);
        await other.SignInAsync(name, chosen).MustBeAsync(302);
    }

    [Test]
    public async Task Two_different_new_passwords_are_refused()
    {
        using var browser = await service.SignedInAsync();
        using var answer = await browser.PostAsync(
            Path,
            new()
            {
                ["old_password"] = People.Password,
                ["new_password"] = Another,
                ["new_password_again"] = Another + "!",
            }
        );

        Assert.That((int)answer.StatusCode, Is.EqualTo(422));
    }

    [Test]
    public async Task A_password_that_is_set_for_somebody_ends_their_sessions()
    {
        var (id, name) = await service.UserAsync();
        using var browser = await service.SignedInAsync(name);
        await service.SendAsync(new SetPassword(id, Another));

        await browser.Client.GetAsync(Path).MustBeAsync(302);
    }

    [Test]
    public async Task The_page_is_for_people_only()
    {
        using var client = await service.ClientWithKeyAsync("countries:write");

        await client.GetAsync(Path).MustBeAsync(404);
        using var browser = service.Browser();
        await browser.Client.GetAsync(Path).MustBeAsync(302);
    }

    private static Task<HttpResponseMessage> ChangeAsync(Browser browser, string old, string chosen) =>
        browser.PostAsync(
            Path,
            new()
            {
                ["old_password"] = old,
                ["new_password"] = chosen,
                ["new_password_again"] = chosen,
            }
        );
}
