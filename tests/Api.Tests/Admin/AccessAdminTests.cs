using System.Net;
using System.Text.RegularExpressions;
using Access.Application;
using Api.Tests.Access;
using Api.Tests.Seed;
using Api.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Api.Tests.Admin;

/// <summary>People, groups and keys in the admin. Nobody comes to more than they may by way of another account or a key.</summary>
[TestFixture]
internal sealed class AccessAdminTests : AdminFixture
{
    private const string Users = "/admin/access/users/";
    private const string Groups = "/admin/access/groups/";
    private const string Keys = "/admin/access/keys/";

    private Visitor keeper = null!;

    [SetUp]
    public async Task EnterAsync() =>
        keeper = await VisitorAsync(
            "users:view",
            "users:write",
            "groups:view",
            "groups:write",
            "keys:view",
            "keys:write",
            "countries:view"
        );

    [TearDown]
    public void Leave() => keeper.Dispose();

    [Test]
    public async Task A_group_and_a_user_in_it_are_added_changed_and_deleted()
    {
        var groups = await keeper.SendAsync($"{Groups}add", ("name", "Readers"), ("permissions", "countries:view"));
        Assert.That(groups.Notice, Is.EqualTo("The group “Readers” was added."), groups.Text);
        Assert.That(groups.Rows[0], Does.Contain("countries:view"));

        var form = await keeper.OpenAsync($"{Users}add");
        Assert.That(form.Field("active"), Is.EqualTo("true"), "A new user may sign in.");
        var group = Regex.Match(form.Html, "name=\"groups\" value=\"([^\"]*)\"").Groups[1].Value;
        var users = await keeper.SendAsync(
            $"{Users}add",
            form.With(("name", "ann"), ("password", "a long and rare phrase"), ("groups", group))
        );
        Assert.That(users.Notice, Is.EqualTo("The user “ann” was added."), users.Text);
        Assert.That(users.Html, Does.Not.Contain("rare phrase"));

        var address = $"{Users}{Regex.Match(users.Html, "access/users/([0-9a-f-]{36})/change").Groups[1].Value}";
        var ann = await keeper.OpenAsync($"{address}/change");
        Assert.That((ann.Field("groups"), ann.Field("password")), Is.EqualTo((group, (string?)null)));
        await keeper.SendAsync($"{address}/change", ann.With(("email", "ann@example.org")));
        Assert.That((await keeper.OpenAsync($"{address}/history")).Text, Does.Contain("ann@example.org"));

        var question = await keeper.OpenAsync($"{address}/delete");
        Assert.That(question.Text, Does.Contain("all sessions of the user"));
        var list = await keeper.SendAsync($"{address}/delete", question.With(("confirmed", "yes")));
        Assert.That(list.Notice, Is.EqualTo("The user “ann” was deleted."));
    }

    [Test]
    public async Task A_password_is_asked_for_and_is_shown_nowhere()
    {
        var form = await keeper.SendAsync($"{Users}add", ("name", "ann"), ("password", "12345"));

        Assert.That(form.Status, Is.EqualTo(422));
        Assert.That(form.ErrorAt("password"), Is.Not.Null, form.Text);
        Assert.That(form.Html, Does.Not.Contain("12345"));
    }

    [Test]
    public async Task Where_too_many_passwords_are_hashed_a_form_says_when_to_send_it_again()
    {
        await using var busy = new RunningService(new() { ["Access:PasswordQueue"] = "0" });
        using var admin = new Visitor(busy.Client.BaseAddress!, await busy.KeyAsync("users:view", "users:write"));
        using var turn = await busy.Services.GetRequiredService<IPasswords>().EnterAsync(default);

        var form = await admin.EditAsync($"{Users}add", ("name", "ann"), ("password", "a long and rare phrase"));
        Assert.That((form.Status, form.Answer.Headers.RetryAfter?.Delta?.TotalSeconds), Is.EqualTo((429, 2)));
        Assert.That(form.Text, Does.Contain("Try again in a few seconds."));
        Assert.That(form.Field("name"), Is.EqualTo("ann"), "what was typed is still there");
    }

    [Test]
    public async Task A_password_is_set_for_somebody_whose_sessions_end()
    {
        const string chosen = "another quiet heron or two";
        var (id, name) = await Service.UserAsync();
        using var browser = await Service.SignedInAsync(name);
        Assert.That((await keeper.OpenAsync($"{Users}{id}/change")).Html, Does.Contain($"{id}/password"));
        var address = $"{Users}{id}/password";

        var unlike = await keeper.EditAsync(address, ("password", chosen), ("again", chosen + "!"));
        Assert.That(
            (unlike.Status, unlike.ErrorAt("again")),
            Is.EqualTo((422, "The two new passwords are not the same."))
        );
        var none = await keeper.EditAsync(address, ("password", ""), ("again", ""));
        Assert.That((none.Status, none.ErrorAt("password")), Is.EqualTo((422, "A password is required.")));
        var known = await keeper.EditAsync(address, ("password", "PasswordPassword"), ("again", "PasswordPassword"));
        Assert.That(known.ErrorAt("password"), Does.Contain("too well known"), known.Text);
        Assert.That(known.Html, Does.Not.Contain("PasswordPassword"));
        await browser.OpenAsync("/admin/");

        var set = await keeper.EditAsync(address, ("password", chosen), ("again", chosen));

        Assert.That(set.Notice, Does.StartWith($"The password of “{name}” was changed."), set.Text);
        await browser.Client.GetAsync("/admin/").MustBeAsync(302);
        using var other = Service.Browser();
        await other.SignInAsync(name, People.Password).MustBeAsync(422);
        await other.SignInAsync(name, chosen).MustBeAsync(302);
        Assert.That(
            (await keeper.OpenAsync($"{Users}{id}/history")).Text,
            Does.Contain("password changed at").IgnoreCase
        );
    }

    [Test]
    public async Task Nobody_sets_the_password_of_who_may_do_more_nor_their_own_without_the_old_one()
    {
        (string Name, string Value)[] chosen =
        [
            ("password", "another quiet heron or two"),
            ("again", "another quiet heron or two"),
        ];
        var (boss, _) = await Service.UserAsync(superuser: true);
        var (able, _) = await Service.UserAsync(permissions: ["currencies:delete"]);
        var superuser = await keeper.PostAsync($"{Users}{boss}/password", chosen);
        Assert.That(
            (superuser.Status, superuser.Text.Contains("Only a superuser")),
            Is.EqualTo((409, true)),
            superuser.Text
        );
        var more = await keeper.PostAsync($"{Users}{able}/password", chosen);
        Assert.That((more.Status, more.Text.Contains("currencies:delete")), Is.EqualTo((409, true)), more.Text);
        using var reader = await VisitorAsync("users:view");
        Assert.That((await reader.OpenAsync($"{Users}{able}/change")).Html, Does.Not.Contain($"{able}/password"));
        Assert.That((await reader.PostAsync($"{Users}{able}/password", chosen)).Status, Is.EqualTo(403));
        Assert.That((await keeper.SendAsync($"{Users}{Guid.Empty}/password", chosen)).Notice, Does.Contain("no user"));

        var (own, name) = await Service.UserAsync(permissions: ["users:change"]);
        using var browser = await Service.SignedInAsync(name);
        using var answer = await browser.PostAsync(
            "/admin/password",
            chosen.ToDictionary(field => field.Name, field => field.Value),
            $"{Users}{own}/password"
        );
        Assert.That(
            ((int)answer.StatusCode, answer.Headers.Location?.OriginalString),
            Is.EqualTo((302, "/admin/password"))
        );
        await browser.OpenAsync("/admin/");
    }

    [TestCase(Groups, "permissions")]
    [TestCase(Keys, "scopes")]
    public async Task Nobody_gives_what_they_do_not_have(string list, string field)
    {
        var form = await keeper.SendAsync($"{list}add", ("name", "All"), (field, "currencies:delete"));

        Assert.That(form.Status, Is.EqualTo(409), form.Text);
        Assert.That(form.ErrorAt(field), Does.Contain("currencies:delete"));
    }

    [Test]
    public async Task A_reload_of_the_page_that_tells_a_key_makes_no_second_one()
    {
        var form = await keeper.OpenAsync($"{Keys}add");
        var sent = form.With(("name", "importer"), ("scopes", "countries:view"));
        var made = await keeper.SendAsync($"{Keys}add", sent);
        Assert.That(made.Text, Does.Contain("ctr_"));

        var again = await keeper.SendAsync($"{Keys}add", sent);

        Assert.That(again.Status, Is.EqualTo(409));
        Assert.That(again.Html, Does.Not.Contain("ctr_").And.Contain("This form was sent before"));
        Assert.That(again.Field("name"), Is.EqualTo("importer"), "who wants another one sends it again");
        Assert.That((await keeper.OpenAsync($"{Keys}?q=importer")).Rows, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_form_for_a_key_that_was_refused_can_be_mended_and_sent_again()
    {
        var form = await keeper.OpenAsync($"{Keys}add");
        var refused = await keeper.SendAsync($"{Keys}add", form.With(("scopes", "countries:view")));
        Assert.That(refused.ErrorAt("name"), Is.Not.Null);

        var made = await keeper.SendAsync($"{Keys}add", refused.With(("name", "mended")));

        Assert.That(made.Text, Does.Contain("ctr_"));
    }

    [Test]
    public async Task A_key_is_told_once_works_and_is_revoked()
    {
        var made = await keeper.SendAsync(
            $"{Keys}add",
            ("name", "importer"),
            ("scopes", "countries:view"),
            ("expiresAt", "2999-01-31 12:00")
        );
        var token = Regex.Match(made.Text, "ctr_[0-9A-Za-z_]+").Value;
        Assert.That(token, Is.Not.Empty, made.Text);
        var list = await keeper.OpenAsync($"{Keys}?q=importer&state=active");
        Assert.That(list.Html, Does.Not.Contain(token));
        Assert.That(list.Rows.Single(), Does.Contain("importer").And.Contain("2999-01-31 12:00:00 UTC"));
        using var importer = new Visitor(Service.Client.BaseAddress!, token);
        Assert.That((await importer.OpenAsync("/admin/countries/")).Status, Is.EqualTo(200));

        var id = list.Rows.Single()[2];
        var question = await keeper.OpenAsync($"{Keys}{id}/delete");
        Assert.That(question.Text, Does.Contain("Revoke this API key?"));
        var revoked = await keeper.SendAsync($"{Keys}{id}/delete", question.With(("confirmed", "yes")));

        Assert.That(revoked.Notice, Is.EqualTo("The API key “importer” was revoked."));
        Assert.That(
            (await importer.OpenAsync("/admin/countries/")).Status,
            Is.EqualTo((int)HttpStatusCode.Unauthorized)
        );
    }
}
