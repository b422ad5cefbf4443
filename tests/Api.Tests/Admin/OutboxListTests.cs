using Api.Tests.Testing;

namespace Api.Tests.Admin;

/// <summary>Whoever looks after the service sees what did not get from one module to another.</summary>
[TestFixture]
internal sealed class OutboxListTests : AdminFixture
{
    private const string Outbox = "/admin/outbox/";

    /// <summary>The template's storage has events of the data set that the relay hands over after the start.</summary>
    [SetUp]
    public Task NothingWaitsAsync() => SentAsync("currencies", "TRUE");

    [Test]
    public async Task Waiting_and_parked_events_of_all_modules_are_told_and_those_that_were_sent_are_not()
    {
        // Sent, waiting for a far day, and put aside; the relay touches none of them.
        Insert("countries", 1, "A", "'2026-01-01 00:00:00'", "NULL", "NULL");
        Insert("countries", 2, "B", "NULL", "'9999-01-01 00:00:00'", "NULL");
        Insert("currencies", 3, "C", "NULL", "NULL", "'2026-01-01 00:00:00'");
        using var keeper = await VisitorAsync("outbox:view");

        var all = await keeper.OpenAsync(Outbox);
        Assert.That(all.Status, Is.EqualTo(200), all.Html);
        Assert.That(all.Rows.Select(row => row[3]), Is.EqualTo(new[] { "B", "C" }));
        Assert.That(all.Rows.Select(row => row[4]), Is.EqualTo(new[] { "waiting", "parked" }));
        Assert.That(all.Rows[0], Does.Contain("CountryWasAdded").And.Contain("<b>why</b>"));
        Assert.That((await keeper.OpenAsync($"{Outbox}?state=parked")).Rows.Single()[3], Is.EqualTo("C"));
        Assert.That((await keeper.OpenAsync($"{Outbox}?state=lost")).Status, Is.EqualTo(400));
        var first = await keeper.OpenAsync($"{Outbox}?limit=1");
        Assert.That(first.Rows.Single()[3], Is.EqualTo("B"));
        var second = await keeper.OpenAsync(first.Link("next")!);
        Assert.That(second.Rows.Single()[3], Is.EqualTo("C"));
        Assert.That(second.Link("next"), Is.Null);
        Assert.That((await Editor.OpenAsync(Outbox)).Status, Is.EqualTo(403));
    }

    [Test]
    public async Task Parked_events_are_set_free_one_or_many_and_the_trail_tells_who_did_it()
    {
        const string parked = "'2026-01-01 00:00:00'";
        Insert("countries", 1, "A", "NULL", "NULL", parked);
        Insert("countries", 2, "B", "NULL", "NULL", parked);
        Insert("currencies", 3, "C", "NULL", "NULL", parked);
        using var keeper = await VisitorAsync("outbox:view", "outbox:change", "history:view");
        var page = await keeper.OpenAsync(Outbox);
        Assert.That(page.Html, Does.Contain($"formaction=\"{Outbox}release\""));

        var one = await keeper.SendAsync($"{Outbox}release", ("key", IdOf(2)));

        Assert.That(one.Notice, Is.EqualTo("1 event is tried again."), one.Text);
        Assert.That(Subjects(one), Is.SubsetOf(new[] { "A", "B", "C" }).And.SupersetOf(new[] { "A", "C" }));
        await GoneAsync("countries", 2);
        var many = await keeper.SendAsync($"{Outbox}release", ("key", IdOf(1)), ("key", IdOf(3)), ("key", "nonsense"));
        Assert.That(many.Notice, Is.EqualTo("2 events are tried again."), many.Text);
        await GoneAsync("countries", 1);
        await GoneAsync("currencies", 3);

        var trail = await keeper.OpenAsync("/admin/history/?record=event");
        Assert.That(trail.Rows.Select(row => row[5]), Is.EquivalentTo(new[] { IdOf(1), IdOf(2), IdOf(3) }), trail.Text);
        Assert.That(trail.Rows.Select(row => row[1]), Has.All.StartWith("key:"));
        Assert.That(await Service.Client.GetStringAsync("/api/v1/changes?since=2026-01-01"), Does.Not.Contain(IdOf(1)));
    }

    [Test]
    public async Task What_is_not_parked_is_left_alone_and_only_who_may_change_the_outbox_sets_free()
    {
        Insert("countries", 2, "B", "NULL", "'9999-01-01 00:00:00'", "NULL");
        using var keeper = await VisitorAsync("outbox:view", "outbox:change");
        var waiting = await keeper.SendAsync($"{Outbox}release", ("key", IdOf(2)));
        Assert.That(waiting.Notice, Does.Contain("None of these events is parked."), waiting.Text);
        Assert.That((await keeper.SendAsync($"{Outbox}release")).Notice, Does.Contain("select events first"));

        using var reader = await VisitorAsync("outbox:view");
        Assert.That((await reader.OpenAsync(Outbox)).Html, Does.Not.Contain("formaction").And.Not.Contain("checkbox"));
        Assert.That((await reader.PostAsync($"{Outbox}release", ("key", IdOf(2)))).Status, Is.EqualTo(403));
    }

    private static IEnumerable<string> Subjects(SeenPage page) => page.Rows.Select(row => row[4]);

    /// <summary>Nobody waits for the event, so the relay has sent it as soon as it looks.</summary>
    private Task GoneAsync(string module, int number) => SentAsync(module, $"message_id = upper('{IdOf(number)}')");

    private Task SentAsync(string module, string which) =>
        Until.HoldsAsync(() =>
            Task.FromResult(
                Database.Value<long>(
                    Service.Storage,
                    module,
                    $"SELECT count(*) FROM outbox WHERE sent_at IS NULL AND {which}"
                ) == 0
            )
        );

    private static string IdOf(int number) => new Guid(number, 0, 0, new byte[8]).ToString();

    private void Insert(string module, int number, string subject, string sent, string next, string parked) =>
        Database.Execute(
            Service.Storage,
            module,
            $"""
            INSERT INTO outbox (message_id, type, aggregate_id, payload, occurred_at, attempts, last_error, sent_at, next_attempt_at, parked_at)
            VALUES (upper('{IdOf(
                number
            )}'), 'Countries.Contracts.CountryWasAdded', '{subject}', '{"{}"}', '2026-01-01 00:00:00', 10, '<b>why</b>', {sent}, {next}, {parked})
            """
        );
}
