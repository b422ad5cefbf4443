namespace Api.Tests.Admin;

/// <summary>What happened is told: to everybody what they did themselves, to whoever looks after the service all of it.</summary>
[TestFixture]
internal sealed class AuditTrailTests : AdminFixture
{
    private const string Trail = "/admin/history/";

    [Test]
    public async Task The_index_tells_what_the_caller_did_last_and_nothing_of_others()
    {
        using var other = await VisitorAsync("currencies:view", "currencies:write");
        await other.EditAsync("/admin/currencies/USD/change", ("name", "Greenback"));
        await Editor.EditAsync("/admin/currencies/CHF/change", ("name", "Swiss money"));
        await Editor.EditAsync("/admin/countries/CH/change", ("population", "9"));

        var index = await Editor.OpenAsync("/admin/");

        Assert.That(index.Text, Does.Match(@"Switzerland Changed Population\. .* Swiss money \(CHF\) Changed Name\."));
        Assert.That(index.Html, Does.Contain("href=\"/admin/countries/CH/change\""));
        Assert.That(index.Text, Does.Not.Contain("Greenback"));
    }

    [Test]
    public async Task The_trail_tells_all_modules_newest_first_and_is_searched_and_filtered()
    {
        using var auditor = await VisitorAsync("history:view");
        await Editor.EditAsync("/admin/currencies/CHF/change", ("name", "Swiss money"));
        await Editor.EditAsync("/admin/countries/CH/change", ("population", "9"));

        var trail = await auditor.OpenAsync(Trail);
        Assert.That(trail.Rows[0], Does.Contain("country").And.Some.EndsWith(" → 9"));
        Assert.That(trail.Rows[1], Does.Contain("currency").And.Contain("Name: Swiss Franc → Swiss money"));

        Assert.That((await auditor.OpenAsync($"{Trail}?q=Swiss+money")).Rows, Has.Count.EqualTo(1));
        Assert.That((await auditor.OpenAsync($"{Trail}?record=currency&action=changed")).Rows, Has.Count.EqualTo(1));
        Assert.That((await auditor.OpenAsync($"{Trail}?who=nobody")).Rows, Is.Empty);
        Assert.That((await auditor.OpenAsync($"{Trail}?whom=x")).Status, Is.EqualTo(400));
        Assert.That((await Editor.OpenAsync(Trail)).Status, Is.EqualTo(403));
    }

    [Test]
    public async Task Every_entry_of_the_trail_is_on_one_page()
    {
        using var auditor = await VisitorAsync("history:view");
        for (var i = 1; i <= 3; i++)
        {
            await Editor.EditAsync("/admin/currencies/CHF/change", ("name", $"Swiss {i}"));
            await Editor.EditAsync("/admin/countries/CH/change", ("population", $"{i}"));
        }

        var seen = new List<string>();
        for (var next = $"{Trail}?limit=2&action=changed"; next is not null; )
        {
            var page = await auditor.OpenAsync(next);
            Assert.That(page.Text, Does.Contain("6 "));
            seen.AddRange(page.Rows.Select(row => row[^1].Split("→ ")[1]));
            next = page.Link("next");
        }

        Assert.That(seen, Is.EqualTo(new[] { "3", "Swiss 3", "2", "Swiss 2", "1", "Swiss 1" }));
    }
}
