namespace Shared.Application.Lists;

/// <summary>What is asked of a list, as it was given: the names and values have not been looked at yet.</summary>
public sealed record ListQuery
{
    /// <summary>How many items a page has when nobody says.</summary>
    public const int DefaultLimit = 50;

    /// <summary>How many items a page has at most.</summary>
    public const int MostItems = 200;

    /// <summary>How long the text is at most that is searched for.</summary>
    public const int LongestSearch = 100;

    /// <summary>The words of the grammar that every list knows, beside its own filters.</summary>
    public static readonly IReadOnlyList<string> Words = ["q", "sort", "limit", "cursor", "fields", "on", "lang"];

    /// <summary>An item must pass all of them.</summary>
    public IReadOnlyList<FilterTerm> Filters { get; init; } = [];

    /// <summary>A name, or a part of one, in any language; typing errors are forgiven.</summary>
    public string? Search { get; init; }

    /// <summary>The order. Empty: the best match first when something is searched, else by name.</summary>
    public IReadOnlyList<SortTerm> Sort { get; init; } = [];

    /// <summary>How many items at most, 1 to <see cref="MostItems"/>.</summary>
    public int Limit { get; init; } = DefaultLimit;

    /// <summary>Where the page before ended (<see cref="Page{T}.Next"/>).</summary>
    public string? Cursor { get; init; }

    /// <summary>The day by which money is current; today (UTC) when nobody says.</summary>
    public DateOnly? On { get; init; }

    /// <summary>The language of names.</summary>
    public LanguageWish Language { get; init; } = LanguageWish.None;
}

/// <summary>An item must have one of the values.</summary>
public sealed record FilterTerm(string Name, IReadOnlyList<string> Values);

/// <summary>A sort key and its direction.</summary>
public sealed record SortTerm(string Name, bool Descending);

/// <summary>In which language somebody wants names.</summary>
/// <param name="Wanted">A BCP 47 tag that must be known, at least a shorter form of it.</param>
/// <param name="Preferred">Tags of which the first known one is taken, if <paramref name="Wanted"/> says nothing; English when none is known.</param>
public sealed record LanguageWish(string? Wanted, IReadOnlyList<string> Preferred)
{
    /// <summary>Any: English.</summary>
    public static readonly LanguageWish None = new(null, []);
}

/// <summary>A part of a list.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
/// <param name="Items">The items, in their order.</param>
/// <param name="Total">How many items the whole list has.</param>
/// <param name="Next">The cursor of the page that follows; <see langword="null"/> on the last one.</param>
/// <param name="Language">The language that names are in (a CLDR locale).</param>
public sealed record Page<T>(IReadOnlyList<T> Items, int Total, string? Next, string Language)
{
    /// <summary>The same page with other items.</summary>
    public Page<TOther> Select<TOther>(Func<T, TOther> convert) =>
        new([.. Items.Select(convert)], Total, Next, Language);
}
