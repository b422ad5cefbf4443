using Currencies.Domain;
using Shared.Application.Lists;
using Shared.Domain;

namespace Currencies.Application;

/// <summary>
/// What a person says of a currency when they write its record: every member of <see cref="CurrencyDetails"/> that is not
/// derived, in plain values and unchecked. What is not given is not known.
/// </summary>
public sealed record CurrencyDraft
{
    /// <summary>The code; fixed once the record is there, and then need not be given.</summary>
    public string? Code { get; init; }
    public string? Name { get; init; }
    public string? Numeric { get; init; }

    /// <summary><c>active</c> where none is given.</summary>
    public string? Status { get; init; }

    /// <summary><c>non-iso</c> where none is given.</summary>
    public string? Kind { get; init; }
    public string? Symbol { get; init; }
    public string? NarrowSymbol { get; init; }
    public int? IsoMinorUnits { get; init; }

    /// <summary>As many as ISO's, or two, where none are given.</summary>
    public int? CldrDigits { get; init; }
    public int? CashDigits { get; init; }
    public int? CashRounding { get; init; }
    public DateOnly? Withdrawn { get; init; }

    /// <summary>Checks the draft; what a draft cannot say stays as it is.</summary>
    internal Result<CurrencyFacts> ToFacts(Currency? currency = null)
    {
        var known = currency?.Profile ?? CurrencyProfile.Empty;
        return CurrencyFacts.Create(
            new CurrencyStatement(
                Name,
                Status,
                Kind,
                known with
                {
                    Numeric = Numeric,
                    Symbol = Symbol,
                    NarrowSymbol = NarrowSymbol,
                    MinorUnits = new(
                        IsoMinorUnits,
                        CldrDigits ?? IsoMinorUnits ?? CurrencyProfile.Empty.MinorUnits.Cldr,
                        CashDigits,
                        CashRounding
                    ),
                    Withdrawn = Withdrawn,
                }
            )
        );
    }

    /// <summary>Lets a validator ask the facts, so that the two can never disagree.</summary>
    internal static List<Failure> Check(CurrencyDraft? draft) => [.. (draft ?? new CurrencyDraft()).ToFacts().Failures];
}

/// <summary>Shows a record as it will be read, in English, as what was written is.</summary>
internal static class WrittenCurrency
{
    public static FoundCurrency Show(Currency currency) =>
        new(CurrencyView.Of(CurrencyDetails.Of(currency), Language.English), Language.English.Code);
}
