using ErrorOr;
using Shared.Application.Lists;

namespace Shared.Application;

/// <summary>The audit trail: what happened in all modules, newest first. It is for those who look after the service.</summary>
public static class HistoryTrail
{
    private const string Who = "who";
    private const string Record = "record";
    private const string Action = "action";
    private const string Scope = "trail";

    /// <summary>What the trail can be asked for. A search looks for a text in who did it, and in what was done to what; case counts.</summary>
    public static readonly ListWords Words = new(
        [
            new(Action, "What was done.", ["created", "changed", "removed"], "changed"),
            new(Record, "What sort of record.", null, "country"),
            new(Who, "Who did it, by the whole name.", null, "command line"),
        ],
        []
    )
    {
        Grammar = ["q", "limit", "cursor"],
    };

    /// <summary>A page of the trail.</summary>
    public static async Task<ErrorOr<Page<HistoryItem>>> LatestAsync(
        IHistories histories,
        ListQuery query,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(histories);
        ArgumentNullException.ThrowIfNull(query);
        var start = Start(query);
        if (start.IsError)
            return start.Errors;
        var search = new HistorySearch(
            Value(query, Who),
            Value(query, Record),
            Value(query, Action),
            Stored(query.Search)
        );
        var reached = start.Value;
        var total = 0;
        var found = new List<(string Module, Queue<HistoryItem> Items)>();
        foreach (var module in histories.All)
        {
            var history = histories.Of(module);
            long? before = reached.TryGetValue(module, out var number) ? number : null;
            found.Add((module, new(await history.LatestAsync(search, before, query.Limit + 1, cancellationToken))));
            total += await history.CountAsync(search, cancellationToken);
        }
        var shown = new List<HistoryItem>();
        while (shown.Count < query.Limit && found.Exists(entry => entry.Items.Count > 0))
        {
            // Within a module the order is that of the numbers, whatever the clock said.
            var (module, items) = found.Where(entry => entry.Items.Count > 0).MaxBy(entry => entry.Items.Peek().At);
            var item = items.Dequeue();
            reached[module] = item.Number;
            shown.Add(item);
        }
        var next = found.Exists(entry => entry.Items.Count > 0)
            ? new Cursor([.. reached.Select(r => new CursorValue(r.Value, r.Key))], "").ToText(Scope)
            : null;
        return new Page<HistoryItem>(shown, total, next, Language.English.Code);
    }

    /// <summary>The number of the last entry of each module that was shown.</summary>
    private static ErrorOr<Dictionary<string, long>> Start(ListQuery query)
    {
        if (Words.FaultsIn(query) is { Count: > 0 } faults)
            return faults;
        if (query.Cursor is not { } text)
            return new Dictionary<string, long>();
        var cursor = Cursor.Read(text, Scope);
        if (cursor.IsError)
            return cursor.Errors;
        var reached = new Dictionary<string, long>();
        foreach (var value in cursor.Value.Values)
            reached[value.Text ?? ""] = (long)value.Number.GetValueOrDefault();
        return reached;
    }

    private static string? Value(ListQuery query, string name) =>
        query.Filters.FirstOrDefault(filter => filter.Name == name) is { } filter
            ? Stored(string.Join(',', filter.Values))
            : null;

    /// <summary>No stored text has a null character, and PostgreSQL takes none.</summary>
    private static string? Stored(string? text) => text?.Replace('\0', '\uFFFD');
}

/// <summary>Which entries of a history are wanted. What is not given does not matter.</summary>
/// <param name="Who">Who did it, by the whole name.</param>
/// <param name="Record">What sort of record.</param>
/// <param name="Action">What was done.</param>
/// <param name="Text">A text that stands in who did it, in the identity of the record or in what changed.</param>
public sealed record HistorySearch(string? Who, string? Record, string? Action, string? Text);
