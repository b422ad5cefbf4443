using Currencies.Contracts;
using Shared.Application.Lists;

namespace Countries.Application;

/// <summary>What there is to tell of a country.</summary>
/// <param name="Country">The country with its money of today.</param>
/// <param name="Today">The day (UTC).</param>
/// <param name="History">Its money in the order in which it came.</param>
/// <param name="Neighbours">Its neighbours by land, by name.</param>
/// <param name="Names">The names of all countries by alpha-2 code.</param>
public sealed record CountryStory(
    CountryView Country,
    DateOnly Today,
    IReadOnlyList<MoneyPeriod> History,
    IReadOnlyList<CountryView> Neighbours,
    IReadOnlyDictionary<string, string> Names
)
{
    internal static CountryStory Of(
        CountryDetails country,
        CountryCatalogue countries,
        CurrencyNames currencies,
        ListContext context
    ) =>
        new(
            CountryView.Of(country, context, currencies),
            context.Day,
            [
                .. country
                    .Tenders.OrderBy(tender => tender.From ?? DateOnly.MinValue)
                    .ThenBy(tender => tender.To ?? DateOnly.MaxValue)
                    .Select(tender => PeriodOf(tender, country, currencies, context.Language)),
            ],
            [
                .. countries
                    .All.Where(other => other.Alpha3 is { } code && country.Borders.Contains(code))
                    .Select(other => CountryView.Of(other, context, currencies))
                    .OrderBy(other => other.Name, Comparer<string>.Create(context.Language.Compare)),
            ],
            countries.NamesByAlpha2(context.Language)
        );

    private static MoneyPeriod PeriodOf(
        Tender tender,
        CountryDetails country,
        CurrencyNames currencies,
        Language language
    ) =>
        new(
            Money.Of(tender, language, currencies),
            [
                .. (currencies.ByCode.GetValueOrDefault(tender.Currency)?.Successors ?? [])
                    .Where(change => country.Alpha2 is { } code && change.Countries.Contains(code))
                    .Select(change => CurrencyChange.Of(change.To, change, currencies, language)),
            ]
        );
}

/// <summary>A time in which a currency is or was money in a country, and what took its place there.</summary>
public sealed record MoneyPeriod(Money Money, IReadOnlyList<CurrencyChange> Successors);
