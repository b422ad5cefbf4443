namespace Api.Tests.Admin;

/// <summary>What every resource of the admin can do, shown with currencies.</summary>
[TestFixture]
internal sealed class CurrencyAdminTests : AdminFixture
{
    private const string List = "/admin/currencies/";
    private const string Add = "/admin/currencies/add";

    [Test]
    public async Task The_list_is_counted_searched_filtered_sorted_and_read_page_by_page()
    {
        var all = await Editor.OpenAsync(List);
        Assert.That(all.Status, Is.EqualTo(200), all.Html);
        Assert.That(all.Text, Does.Contain("315 currencies"));
        Assert.That(all.Rows, Has.Count.EqualTo(50));

        Assert.That((await Editor.OpenAsync($"{List}?q=franc+suisse")).Rows[0], Does.Contain("CHF"));
        var funds = await Editor.OpenAsync($"{List}?q=&kind=fund&status=");
        Assert.That(funds.Rows.Select(row => row[6]), Is.Not.Empty.And.All.EqualTo("fund"));
        var sorted = await Editor.OpenAsync($"{List}?sort=-code");
        Assert.That(sorted.Rows[0][1], Is.EqualTo("ZWR"));
        Assert.That(sorted.Html, Does.Contain("aria-sort=\"descending\""));

        var seen = new List<string>();
        for (var next = List; next is not null; )
        {
            var page = await Editor.OpenAsync(next);
            seen.AddRange(page.Rows.Select(row => row[1]));
            next = page.Link("next");
        }
        Assert.That(seen, Has.Count.EqualTo(315).And.Unique);
    }

    [Test]
    public async Task A_word_that_the_list_does_not_know_is_told_and_not_guessed()
    {
        var page = await Editor.OpenAsync($"{List}?kind=fnud&sort=nmae");

        Assert.That(page.Status, Is.EqualTo(400));
        Assert.That(page.Text, Does.Contain("did you mean fund?").And.Contain("did you mean name?"));
    }

    [Test]
    public async Task A_record_is_added_found_in_the_list_and_told_in_its_history()
    {
        var list = await Editor.SendAsync(Add, ("code", "XSL"), ("name", "Sealand Dollar"), ("minorUnits.iso", "2"));

        Assert.That(list.Notice, Is.EqualTo("The currency “Sealand Dollar (XSL)” was added."));
        Assert.That((await Editor.OpenAsync(List)).Notice, Is.Null, "It is shown once.");
        Assert.That((await Editor.OpenAsync($"{List}?q=sealand")).Rows[0][6], Is.EqualTo("non-iso"));
        var history = await Editor.OpenAsync($"{List}XSL/history");
        Assert.That(history.Text, Does.Contain("1 entry").And.Contain("key:test").And.Contain("Added."));
    }

    [TestCase("list", "/admin/currencies/")]
    [TestCase("another", "/admin/currencies/add")]
    [TestCase("continue", "/admin/currencies/XSL/change")]
    public async Task Each_button_leads_where_it_says(string button, string address)
    {
        var answer = await Editor.PostAsync(Add, ("code", "XSL"), ("name", "Sealand Dollar"), ("save", button));

        Assert.That((answer.Status, answer.Location), Is.EqualTo((303, address)));
        Assert.That((await Editor.OpenAsync(address)).Notice, Does.StartWith("The currency “Sealand Dollar (XSL)”"));
    }

    [Test]
    public async Task Errors_stand_beside_their_fields_and_what_was_written_stays()
    {
        var form = await Editor.SendAsync(
            Add,
            ("code", "dollar"),
            ("name", " "),
            ("numeric", "12"),
            ("symbol", "<i>$</i>"),
            ("minorUnits.iso", "99")
        );

        Assert.That(form.Status, Is.EqualTo(422));
        Assert.That(form.ErrorAt("code"), Does.Contain("three letters"));
        Assert.That(form.ErrorAt("name"), Is.EqualTo("A value is required."));
        Assert.That(form.ErrorAt("numeric"), Is.Not.Null);
        Assert.That(form.ErrorAt("minorUnits.iso"), Is.Not.Null);
        Assert.That(form.ErrorAt("symbol"), Is.Null);
        Assert.That(form.Field("symbol"), Is.EqualTo("<i>$</i>"));
        Assert.That(form.Html, Does.Not.Contain("<i>$</i>"));
        Assert.That(form.Html, Does.Contain("aria-describedby=\"code-help code-error\""));
    }

    [Test]
    public async Task What_is_no_number_and_no_day_is_told_and_stays_as_it_was_written()
    {
        var form = await Editor.SendAsync(
            Add,
            ("code", "XSL"),
            ("name", "Sealand Dollar"),
            ("minorUnits.iso", "two"),
            ("withdrawn", "soon")
        );

        Assert.That(form.ErrorAt("minorUnits.iso"), Does.Contain("whole number"));
        Assert.That(form.ErrorAt("withdrawn"), Does.Contain("YYYY-MM-DD"));
        Assert.That((form.Field("minorUnits.iso"), form.Field("withdrawn")), Is.EqualTo(("two", "soon")));
    }

    [Test]
    public async Task A_code_that_is_taken_is_told_beside_the_code()
    {
        var form = await Editor.SendAsync(Add, ("code", "CHF"), ("name", "Mine"));

        Assert.That(form.Status, Is.EqualTo(409));
        Assert.That(form.ErrorAt("code"), Does.Contain("exists already"));
    }

    [Test]
    public async Task A_record_is_changed_and_a_form_that_changes_nothing_changes_nothing()
    {
        var unchanged = await Editor.EditAsync($"{List}CHF/change");
        Assert.That(unchanged.Notice, Is.EqualTo("The currency “Swiss Franc (CHF)” was changed."));
        Assert.That((await Editor.OpenAsync($"{List}CHF/history")).Text, Does.Not.Contain("Changed"));

        var list = await Editor.EditAsync($"{List}CHF/change", ("name", "Swiss money"), ("minorUnits.cash", ""));
        Assert.That(list.Notice, Is.EqualTo("The currency “Swiss money (CHF)” was changed."));
        var history = await Editor.OpenAsync($"{List}CHF/history");
        Assert.That(history.Html, Does.Contain("<del>Swiss Franc</del>").And.Contain("<ins>Swiss money</ins>"));
        Assert.That((await Editor.OpenAsync($"{List}CHF/change")).Text, Does.Contain("Name edited here"));
    }

    [Test]
    public async Task A_record_is_deleted_after_a_question()
    {
        var question = await Editor.OpenAsync($"{List}CHF/delete");
        Assert.That(question.Text, Does.Contain("Delete this currency?"));
        Assert.That(
            (await Editor.OpenAsync($"{List}CHF/change")).Status,
            Is.EqualTo(200),
            "A question deletes nothing."
        );

        var list = await Editor.SendAsync($"{List}CHF/delete", question.With(("confirmed", "yes")));

        Assert.That(list.Notice, Is.EqualTo("The currency “Swiss Franc (CHF)” was deleted."));
        Assert.That((await Editor.OpenAsync($"{List}CHF/history")).Text, Does.Contain("Deleted."));
    }

    [Test]
    public async Task What_changed_after_the_question_is_not_deleted()
    {
        var question = await Editor.OpenAsync($"{List}CHF/delete");
        await Editor.EditAsync($"{List}CHF/change", ("name", "Swiss money"));

        var asked = await Editor.SendAsync($"{List}CHF/delete", question.With(("confirmed", "yes")));

        Assert.That(asked.Status, Is.EqualTo(409));
        Assert.That(asked.Text, Does.Contain("changed in the meantime"));
        Assert.That((await Editor.OpenAsync($"{List}CHF/change")).Status, Is.EqualTo(200));
    }

    [TestCase("change")]
    [TestCase("delete")]
    [TestCase("history")]
    public async Task An_unknown_record_is_told_in_the_list(string page)
    {
        var list = await Editor.FollowAsync($"{List}%3Cimg%20src=x%20onerror=alert(1)%3E/{page}");

        Assert.That(list.Notice, Does.Contain("<img src=x onerror=alert(1)>"));
        Assert.That(list.Html, Does.Not.Contain("<img src=x"));
        Assert.That(list.Text, Does.Contain("315 currencies"));
    }

    [Test]
    public async Task Selected_records_are_deleted_together_after_a_question_or_none_is()
    {
        var question = await Editor.PostAsync(List, ("key", "CHF"), ("key", "USD"));
        Assert.That(question.Text, Does.Contain("Delete 2 currencies").And.Contain("Swiss Franc (CHF)"));

        await Editor.EditAsync($"{List}USD/change", ("name", "Greenback"));
        var refused = await Editor.SendAsync(List, question.With(("confirmed", "yes")));
        Assert.That(refused.Status, Is.EqualTo(409));
        Assert.That((await Editor.OpenAsync($"{List}CHF/change")).Status, Is.EqualTo(200), "None was deleted.");

        var list = await Editor.SendAsync(List, refused.With(("confirmed", "yes")));
        Assert.That(list.Notice, Is.EqualTo("2 currencies were deleted."));
        Assert.That(list.Text, Does.Contain("313 currencies"));
        Assert.That((await Editor.SendAsync(List)).Notice, Does.Contain("select currencies first"));
    }
}
