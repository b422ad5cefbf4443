using System.Globalization;
using ErrorOr;
using Shared.Application.Lists;

namespace Shared.Application;

/// <summary>Pages of what is on its way between the modules, one module after the other.</summary>
public static class OutboxPages
{
    private const string State = "state";
    private const string Parked = "parked";
    private const string Scope = "outbox";

    /// <summary>What the list can be asked for.</summary>
    public static readonly ListWords Words = new(
        [new(State, "Whether it waits, or was put aside after too many tries.", ["waiting", Parked], Parked)],
        []
    )
    {
        Grammar = ["limit", "cursor"],
    };

    /// <summary>A page.</summary>
    public static async Task<ErrorOr<Page<OutboxItem>>> UnsentAsync(
        IOutboxes outboxes,
        ListQuery query,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(outboxes);
        ArgumentNullException.ThrowIfNull(query);
        if (Words.FaultsIn(query) is { Count: > 0 } faults)
            return faults;
        bool? parked = query.Filters.SelectMany(filter => filter.Values).Distinct().ToList() is [var state]
            ? state == Parked
            : null;
        var (from, number) = ("", 0L);
        if (query.Cursor is { } text)
        {
            var cursor = Cursor.Read(text, Scope);
            if (cursor.IsError)
                return cursor.Errors;
            if (
                cursor.Value.Values is not [{ Text: { } last }]
                || !long.TryParse(cursor.Value.Key, NumberStyles.None, CultureInfo.InvariantCulture, out number)
            )
                return QueryErrors.InvalidCursor;
            from = last;
        }
        var found = new List<OutboxItem>();
        var total = 0;
        foreach (var module in outboxes.Modules)
        {
            var outbox = outboxes.Of(module);
            total += await outbox.CountUnsentAsync(parked, cancellationToken);
            var place = string.CompareOrdinal(module, from);
            if (place < 0)
                continue;
            long? after = place == 0 ? number : null;
            found.AddRange(await outbox.UnsentAsync(parked, after, query.Limit + 1 - found.Count, cancellationToken));
        }
        var shown = found.Take(query.Limit).ToList();
        var next =
            found.Count > shown.Count
                ? new Cursor(
                    [new(null, shown[^1].Module)],
                    shown[^1].Number.ToString(CultureInfo.InvariantCulture)
                ).ToText(Scope)
                : null;
        return new Page<OutboxItem>(shown, total, next, Language.English.Code);
    }
}
