namespace Currencies.Domain;

/// <summary>What the data set knows of a currency beside its code, English name, status and kind. Sources: <c>DataSet/SOURCES.json</c>.</summary>
public sealed record CurrencyProfile
{
    /// <summary>Nothing is known but that amounts have two decimals, as most do.</summary>
    public static readonly CurrencyProfile Empty = new()
    {
        MinorUnits = new MinorUnits(Iso: null, Cldr: 2, Cash: null, CashRounding: null),
        Localized = new Dictionary<string, LocalizedCurrency>(),
        Successors = [],
    };

    /// <summary>The three digits of ISO 4217, with leading zeros; none where ISO gives none.</summary>
    public string? Numeric { get; init; }

    /// <summary>The symbol in English text ("CHF", "€").</summary>
    public string? Symbol { get; init; }

    /// <summary>The shortest symbol, which other currencies may share ("$").</summary>
    public string? NarrowSymbol { get; init; }

    /// <summary>The symbol in a language of a country whose principal currency it is ("د.إ."), where that is not the code.</summary>
    public string? LocalSymbol { get; init; }

    /// <summary>How the amounts are written.</summary>
    public required MinorUnits MinorUnits { get; init; }

    /// <summary>The day on which ISO withdrew the code; <see langword="null"/> while it is active or where the day is not known.</summary>
    public DateOnly? Withdrawn { get; init; }

    /// <summary>Names and symbols by CLDR locale.</summary>
    public required IReadOnlyDictionary<string, LocalizedCurrency> Localized { get; init; }

    /// <summary>Which currencies took its place, where and at what official ratio.</summary>
    public required IReadOnlyList<Succession> Successors { get; init; }
}

/// <summary>
/// How many decimals amounts have. ISO 4217 and CLDR differ for 16 codes, since ISO counts the coins that the law
/// knows and CLDR those that people use; both are kept.
/// </summary>
/// <param name="Iso">ISO 4217's minor unit; none for funds, metals and money without an ISO code.</param>
/// <param name="Cldr">CLDR's digits for display.</param>
/// <param name="Cash">CLDR's digits for amounts paid in cash, where they differ.</param>
/// <param name="CashRounding">The step to which cash amounts are rounded, in units of the last cash digit (CHF: 5, so 0.05).</param>
public sealed record MinorUnits(int? Iso, int Cldr, int? Cash, int? CashRounding);

/// <summary>A name and symbol in one language.</summary>
public sealed record LocalizedCurrency(string Name, string? Symbol);

/// <summary>Another currency took the place of this one.</summary>
/// <param name="To">The code of the new currency.</param>
/// <param name="Ratio">How many units of the old one make one of the new.</param>
/// <param name="Date">The day of the change, where it is known.</param>
/// <param name="Countries">The alpha-2 codes of the countries where it happened so.</param>
public sealed record Succession(string To, decimal Ratio, DateOnly? Date, IReadOnlyList<string> Countries);
