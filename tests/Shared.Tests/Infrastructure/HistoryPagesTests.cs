using Microsoft.Extensions.DependencyInjection;
using Shared.Application;
using Shared.Application.Lists;
using Shared.Tests.Infrastructure.Testing;

namespace Shared.Tests.Infrastructure;

/// <summary>Pages of the history lose no entry, whatever the clock and the client do.</summary>
[TestFixture]
internal sealed class HistoryPagesTests
{
    private BoxModule module = null!;
    private AsyncServiceScope scope;

    [SetUp]
    public void Start()
    {
        module = new BoxModule();
        scope = module.OpenScope();
    }

    [TearDown]
    public async Task Stop()
    {
        await scope.DisposeAsync();
        await module.DisposeAsync();
    }

    private IHistories Histories => scope.ServiceProvider.GetRequiredService<IHistories>();

    [Test]
    public async Task A_clock_that_was_set_back_hides_no_entry(
        [Values(null, "2026-11-23T12:30:00Z", "2026-11-23T13:00:00Z")] string? since,
        [Values(1, 2, 3)] int limit
    )
    {
        await MakeAsync("12:00", "13:00", "12:20", "12:40", "13:30");

        var numbers = new List<long>();
        var query = Query(since) with { Limit = limit };
        do
        {
            var page = (await HistoryPages.SinceAsync(Histories, query, CancellationToken.None)).Value;
            numbers.AddRange(page.Items.Select(item => item.Number));
            query = query with { Cursor = page.Next };
        } while (query.Cursor is not null);

        Assert.That(numbers, Is.EqualTo(since is null ? new long[] { 1, 2, 3, 4, 5 } : new long[] { 2, 3, 4, 5 }));
    }

    [TestCase(null, new[] { 5, 4, 2 })]
    [TestCase("2026-11-23T12:30:00Z", new[] { 3, 2 })]
    public async Task The_total_is_what_is_left_also_of_what_is_added_on_the_way(string? since, int[] totals)
    {
        await MakeAsync("12:00", "12:20", "12:40", "13:00", "13:30");

        var query = Query(since) with { Limit = 2 };
        var told = new List<int>();
        do
        {
            var page = (await HistoryPages.SinceAsync(Histories, query, CancellationToken.None)).Value;
            told.Add(page.Total);
            if (told.Count == 1)
                await module.AddAsync("new");
            query = query with { Cursor = page.Next };
        } while (query.Cursor is not null);

        Assert.That(told, Is.EqualTo(totals));
    }

    [Test]
    public async Task A_cursor_of_an_earlier_version_goes_on()
    {
        await MakeAsync("12:00", "12:20", "12:40");
        var query = new ListQuery { Cursor = new Cursor([new CursorValue(1, "Shared")], "").ToText("changes") };

        var page = (await HistoryPages.SinceAsync(Histories, query, CancellationToken.None)).Value;

        Assert.That((page.Items[0].Number, page.Total), Is.EqualTo((2, 2)));
    }

    [Test]
    public async Task An_earlier_version_that_takes_the_last_number_of_a_cursor_misses_nothing()
    {
        await MakeAsync("12:00", "12:20", "12:40");
        var page = await HistoryPages.SinceAsync(Histories, new ListQuery { Limit = 1 }, CancellationToken.None);

        var cursor = Cursor.Read(page.Value.Next!, "changes").Value;

        Assert.That(cursor.Values.Last(value => value.Text == "Shared").Number, Is.EqualTo(1));
    }

    [Test]
    public async Task After_the_last_moment_there_is_nothing()
    {
        await MakeAsync("12:00", "13:00");

        var page = await HistoryPages.SinceAsync(Histories, Query("2026-11-23T13:00:01Z"), CancellationToken.None);

        Assert.That(page.Value.Items, Is.Empty);
    }

    [TestCase("2026-11-23", 2)]
    [TestCase("2026-11-23T12:30Z", 1)]
    [TestCase("2026-11-23T12:30:00", 1)]
    [TestCase("2026-11-23T14:30:00+02:00", 1)]
    [TestCase("2026-11-23T09:00:00.5-03:30", 1)]
    public async Task A_moment_is_a_day_or_has_a_time_with_or_without_an_offset(string since, int count)
    {
        await MakeAsync("12:00", "13:00");

        var page = await HistoryPages.SinceAsync(Histories, Query(since), CancellationToken.None);

        Assert.That(page.Value.Items, Has.Count.EqualTo(count));
    }

    [TestCase("12:00")]
    [TestCase("yesterday")]
    [TestCase("23.11.2026")]
    [TestCase("2026-11-23T12:30:00 02:00")]
    [TestCase("0001-01-01T00:00:00+14:00")]
    public async Task Whatever_else_is_no_moment(string since)
    {
        var page = await HistoryPages.SinceAsync(Histories, Query(since), CancellationToken.None);

        Assert.That(page.FirstError.Code, Is.EqualTo("query.moment.invalid"));
    }

    [Test]
    public async Task A_cursor_that_somebody_made_is_refused(
        [Values("x", "", "1.5", "99999999999999999999")] string key
    )
    {
        var id = await module.AddAsync("tea");
        var query = new ListQuery { Cursor = new Cursor([], key).ToText($"history box {id}") };

        var page = await HistoryPages.OfAsync(Histories.Of("Shared"), "box", $"{id}", query, CancellationToken.None);

        Assert.That(page.FirstError, Is.EqualTo(QueryErrors.InvalidCursor));
    }

    [Test]
    public async Task A_cursor_without_a_value_is_refused()
    {
        var query = new ListQuery { Cursor = new Cursor([null!], "").ToText("changes") };

        var page = await HistoryPages.SinceAsync(Histories, query, CancellationToken.None);

        Assert.That(page.FirstError, Is.EqualTo(QueryErrors.InvalidCursor));
    }

    /// <summary>Makes an entry at each time of the day.</summary>
    private async Task MakeAsync(params string[] times)
    {
        for (var i = 0; i < times.Length; i++)
        {
            await module.AddAsync($"box {i}");
            await module.SqlAsync($"UPDATE history SET at = '2026-11-23 {times[i]}:00' WHERE sequence = {i + 1}");
        }
    }

    private static ListQuery Query(string? since) =>
        new() { Filters = since is null ? [] : [new FilterTerm("since", [since])] };
}
