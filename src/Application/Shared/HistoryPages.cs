using System.Globalization;
using ErrorOr;
using Shared.Application.Lists;

namespace Shared.Application;

/// <summary>Pages of histories, in the grammar that all lists share. They know no search, no sort and no filters of their own.</summary>
public static class HistoryPages
{
    private const string Since = "since";
    private static readonly string[] Moments =
    [
        "yyyy-MM-dd",
        "yyyy-MM-dd'T'HH:mmK",
        "yyyy-MM-dd'T'HH:mm:ssK",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
    ];

    /// <summary>What the history of a record can be asked for.</summary>
    public static ListWords Words => new([], []) { Grammar = KeyPages.Words };

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
    /// shown, so that nothing is missed.
    /// </summary>
    public static async Task<ErrorOr<Page<HistoryItem>>> SinceAsync(
        IHistories histories,
        ListQuery query,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(histories);
        ArgumentNullException.ThrowIfNull(query);
        if (KeyPages.Faults(query, [.. KeyPages.Words, Since]) is { Count: > 0 } faults)
            return faults;
        var start = await StartAsync(histories, query, cancellationToken);
        if (start.IsError)
            return start.Errors;
        var seen = start.Value;
        var found = new List<Told>();
        var total = 0;
        foreach (var (module, number) in seen)
        {
            var history = histories.Of(module);
            var items = await history.AfterAsync(number, query.Limit + 1, cancellationToken);
            found.AddRange(InOrder(module, items));
            total += await history.CountAfterAsync(number, cancellationToken);
        }
        var shown = found.OrderBy(entry => entry.Place).Take(query.Limit).ToList();
        foreach (var module in seen.Keys)
            seen[module] = shown
                .Where(entry => entry.Module == module)
                .Select(entry => entry.Item.Number)
                .Append(seen[module])
                .Max();
        var next =
            found.Count > shown.Count
                ? new Cursor([.. seen.Select(s => new CursorValue(s.Value, s.Key))], "").ToText("changes")
                : null;
        return new Page<HistoryItem>([.. shown.Select(entry => entry.Item)], total, next, "en");
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

    /// <summary>The last number of each module that is not asked for.</summary>
    private static async Task<ErrorOr<Dictionary<string, long>>> StartAsync(
        IHistories histories,
        ListQuery query,
        CancellationToken cancellationToken
    )
    {
        var start = histories.Modules.ToDictionary(module => module, _ => 0L);
        if (query.Cursor is { } text)
        {
            var cursor = Cursor.Read(text, "changes");
            if (cursor.IsError)
                return cursor.Errors;
            foreach (var value in cursor.Value.Values.Where(value => start.ContainsKey(value.Text ?? "")))
                start[value.Text!] = (long)value.Number.GetValueOrDefault();
            return start;
        }
        if (query.Filters.FirstOrDefault(filter => filter.Name == Since) is not { } since)
            return start;
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
            start[module] = await histories.Of(module).LastBeforeAsync(moment, cancellationToken);
        return start;
    }

    /// <summary>An entry of a module and its place among those of all modules.</summary>
    private sealed record Told(string Module, HistoryItem Item, DateTimeOffset Place);
}
