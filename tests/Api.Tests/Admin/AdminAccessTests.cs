namespace Api.Tests.Admin;

/// <summary>Who may see and do what in the admin: pages hide it, and the server refuses it too.</summary>
[TestFixture]
internal sealed class AdminAccessTests : AdminFixture
{
    [TestCase("/admin/", "%2Fadmin%2F")]
    [TestCase("/admin/countries/?q=a%20b", "%2Fadmin%2Fcountries%2F%3Fq%3Da%2520b")]
    [TestCase("/admin/currencies/CHF/change", "%2Fadmin%2Fcurrencies%2FCHF%2Fchange")]
    public async Task Whoever_is_not_signed_in_is_led_to_where_they_can_and_back(string address, string next)
    {
        using var stranger = await VisitorAsync();

        var answer = await stranger.OpenAsync(address);

        Assert.That((answer.Status, answer.Location), Is.EqualTo((302, $"/admin/login?next={next}")));
        Assert.That(answer.Answer.Headers.WwwAuthenticate, Is.Empty);
    }

    [Test]
    public async Task Who_may_only_view_sees_forms_that_cannot_be_sent_and_is_refused_when_sending()
    {
        using var viewer = await VisitorAsync("currencies:view");

        var index = await viewer.OpenAsync("/admin/");
        Assert.That(index.Html, Does.Contain("/admin/currencies/").And.Not.Contain("/admin/countries/"));
        Assert.That(index.Html, Does.Not.Contain("/admin/currencies/add"));
        var list = await viewer.OpenAsync("/admin/currencies/");
        Assert.That(list.Html, Does.Not.Contain("Add currency").And.Not.Contain("Delete selected"));
        var form = await viewer.OpenAsync("/admin/currencies/CHF/change");
        Assert.That(form.Html, Does.Contain("disabled").And.Not.Contain("value=\"list\"").And.Not.Contain("/delete"));

        Assert.That((await viewer.PostAsync("/admin/currencies/CHF/change", form.With())).Status, Is.EqualTo(403));
        Assert.That((await viewer.OpenAsync("/admin/currencies/add")).Status, Is.EqualTo(403));
        Assert.That((await viewer.PostAsync("/admin/currencies/add", ("code", "XSL"))).Status, Is.EqualTo(403));
        Assert.That((await viewer.OpenAsync("/admin/currencies/CHF/delete")).Status, Is.EqualTo(403));
        Assert.That((await viewer.PostAsync("/admin/currencies/CHF/delete")).Status, Is.EqualTo(403));
        Assert.That((await viewer.PostAsync("/admin/currencies/", ("key", "CHF"))).Status, Is.EqualTo(403));
        var refused = await viewer.OpenAsync("/admin/countries/");
        Assert.That(refused.Status, Is.EqualTo(403));
        Assert.That(refused.Text, Does.Contain("You may not do this."));
    }

    [TestCase("/admin/")]
    [TestCase("/admin/countries/")]
    [TestCase("/admin/countries/add")]
    [TestCase("/admin/countries/CH/change")]
    [TestCase("/admin/countries/CH/delete")]
    [TestCase("/admin/countries/CH/history")]
    public async Task A_page_is_for_one_person_and_has_neither_script_nor_style_within(string address)
    {
        var page = await Editor.OpenAsync(address);

        Assert.That(page.Status, Is.EqualTo(200), page.Html);
        Assert.That(page.Answer.Headers.CacheControl?.NoStore, Is.True);
        Assert.That(page.Html, Does.Not.Contain("<script").And.Not.Contain("style=").And.Not.Contain("onclick"));
        Assert.That(page.Answer.Headers.GetValues("Content-Security-Policy").Single(), Does.Not.Contain("unsafe"));
    }
}
