using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Api.Tests.Admin;

/// <summary>Countries in the admin: their money as a table, and two people who change one country at once.</summary>
[TestFixture]
internal sealed class CountryAdminTests : AdminFixture
{
    private const string List = "/admin/countries/";
    private const string Croatia = "/admin/countries/HR/change";

    [Test]
    public async Task A_form_that_changes_nothing_changes_nothing_of_any_country()
    {
        foreach (var code in new[] { "CH", "HR", "GB", "AQ", "XK", "ZW", "US", "VA" })
        {
            var list = await Editor.EditAsync($"{List}{code}/change");
            Assert.That(list.Notice, Does.EndWith("was changed."), $"{code}: {list.Text}");
            Assert.That((await Editor.OpenAsync($"{List}{code}/history")).Text, Does.Not.Contain("Changed"), code);
        }
    }

    [Test]
    public async Task A_country_is_added_with_all_that_can_be_said_and_reads_so_over_the_API()
    {
        var list = await Editor.SendAsync(
            $"{List}add",
            ("name", "Sealand"),
            ("alternateNames", "Fort Roughs\r\n\r\nRoughs Tower \r\n"),
            ("currencies[0].code", "GBP"),
            ("currencies[0].kind", "tender"),
            ("currencies[0].from", "1967-09-02"),
            ("currencies[1].code", " "),
            ("independent", "true"),
            ("location.latitude", "51.8953"),
            ("location.longitude", "1.4805"),
            ("area", "0.004"),
            ("population", "27"),
            ("weekend", "saturday"),
            ("weekend", "sunday"),
            ("drivingSide", "left")
        );

        Assert.That(list.Notice, Is.EqualTo("The country “Sealand” was added."), list.Text);
        var found = await Service.Client.GetFromJsonAsync<JsonObject>("/api/v1/countries?q=sealand");
        var country = found!["items"]![0]!;
        Assert.Multiple(() =>
        {
            Assert.That(country["alternateNames"]!.ToJsonString(), Is.EqualTo("[\"Fort Roughs\",\"Roughs Tower\"]"));
            Assert.That(country["currencies"]!.AsArray(), Has.Count.EqualTo(1));
            Assert.That((string?)country["currencies"]![0]!["from"], Is.EqualTo("1967-09-02"));
            Assert.That((bool)country["independent"]!, Is.True);
            Assert.That((bool)country["landlocked"]!, Is.False);
            Assert.That((double)country["location"]!["latitude"]!, Is.EqualTo(51.8953));
            Assert.That((double)country["area"]!, Is.EqualTo(0.004));
            Assert.That(country["weekend"]!.AsArray(), Has.Count.EqualTo(2));
        });
    }

    [Test]
    public async Task Rows_of_money_are_added_and_removed_by_buttons_and_periods_that_are_over_can_be_taken_away()
    {
        var form = await Editor.OpenAsync(Croatia);
        var rows = MoneyRows(form);
        Assert.That(rows, Is.GreaterThan(1));

        var more = await Editor.SendAsync(Croatia, form.With(("rows", "+currencies")));
        Assert.That((more.Status, MoneyRows(more)), Is.EqualTo((200, rows + 1)));
        var fewer = await Editor.SendAsync(Croatia, more.With(("rows", "-currencies[1]")));
        Assert.That(MoneyRows(fewer), Is.EqualTo(rows));
        Assert.That(fewer.Field("currencies[0].code"), Is.EqualTo("EUR"));
        await Editor.SendAsync(Croatia, fewer.With());

        var saved = await Editor.OpenAsync(Croatia);
        Assert.That(MoneyRows(saved), Is.EqualTo(rows - 1), "The blank row was no period.");
        var history = await Editor.OpenAsync($"{List}HR/history");
        Assert.That(history.Text, Does.Contain("Changed Currencies."));
    }

    [TestCase("-currencies[-1]")]
    [TestCase("-currencies[99]")]
    [TestCase("-currencies[")]
    [TestCase("-nothing[0]")]
    public async Task A_button_that_no_form_has_takes_no_row_away(string button)
    {
        var form = await Editor.OpenAsync(Croatia);

        var same = await Editor.SendAsync(Croatia, form.With(("rows", button)));

        Assert.That((same.Status, MoneyRows(same)), Is.EqualTo((200, MoneyRows(form))));
    }

    [Test]
    public async Task A_form_with_a_member_twice_in_what_was_seen_is_no_fault_of_the_service()
    {
        var form = await Editor.OpenAsync(Croatia);

        var sent = await Editor.SendAsync(
            Croatia,
            form.With(("seen", """{"name":1,"name":2}"""), ("take:name", "theirs"))
        );

        Assert.That(sent.Status, Is.LessThan(500));
    }

    [Test]
    public async Task Errors_in_the_table_of_money_stand_in_their_cells()
    {
        var form = await Editor.OpenAsync(Croatia);

        var refused = await Editor.SendAsync(
            Croatia,
            form.With(("currencies[0].code", "EURO"), ("currencies[1].from", "once"))
        );
        Assert.That(refused.ErrorAt("currencies[1].from"), Does.Contain("YYYY-MM-DD"));
        refused = await Editor.SendAsync(Croatia, form.With(("currencies[0].code", "EURO")));
        Assert.That(refused.ErrorAt("currencies[0].code"), Does.Contain("three letters"));
        refused = await Editor.SendAsync(Croatia, form.With(("currencies[0].code", "XQQ")));
        Assert.That(refused.ErrorAt("currencies[0].code"), Does.Contain("There is no currency XQQ"));
    }

    [Test]
    public async Task Who_saves_second_sees_both_changes_side_by_side_and_decides()
    {
        var mine = await Editor.OpenAsync(Croatia);
        await Editor.EditAsync(Croatia, ("population", "3900000"), ("officialName", "Theirs"));

        var clash = await Editor.SendAsync(Croatia, mine.With(("population", "3800000"), ("drivingSide", "left")));

        Assert.That(clash.Status, Is.EqualTo(409));
        Assert.That(clash.Text, Does.Contain("Somebody else changed this meanwhile"));
        var rows = clash.Rows.Where(row => row.Any(cell => cell.StartsWith("Keep yours", StringComparison.Ordinal)));
        Assert.That(rows.Count(), Is.EqualTo(2), "population and official name");
        Assert.That(clash.Field("take:population"), Is.EqualTo("mine"), "Both changed it: mine is not lost.");
        Assert.That(clash.Field("take:officialName"), Is.EqualTo("theirs"), "Only they changed it.");
        Assert.That(clash.Field("drivingSide"), Is.EqualTo("left"), "Only I changed it.");

        var list = await Editor.SendAsync(Croatia, clash.With());

        Assert.That(list.Notice, Does.EndWith("was changed."), list.Text);
        var saved = await Editor.OpenAsync(Croatia);
        Assert.That(
            (saved.Field("population"), saved.Field("officialName"), saved.Field("drivingSide")),
            Is.EqualTo(("3800000", "Theirs", "left"))
        );
    }

    [Test]
    public async Task A_clash_that_is_decided_for_theirs_takes_theirs()
    {
        var mine = await Editor.OpenAsync(Croatia);
        await Editor.EditAsync(Croatia, ("population", "3900000"), ("borders", "SVN"));
        var clash = await Editor.SendAsync(Croatia, mine.With(("population", "3800000"), ("borders", "HUN")));

        await Editor.SendAsync(Croatia, clash.With(("take:population", "theirs"), ("take:borders", "theirs")));

        var saved = await Editor.OpenAsync(Croatia);
        Assert.That((saved.Field("population"), saved.Field("borders")), Is.EqualTo(("3900000", "SVN")));
    }

    [Test]
    public async Task Deleting_a_country_tells_what_goes_with_it()
    {
        var question = await Editor.OpenAsync($"{List}CH/delete");

        Assert.That(question.Text, Does.Contain("26 subdivisions").And.Contain("languages"));
    }

    [Test]
    public async Task What_would_be_markup_is_text_on_every_page()
    {
        const string Bad = "<img src=x onerror=alert(1)>";
        var saved = await Editor.SendAsync(
            $"{List}add",
            ("name", Bad),
            ("officialName", Bad),
            ("alternateNames", Bad),
            ("localCurrency", Bad),
            ("nativeNames[0].language", "en"),
            ("nativeNames[0].common", Bad),
            ("capitals[0].name", Bad),
            ("region", Bad),
            ("subregion", Bad),
            ("demonyms[0].language", "en"),
            ("demonyms[0].male", Bad),
            ("demonyms[0].female", Bad),
            ("save", "continue")
        );

        Assert.That(saved.Notice, Does.Contain($"“{Bad}” was added"), saved.Text);
        var address = $"{List}{Uri.EscapeDataString((await KeyAsync())!)}";
        foreach (
            var page in new[] { List, $"{List}?q=img", $"{address}/change", $"{address}/delete", $"{address}/history" }
        )
            Assert.That((await Editor.OpenAsync(page)).Html, Does.Not.Contain("<img src=x"), page);
        Assert.That((await Editor.OpenAsync($"{List}?q=img")).Rows[0][1], Is.EqualTo(Bad));
        Assert.That(saved.Field("capitals[0].name"), Is.EqualTo(Bad));
    }

    private async Task<string?> KeyAsync() =>
        (string?)
            (await Service.Client.GetFromJsonAsync<JsonObject>("/api/v1/countries?q=onerror"))!["items"]![0]!["id"];

    private static int MoneyRows(SeenPage page) =>
        page.Fields()
            .Count(field =>
                field.Name.StartsWith("currencies[", StringComparison.Ordinal)
                && field.Name.EndsWith(".code", StringComparison.Ordinal)
            );
}
