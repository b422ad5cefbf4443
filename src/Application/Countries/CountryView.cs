using Currencies.Contracts;
using Shared.Application.Lists;

namespace Countries.Application;

/// <summary>A country as it is seen in a language and on a day.</summary>
/// <param name="Details">All that is known of it.</param>
/// <param name="Name">Its common name in the language.</param>
/// <param name="Currencies">What is money there on the day, the principal currency first.</param>
public sealed record CountryView(CountryDetails Details, string Name, IReadOnlyList<Money> Currencies)
{
    internal static CountryView Of(CountryDetails country, ListContext context, CurrencyNames currencies) =>
        new(
            country,
            country.NameIn(context.Language.Code),
            [
                .. country
                    .Tenders.Where(tender => tender.Covers(context.Day))
                    .Select(tender => Money.Of(tender, context.Language, currencies)),
            ]
        );
}

/// <summary>A currency that is or was money somewhere, and when.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name in the language that was asked for.</param>
/// <param name="Kind"><c>tender</c>, <c>customary</c> (used beside it), <c>fund</c> (a unit of account) or <c>non-iso</c>.</param>
/// <param name="From">The first day; <see langword="null"/> when it is not known.</param>
/// <param name="To">The last day; <see langword="null"/> when it has not ended.</param>
public sealed record Money(string Code, string Name, string Kind, DateOnly? From, DateOnly? To)
{
    internal static Money Of(Tender tender, Language language, CurrencyNames currencies)
    {
        var name = currencies.ByCode.GetValueOrDefault(tender.Currency)?.NameIn(language.Code) ?? tender.Currency;
        return new(tender.Currency, name, tender.Kind, tender.From, tender.To);
    }
}
