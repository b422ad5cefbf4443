namespace Shared.Application.Lists;

/// <summary>What a list of rows can be asked for: the table of a resource's filters and sort keys, written down once.</summary>
/// <typeparam name="TRow">The type of the rows.</typeparam>
public sealed class ListTable<TRow>
{
    /// <summary>What no two rows share; the last resort of every order.</summary>
    public required Func<TRow, string> Key { get; init; }

    /// <summary>All names by which a row is searched.</summary>
    public required Func<TRow, IReadOnlyList<SearchText>> Names { get; init; }

    /// <summary>The languages that names of a row are known in.</summary>
    public Func<TRow, IEnumerable<string>> Languages { get; init; } = _ => [];

    /// <summary>The filters.</summary>
    public required IReadOnlyList<Filter<TRow>> Filters { get; init; }

    /// <summary>The sort keys.</summary>
    public required IReadOnlyList<SortKey<TRow>> SortKeys { get; init; }

    /// <summary>The sort key that counts when nobody names one; <see langword="null"/> for the order of <see cref="Key"/>.</summary>
    public string? DefaultSort { get; init; }

    /// <summary>What clients may ask for.</summary>
    public ListWords Words =>
        new(
            [
                .. Filters.Select(filter => new FilterWord(
                    filter.Name,
                    filter.Description,
                    filter.Known,
                    filter.Example ?? filter.Known?[0]
                )),
            ],
            [.. SortKeys.Select(key => key.Name)]
        );
}

/// <summary>What a list can be asked for, beside the words that every list knows; documents tell it.</summary>
/// <param name="Filters">The filters.</param>
/// <param name="SortKeys">The names of the sort keys.</param>
public sealed record ListWords(IReadOnlyList<FilterWord> Filters, IReadOnlyList<string> SortKeys)
{
    /// <summary>The words of the grammar that this list knows.</summary>
    public IReadOnlyList<string> Grammar { get; init; } = ListQuery.Words;

    /// <summary>The words without which there is no answer.</summary>
    public IReadOnlyList<string> Needed { get; init; } = [];

    /// <summary>All values of a filter that has few and known ones.</summary>
    /// <param name="filter">The name of the filter.</param>
    public IReadOnlyList<string> ValuesOf(string filter) => Filters.First(word => word.Name == filter).Known!;
}

/// <summary>A filter as clients see it.</summary>
/// <param name="Name">The parameter.</param>
/// <param name="Description">What it chooses.</param>
/// <param name="Known">All values that there are, where they are few and known.</param>
/// <param name="Example">A value that finds something.</param>
public sealed record FilterWord(string Name, string Description, IReadOnlyList<string>? Known, string? Example);

/// <summary>By what rows may be chosen.</summary>
/// <param name="Name">The parameter.</param>
/// <param name="Description">What it chooses, for the documents.</param>
/// <param name="Values">What a row has; it passes when one of these is asked for, in any case.</param>
public sealed record Filter<TRow>(string Name, string Description, Func<TRow, ListContext, IEnumerable<string>> Values)
{
    /// <summary>All values that there are, where they are few and fixed; others are then refused instead of finding nothing.</summary>
    public IReadOnlyList<string>? Known { get; init; }

    /// <summary>What a row adds to the values that there are, where <see cref="Known"/> cannot list them; a value that no row adds is refused.</summary>
    public Func<TRow, IEnumerable<string>>? Vocabulary { get; init; }

    /// <summary>A value that finds something, for the documents; the first known one where none is given.</summary>
    public string? Example { get; init; }
}

/// <summary>By what rows may be sorted. Rows without a value stand last in both directions.</summary>
/// <param name="Name">The name, which is also that of the member it stands for.</param>
/// <param name="Value">The value of a row, in a language.</param>
public sealed record SortKey<TRow>(string Name, Func<TRow, string, SortValue> Value);

/// <summary>What rows are looked at by.</summary>
/// <param name="Day">The day by which money is current.</param>
/// <param name="Language">The language of names.</param>
public sealed record ListContext(DateOnly Day, Language Language);

/// <summary>A value that is sorted by: a number, a word, or a name, which each language sorts in its own way.</summary>
public readonly record struct SortValue
{
    private readonly bool collated;

    private SortValue(double? number, string? text, bool collated) =>
        (Number, Text, this.collated) = (number, text, collated);

    /// <summary>The number, if it is one.</summary>
    public double? Number { get; }

    /// <summary>The word or name, if it is one.</summary>
    public string? Text { get; }

    /// <summary>Whether there is no value.</summary>
    public bool IsNone => Number is null && Text is null;

    /// <summary>A number.</summary>
    public static SortValue Of(double? number) => new(number, null, collated: false);

    /// <summary>A code or a word of a fixed set, sorted by its letters alone.</summary>
    public static SortValue OfWord(string? word) => new(null, word, collated: false);

    /// <summary>A name.</summary>
    public static SortValue OfName(string? name) => new(null, name, collated: true);

    /// <summary>A value that came back in a cursor: of the same sort as this one.</summary>
    public SortValue With(double? number, string? text) => new(number, text, collated);

    /// <summary>Compares two values of one sort key in a direction; no value comes last in both.</summary>
    public static int Compare(SortValue left, SortValue right, Language language, bool descending)
    {
        if (left.IsNone || right.IsNone)
            return left.IsNone.CompareTo(right.IsNone);
        var order =
            left.Number is { } number ? number.CompareTo(right.Number.GetValueOrDefault())
            : left.collated ? language.Compare(left.Text, right.Text)
            : string.CompareOrdinal(left.Text, right.Text);
        return descending ? -order : order;
    }
}
