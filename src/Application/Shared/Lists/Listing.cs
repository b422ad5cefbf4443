using System.Collections.Concurrent;
using System.Globalization;
using ErrorOr;

namespace Shared.Application.Lists;

/// <summary>
/// Rows at one moment that answer list queries. What every query needs is made once and kept: the index of names, and
/// the place of each row in each order. It never changes.
/// </summary>
/// <typeparam name="TRow">The type of the rows.</typeparam>
public sealed class Listing<TRow>
{
    private readonly ListTable<TRow> table;
    private readonly TRow[] rows;
    private readonly string owner = "";
    private readonly Lazy<NameIndex> names;
    private readonly Lazy<Languages> languages;
    private readonly ConcurrentDictionary<(string Key, string Language), int[]> places = new();
    private readonly ConcurrentDictionary<string, HashSet<string>> vocabularies = new();

    /// <summary>Takes the rows.</summary>
    /// <param name="table">What they can be asked for.</param>
    /// <param name="rows">The rows in any order.</param>
    public Listing(ListTable<TRow> table, IEnumerable<TRow> rows)
    {
        this.table = table;
        // By key, so that the number of a row is its place in the order of last resort.
        this.rows = [.. rows.OrderBy(table.Key, StringComparer.Ordinal)];
        names = new(() => new NameIndex(this.rows.Select(table.Names)));
        languages = new(() => new Languages(this.rows.SelectMany(table.Languages)));
    }

    /// <summary>Takes rows that belong to one thing, such as the subdivisions of a country.</summary>
    /// <param name="table">What they can be asked for.</param>
    /// <param name="rows">The rows in any order.</param>
    /// <param name="languages">The languages that names are known in.</param>
    /// <param name="owner">What they belong to: a cursor of another one is refused.</param>
    public Listing(ListTable<TRow> table, IEnumerable<TRow> rows, Languages languages, string owner)
        : this(table, rows) => (this.languages, this.owner) = (new(languages), owner);

    /// <summary>The languages that names are known in.</summary>
    public Languages Languages => languages.Value;

    /// <summary>The rows of which a name answers to a text, best first.</summary>
    public IEnumerable<(TRow Row, NameMatch Match)> Search(string text) =>
        names.Value.Search(text).OrderBy(match => match.Rank).Select(match => (rows[match.Row], match));

    /// <summary>The row that is probably meant by a text that is no code; a short text must be a whole name.</summary>
    public TRow? Meant(string text) =>
        Search(text).FirstOrDefault(found => !Nearest.IsShort(text) || found.Match.Rank == MatchRank.Exact).Row;

    /// <summary>Answers a query.</summary>
    /// <param name="query">The query.</param>
    /// <param name="today">The day that counts when the query names none.</param>
    /// <returns>A page of rows, or everything that is wrong with the query.</returns>
    public ErrorOr<FoundRows<TRow>> Find(ListQuery query, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(query);
        var language = Languages.Choose(query.Language);
        var errors = ErrorsIn(query).Concat(language.ErrorsOrEmptyList).ToList();
        if (errors.Count > 0)
            return errors;

        var context = new ListContext(query.On ?? today, language.Value);
        var order = OrderOf(query, language.Value);
        var found = Matching(query, context);
        Array.Sort(found.Rows, (left, right) => order.Compare(left, right, found.Ranks));

        var scope = ScopeOf(query, language.Value);
        var start = 0;
        if (query.Cursor is { } text)
        {
            var cursor = Cursor.Read(text, scope);
            if (cursor.IsError || cursor.Value.Values.Count != order.Keys.Count)
                return QueryErrors.InvalidCursor;
            start = FirstAfter(cursor.Value, found, order, context);
        }
        var items = found.Rows.AsSpan(start, Math.Min(query.Limit, found.Rows.Length - start)).ToArray();
        var isLast = start + items.Length == found.Rows.Length;
        var next = isLast ? null : CursorAt(items[^1], found, order, context).ToText(scope);
        return new FoundRows<TRow>(
            new([.. items.Select(row => rows[row])], found.Rows.Length, next, language.Value.Code),
            context
        );
    }

    private IEnumerable<Error> ErrorsIn(ListQuery query)
    {
        foreach (var term in query.Filters)
        {
            if (table.Filters.FirstOrDefault(filter => filter.Name == term.Name) is not { } filter)
            {
                var known = table.Filters.Select(f => f.Name).Concat(ListQuery.Words);
                yield return QueryErrors.UnknownParameter(term.Name, Nearest.To(term.Name, known));
            }
            else if (VocabularyOf(filter) is { } values)
            {
                foreach (var value in term.Values.Except(values, StringComparer.OrdinalIgnoreCase))
                    yield return QueryErrors.UnknownValue(term.Name, value, Nearest.To(value, values));
            }
        }
        foreach (var term in query.Sort.Where(term => table.SortKeys.All(key => key.Name != term.Name)))
        {
            var nearest = Nearest.To(term.Name, table.SortKeys.Select(key => key.Name));
            yield return QueryErrors.UnknownSortKey(term.Name, nearest);
        }
        if (query.Limit is < 1 or > ListQuery.MostItems)
            yield return QueryErrors.InvalidLimit;
        if (query.Search?.Length > ListQuery.LongestSearch)
            yield return QueryErrors.SearchTooLong(ListQuery.LongestSearch);
    }

    private IReadOnlyCollection<string>? VocabularyOf(Filter<TRow> filter) =>
        filter is { Known: null, Vocabulary: { } words }
            ? vocabularies.GetOrAdd(
                filter.Name,
                _ => rows.SelectMany(words).ToHashSet(StringComparer.OrdinalIgnoreCase)
            )
            : filter.Known;

    private Matches Matching(ListQuery query, ListContext context)
    {
        int[]? ranks = null;
        IEnumerable<int> candidates = Enumerable.Range(0, rows.Length);
        if (query.Search is { } text)
        {
            ranks = new int[rows.Length];
            var matches = names.Value.Search(text);
            foreach (var match in matches)
                ranks[match.Row] = (int)match.Rank;
            candidates = matches.Select(match => match.Row);
        }
        foreach (var term in query.Filters)
        {
            var filter = table.Filters.First(f => f.Name == term.Name);
            candidates = candidates.Where(row =>
                filter
                    .Values(rows[row], context)
                    .Any(value => term.Values.Contains(value, StringComparer.OrdinalIgnoreCase))
            );
        }
        return new Matches([.. candidates], ranks);
    }

    private Order OrderOf(ListQuery query, Language language)
    {
        var terms = query.Sort.DistinctBy(term => term.Name).ToList();
        if (terms.Count == 0 && table.DefaultSort is { } usual)
            terms.Add(new SortTerm(usual, Descending: false));
        var keys = terms
            .Select(term => new OrderKey(
                table.SortKeys.First(key => key.Name == term.Name),
                term.Descending,
                PlacesOf(term.Name, language)
            ))
            .ToList();
        if (query.Search is not null && query.Sort.Count == 0)
            keys.Insert(0, OrderKey.ByRank);
        return new Order(keys, language);
    }

    /// <summary>The place of each row in an order; rows of equal value have the same place, rows without one none.</summary>
    private int[] PlacesOf(string key, Language language) =>
        places.GetOrAdd(
            (key, language.Code),
            _ =>
            {
                var sortKey = table.SortKeys.First(k => k.Name == key);
                var values = Array.ConvertAll(rows, row => sortKey.Value(row, language.Code));
                var order = Enumerable.Range(0, rows.Length).ToArray();
                Array.Sort(order, (a, b) => SortValue.Compare(values[a], values[b], language, descending: false));
                var place = new int[rows.Length];
                for (var i = 1; i < order.Length; i++)
                {
                    var isEqual = SortValue.Compare(values[order[i - 1]], values[order[i]], language, false) == 0;
                    place[order[i]] = place[order[i - 1]] + (isEqual ? 0 : 1);
                }
                for (var row = 0; row < place.Length; row++)
                {
                    if (values[row].IsNone)
                        place[row] = OrderKey.NoPlace;
                }
                return place;
            }
        );

    private int FirstAfter(Cursor cursor, Matches found, Order order, ListContext context)
    {
        int low = 0,
            high = found.Rows.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (IsAfter(found.Rows[middle]))
                high = middle;
            else
                low = middle + 1;
        }
        return low;

        bool IsAfter(int row)
        {
            for (var i = 0; i < order.Keys.Count; i++)
            {
                var value = ValueOf(row, order.Keys[i], found, context);
                var last = value.With(cursor.Values[i].Number, cursor.Values[i].Text);
                var compared = SortValue.Compare(value, last, order.Language, order.Keys[i].Descending);
                if (compared != 0)
                    return compared > 0;
            }
            return string.CompareOrdinal(table.Key(rows[row]), cursor.Key) > 0;
        }
    }

    private Cursor CursorAt(int row, Matches found, Order order, ListContext context) =>
        new(
            [
                .. order.Keys.Select(key =>
                {
                    var value = ValueOf(row, key, found, context);
                    return new CursorValue(value.Number, value.Text);
                }),
            ],
            table.Key(rows[row])
        );

    private SortValue ValueOf(int row, OrderKey key, Matches found, ListContext context) =>
        key.Key is { } sortKey ? sortKey.Value(rows[row], context.Language.Code) : SortValue.Of(found.Ranks![row]);

    /// <summary>All that decides which rows stand in which order: a cursor is good for nothing else.</summary>
    private string ScopeOf(ListQuery query, Language language) =>
        string.Join(
            '\n',
            [
                typeof(TRow).FullName,
                owner.ToUpperInvariant(),
                .. query
                    .Filters.OrderBy(f => f.Name, StringComparer.Ordinal)
                    .Select(f => $"{f.Name}={string.Join(',', f.Values)}"),
                $"q={query.Search}",
                $"sort={string.Join(',', query.Sort)}",
                $"on={query.On?.ToString("O", CultureInfo.InvariantCulture)}",
                $"lang={language.Code}",
            ]
        );

    /// <summary>The rows that pass, by number, and how well each answers to what is searched for, if something is.</summary>
    private sealed record Matches(int[] Rows, int[]? Ranks);

    private sealed record Order(IReadOnlyList<OrderKey> Keys, Language Language)
    {
        public int Compare(int left, int right, int[]? ranks)
        {
            foreach (var key in Keys)
            {
                var places = key.Places ?? ranks!;
                var (one, other) = (places[left], places[right]);
                if (one == other)
                    continue;
                // No place is the greatest number, and stands last in both directions.
                var ascending = !key.Descending || one == OrderKey.NoPlace || other == OrderKey.NoPlace;
                return ascending ? one.CompareTo(other) : other.CompareTo(one);
            }
            return left.CompareTo(right);
        }
    }

    /// <summary>A part of an order: by a sort key, or, without one, by how well rows answer to what is searched for.</summary>
    private sealed record OrderKey(SortKey<TRow>? Key, bool Descending, int[]? Places)
    {
        public const int NoPlace = int.MaxValue;
        public static readonly OrderKey ByRank = new(null, Descending: false, null);
    }
}

/// <summary>The rows that a query found.</summary>
/// <param name="Page">The page.</param>
/// <param name="Context">The day and language that the query meant.</param>
public sealed record FoundRows<TRow>(Page<TRow> Page, ListContext Context);
