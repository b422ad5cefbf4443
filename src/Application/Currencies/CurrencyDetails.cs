using Currencies.Contracts;
using Currencies.Domain;
using Shared.Application.Lists;
using Shared.Domain;

namespace Currencies.Application;

/// <summary>
/// A currency on the read side: all that is known of it, in plain values, so that every contract can be written from it. It
/// is compared by what it is, not by what it says: some of it is made when it is first asked for.
/// </summary>
public sealed class CurrencyDetails
{
    /// <summary>The three letters of ISO 4217 or, without an ISO code, of common use; upper case.</summary>
    public required string Code { get; init; }

    /// <summary>Counts the changes of this currency.</summary>
    public required long Version { get; init; }

    /// <summary>The English name (CLDR).</summary>
    public required string Name { get; init; }

    /// <summary><c>active</c> or <c>historic</c> in ISO 4217.</summary>
    public required string Status { get; init; }

    /// <summary><c>money</c>, <c>fund</c> (a unit of account), <c>metal</c>, <c>test</c> or <c>non-iso</c>.</summary>
    public required string Kind { get; init; }

    /// <summary><c>dataset</c>, or <c>local</c> for a record that somebody added here.</summary>
    public required string Source { get; init; }

    /// <summary>The members of a record of the data set that were edited here, by name; a newer data set leaves them alone.</summary>
    public IReadOnlyList<string> Edited { get; init; } = [];

    /// <summary>The three digits of ISO 4217, with leading zeros; none where ISO gives none.</summary>
    public string? Numeric { get; init; }

    /// <summary>The symbol in English text ("CHF", "€").</summary>
    public string? Symbol { get; init; }

    /// <summary>The shortest symbol, which other currencies may share ("$").</summary>
    public string? NarrowSymbol { get; init; }

    /// <summary>ISO 4217's decimals; none for funds, metals and money without an ISO code.</summary>
    public int? IsoMinorUnits { get; init; }

    /// <summary>CLDR's decimals for display.</summary>
    public required int CldrDigits { get; init; }

    /// <summary>CLDR's decimals of amounts in cash, where they differ.</summary>
    public int? CashDigits { get; init; }

    /// <summary>The step to which cash amounts are rounded, in units of the last cash decimal (CHF: 5, so 0.05).</summary>
    public int? CashRounding { get; init; }

    /// <summary>The day on which ISO withdrew the code, where it is known.</summary>
    public DateOnly? Withdrawn { get; init; }

    /// <summary>Name and symbol by CLDR locale.</summary>
    public required IReadOnlyDictionary<string, NameAndSymbol> Localized { get; init; }

    /// <summary>Which currencies took its place.</summary>
    public required IReadOnlyList<Successor> Successors { get; init; }

    private IReadOnlyList<SearchText>? searchNames;

    /// <summary>Everything that it is searched by: its names in all languages and its code. Made at the first search and kept, as the row is.</summary>
    internal IReadOnlyList<SearchText> SearchNames =>
        searchNames ??= [
            .. Localized
                .Values.Select(localized => localized.Name)
                .Append(Name)
                .Append(Code)
                .Distinct()
                .Select(name => new SearchText(name))
                .DistinctBy(name => name.Text),
        ];

    /// <summary>The name in a language; the English one where it is not known.</summary>
    /// <param name="language">A CLDR locale.</param>
    public string NameIn(string language) =>
        language == "en" ? Name : Localized.GetValueOrDefault(language)?.Name ?? Name;

    /// <summary>What other modules may know of it; made once.</summary>
    internal CurrencySummary Summary { get; private init; } = null!;

    /// <summary>What the read side shows of a currency.</summary>
    public static CurrencyDetails Of(Currency currency)
    {
        ArgumentNullException.ThrowIfNull(currency);
        var profile = currency.Profile;
        return new()
        {
            Code = currency.Code.Value,
            Version = currency.Version,
            Name = currency.Name.Value,
            Source = currency.Origin.Word(),
            Edited = currency.Edited,
            Status = currency.Status.Word(),
            Kind = currency.Kind.Word(),
            Numeric = profile.Numeric,
            Symbol = profile.Symbol,
            NarrowSymbol = profile.NarrowSymbol,
            IsoMinorUnits = profile.MinorUnits.Iso,
            CldrDigits = profile.MinorUnits.Cldr,
            CashDigits = profile.MinorUnits.Cash,
            CashRounding = profile.MinorUnits.CashRounding,
            Withdrawn = profile.Withdrawn,
            Localized = profile.Localized.ToDictionary(
                l => l.Key,
                l => new NameAndSymbol(l.Value.Name, l.Value.Symbol)
            ),
            Successors =
            [
                .. profile.Successors.Select(s => new Successor(
                    currency.Code.Value,
                    s.To,
                    s.Ratio,
                    s.Date,
                    s.Countries
                )),
            ],
            Summary = new(
                currency.Code.Value,
                currency.Name.Value,
                profile.NarrowSymbol ?? profile.Symbol,
                profile.LocalSymbol,
                profile.Localized.ToDictionary(l => l.Key, l => l.Value.Name)
            )
            {
                Successors =
                [
                    .. profile.Successors.Select(s => new CurrencySuccessor(s.To, s.Ratio, s.Date, s.Countries)),
                ],
            },
        };
    }
}

/// <summary>A name and a symbol in one language.</summary>
public sealed record NameAndSymbol(string Name, string? Symbol);

/// <summary>One currency took the place of another.</summary>
/// <param name="From">The code of the old currency.</param>
/// <param name="To">The code of the new currency.</param>
/// <param name="Ratio">How many units of the old one make one of the new.</param>
/// <param name="Date">The day of the change, where it is known.</param>
/// <param name="Countries">The alpha-2 codes of the countries where it happened so.</param>
public sealed record Successor(string From, string To, decimal Ratio, DateOnly? Date, IReadOnlyList<string> Countries);
