using Api.Tests.Testing;

namespace Api.Tests.Admin;

/// <summary>Whoever looks after the service sees what did not get from one module to another.</summary>
[TestFixture]
internal sealed class OutboxListTests : AdminFixture
{
    private const string Outbox = "/admin/outbox/";

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

    private void Insert(string module, int number, string subject, string sent, string next, string parked) =>
        Database.Execute(
            Service.Storage,
            module,
            $"""
            INSERT INTO outbox (message_id, type, aggregate_id, payload, occurred_at, attempts, last_error, sent_at, next_attempt_at, parked_at)
            VALUES ('{new Guid(
                number,
                0,
                0,
                new byte[8]
            )}', 'Countries.Contracts.CountryWasAdded', '{subject}', '{"{}"}', '2026-01-01 00:00:00', 10, '<b>why</b>', {sent}, {next}, {parked})
            """
        );
}
