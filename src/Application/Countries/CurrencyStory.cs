using Currencies.Contracts;
using Shared.Application.Lists;

namespace Countries.Application;

/// <summary>What there is to tell of a currency.</summary>
/// <param name="Code">Its three letters, upper case.</param>
/// <param name="Name">Its name.</param>
/// <param name="Symbols">Its symbols, the shortest first; none where people write the code.</param>
/// <param name="Today">The day (UTC).</param>
/// <param name="Uses">Where it is and was money, by the name of the country.</param>
/// <param name="Predecessors">The changes to it, by date.</param>
/// <param name="Successors">The changes from it, by date.</param>
/// <param name="Names">The names of all countries by alpha-2 code.</param>
public sealed record CurrencyStory(
    string Code,
    string Name,
    IReadOnlyList<string> Symbols,
    DateOnly Today,
    IReadOnlyList<CurrencyUse> Uses,
    IReadOnlyList<CurrencyChange> Predecessors,
    IReadOnlyList<CurrencyChange> Successors,
    IReadOnlyDictionary<string, string> Names
)
{
    internal static CurrencyStory Of(
        CurrencySummary currency,
        CountryCatalogue countries,
        CurrencyNames all,
        ListContext context
    )
    {
        var language = context.Language;
        return new(
            currency.Code,
            currency.NameIn(language.Code),
            [
                .. new[] { currency.Symbol, currency.LocalSymbol }
                    .OfType<string>()
                    .Distinct()
                    .Where(symbol => symbol != currency.Code),
            ],
            context.Day,
            [
                .. countries
                    .All.SelectMany(country =>
                        country.Tenders.Select(tender => new CurrencyUse(
                            country,
                            country.NameIn(language.Code),
                            tender
                        ))
                    )
                    .Where(use => use.Tender.Currency == currency.Code)
                    .OrderBy(use => use.Name, Comparer<string>.Create(language.Compare))
                    .ThenBy(use => use.Tender.From),
            ],
            [
                .. all
                    .ByCode.Values.SelectMany(
                        old => old.Successors.Where(change => change.To == currency.Code),
                        (old, change) => CurrencyChange.Of(old.Code, change, all, language)
                    )
                    .OrderBy(change => change.Date),
            ],
            [
                .. currency
                    .Successors.Select(change => CurrencyChange.Of(change.To, change, all, language))
                    .OrderBy(change => change.Date),
            ],
            countries.NamesByAlpha2(language)
        );
    }
}
