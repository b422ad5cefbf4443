using System.Net;
using System.Text.RegularExpressions;

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

    [TestCase(Groups, "permissions")]
    [TestCase(Keys, "scopes")]
    public async Task Nobody_gives_what_they_do_not_have(string list, string field)
    {
        var form = await keeper.SendAsync($"{list}add", ("name", "All"), (field, "currencies:delete"));

        Assert.That(form.Status, Is.EqualTo(409), form.Text);
        Assert.That(form.ErrorAt(field), Does.Contain("currencies:delete"));
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
        var token = Regex.Match(made.Notice ?? "", "ctr_[0-9A-Za-z_]+").Value;
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
