using System.Globalization;
using ErrorOr;

namespace Shared.Application.Lists;

/// <summary>
/// Pages of rows that a database gives by key, so that the last page costs no more than the first. Such lists have any
/// length, and know no search, no sort and no filters.
/// </summary>
public static class KeyPages
{
    /// <summary>What such a list can be asked for.</summary>
    public static readonly ListWords Words = new([], []) { Grammar = ["limit", "cursor", "fields"] };

    /// <summary>Reads a page.</summary>
    /// <param name="query">What is asked.</param>
    /// <param name="list">What the list is of: a cursor of another one is refused.</param>
    /// <param name="keyOf">The key of a row.</param>
    /// <param name="read">Gives the rows that come after a key, or the first ones; so many at most.</param>
    /// <param name="count">How many rows there are in all.</param>
    public static async Task<ErrorOr<Page<T>>> ReadAsync<T, TKey>(
        ListQuery query,
        string list,
        Func<T, TKey> keyOf,
        Func<TKey?, int, Task<IReadOnlyList<T>>> read,
        Func<Task<int>> count
    )
        where TKey : struct, IParsable<TKey>, IFormattable
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(keyOf);
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(count);
        if (Words.FaultsIn(query) is { Count: > 0 } faults)
            return faults;
        TKey? after = null;
        if (query.Cursor is { } text)
        {
            var cursor = Cursor.Read(text, list);
            if (cursor.IsError)
                return cursor.Errors;
            if (!TKey.TryParse(cursor.Value.Key, CultureInfo.InvariantCulture, out var key))
                return QueryErrors.InvalidCursor;
            after = key;
        }
        // One more than the page holds tells whether there is a next one.
        var rows = await read(after, query.Limit + 1);
        var next =
            rows.Count > query.Limit
                ? new Cursor([], keyOf(rows[query.Limit - 1]).ToString(null, CultureInfo.InvariantCulture)).ToText(list)
                : null;
        return new Page<T>([.. rows.Take(query.Limit)], await count(), next, Language.English.Code);
    }
}
