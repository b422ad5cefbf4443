using System.Globalization;
using ErrorOr;
using Shared.Application.Lists;

namespace Shared.Application;

/// <summary>Pages of histories, in the grammar that all lists share. They know no search, no sort and no filters of their own.</summary>
public static class HistoryPages
{
    private const string Since = "since";
    private const string Scope = "changes";
    private static readonly string[] Moments =
    [
        "yyyy-MM-dd",
        "yyyy-MM-dd'T'HH:mmK",
        "yyyy-MM-dd'T'HH:mm:ssK",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
    ];

    /// <summary>What the history of a record can be asked for.</summary>
    public static ListWords Words => KeyPages.Words;

    /// <summary>What the history of all records can be asked for.</summary>
    public static ListWords SinceWords =>
        Words with
        {
            Filters =
            [
                new FilterWord(
                    Since,
                    "The moment, in ISO 8601; UTC unless it says otherwise.",
                    null,
                    "2026-01-01T00:00:00Z"
                ),
            ],
        };

    /// <summary>What happened to one record, newest first.</summary>
    public static async Task<ErrorOr<Page<HistoryItem>>> OfAsync(
        IHistory history,
        string record,
        string id,
        ListQuery query,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(history);
        return await KeyPages.ReadAsync<HistoryItem, long>(
            query,
            $"history {record} {id}",
            item => item.Number,
            (before, limit) => history.OfAsync(record, id, before, limit, cancellationToken),
            () => history.CountAsync(record, id, cancellationToken)
        );
    }

    /// <summary>
    /// What happened in all modules since a moment, oldest first. The cursor holds the last number of each module that was
    /// shown, so that nothing is missed, and what was counted, since counting reads every entry.
    /// </summary>
    public static async Task<ErrorOr<Page<HistoryItem>>> SinceAsync(
        IHistories histories,
        ListQuery query,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(histories);
        ArgumentNullException.ThrowIfNull(query);
        if (SinceWords.FaultsIn(query) is { Count: > 0 } faults)
            return faults;
        var start = await StartAsync(histories, query, cancellationToken);
        if (start.IsError)
            return start.Errors;
        var (marks, total) = start.Value;
        var found = new List<Told>();
        foreach (var module in histories.Modules)
        {
            var (history, mark) = (histories.Of(module), marks[module]);
            var items = await history.AfterAsync(mark.Shown, query.Limit + 1, cancellationToken);
            found.AddRange(InOrder(module, items));
            var last = await history.LastAsync(cancellationToken);
            total += await history.CountBetweenAsync(mark.Counted, last, cancellationToken);
            marks[module] = mark with { Counted = last };
        }
        var shown = found.OrderBy(entry => entry.Place).Take(query.Limit).ToList();
        foreach (var entry in shown)
            marks[entry.Module] = marks[entry.Module] with { Shown = entry.Item.Number };
        var next = found.Count > shown.Count ? ToText(new Start(marks, total - shown.Count)) : null;
        return new Page<HistoryItem>([.. shown.Select(entry => entry.Item)], total, next, Language.English.Code);
    }

    /// <summary>
    /// The entries of a module, in the order of their numbers, each with a place among those of all modules: its moment, but
    /// not before that of an earlier number. A clock that was set back must not bring a number before a smaller one.
    /// </summary>
    private static IEnumerable<Told> InOrder(string module, IReadOnlyList<HistoryItem> items)
    {
        var place = DateTimeOffset.MinValue;
        foreach (var item in items)
        {
            if (item.At > place)
                place = item.At;
            yield return new Told(module, item, place);
        }
    }

    /// <summary>Where the page begins.</summary>
    private static async Task<ErrorOr<Start>> StartAsync(
        IHistories histories,
        ListQuery query,
        CancellationToken cancellationToken
    )
    {
        if (query.Cursor is { } text)
            return Cursor.Read(text, Scope).Then(cursor => Read(cursor, histories.Modules));
        var marks = histories.Modules.ToDictionary(module => module, _ => new Mark(0, 0));
        if (query.Filters.FirstOrDefault(filter => filter.Name == Since) is not { } since)
            return new Start(marks, 0);
        if (
            !DateTimeOffset.TryParseExact(
                string.Join(',', since.Values),
                Moments,
                CultureInfo.InvariantCulture,
                // In UTC: PostgreSQL takes no other moment.
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
                out var moment
            )
        )
            return QueryErrors.InvalidMoment(Since);
        foreach (var module in histories.Modules)
        {
            var number = await histories.Of(module).LastBeforeAsync(moment, cancellationToken);
            marks[module] = new Mark(number, number);
        }
        return new Start(marks, 0);
    }

    /// <summary>
    /// A cursor: what is left, and for each module its two numbers. That of what was shown comes last, since an earlier
    /// version, which may still run beside this one, goes on after the last.
    /// </summary>
    private static string ToText(Start start) =>
        new Cursor(
            [
                new CursorValue(start.Left, null),
                .. start.Marks.SelectMany(mark =>
                    new CursorValue[] { new(mark.Value.Counted, mark.Key), new(mark.Value.Shown, mark.Key) }
                ),
            ],
            ""
        ).ToText(Scope);

    private static Start Read(Cursor cursor, IReadOnlyList<string> modules)
    {
        var numbers = cursor.Values.ToLookup(value => value.Text, value => (long)value.Number.GetValueOrDefault());
        return new(
            modules.ToDictionary(
                module => module,
                module => new Mark(Shown: numbers[module].LastOrDefault(), Counted: numbers[module].FirstOrDefault())
            ),
            (int)numbers[null].FirstOrDefault()
        );
    }

    /// <summary>Where a page begins.</summary>
    /// <param name="Marks">How far each module was shown and counted.</param>
    /// <param name="Left">How many of the counted entries are not shown yet.</param>
    private sealed record Start(Dictionary<string, Mark> Marks, int Left);

    /// <summary>How far a module was told.</summary>
    /// <param name="Shown">The number of the last entry that was shown.</param>
    /// <param name="Counted">That of the last entry that was counted.</param>
    private sealed record Mark(long Shown, long Counted);

    /// <summary>An entry of a module and its place among those of all modules.</summary>
    private sealed record Told(string Module, HistoryItem Item, DateTimeOffset Place);
}
