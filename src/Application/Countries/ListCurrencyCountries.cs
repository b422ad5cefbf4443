using Countries.Domain;
using Currencies.Contracts;
using ErrorOr;
using Shared.Application;
using Shared.Application.Lists;

namespace Countries.Application;

/// <summary>Lists where a currency is money: on the day that the query names, or else where it ever was.</summary>
/// <param name="Code">The currency's three letters, in any case.</param>
/// <param name="Query">The query.</param>
public sealed record ListCurrencyCountries(string Code, ListQuery Query) : IQuery<Page<CurrencyUse>>
{
    /// <summary>What the list can be asked for.</summary>
    public static ListWords Words => ListCurrencyCountriesHandler.Table.Words;
}

/// <summary>A currency is or was money in a country.</summary>
/// <param name="Country">The country.</param>
/// <param name="Name">Its name in the language that was asked for.</param>
/// <param name="Tender">In what way, and when.</param>
public sealed record CurrencyUse(CountryDetails Country, string Name, Tender Tender);

internal sealed class ListCurrencyCountriesHandler(
    ICountryCatalogue catalogue,
    ICurrencyDirectory currencies,
    TimeProvider clock
) : IQueryHandler<ListCurrencyCountries, Page<CurrencyUse>>
{
    public async Task<ErrorOr<Page<CurrencyUse>>> Handle(
        ListCurrencyCountries query,
        CancellationToken cancellationToken
    )
    {
        var countries = await catalogue.ReadAsync(cancellationToken);
        var language = countries.Listing.Languages.Choose(query.Query.Language);
        var code = query.Code.ToUpperInvariant();
        var known = (await currencies.ReadAsync(cancellationToken)).ByCode.Keys;
        if (!known.Contains(code))
            return CountryErrors.UnknownCurrency(query.Code, Nearest.To(code, known)).ToError();
        if (language.IsError)
            return language.Errors;

        var uses = countries
            .All.SelectMany(country =>
                country.Tenders.Select(tender => new CurrencyUse(country, country.NameIn(language.Value.Code), tender))
            )
            .Where(use => use.Tender.Currency == code && (query.Query.On is not { } day || use.Tender.Covers(day)));
        return new Listing<CurrencyUse>(Table, uses, countries.Listing.Languages, code)
            .Find(query.Query, clock.Today())
            .Then(found => found.Page);
    }

    internal static readonly ListTable<CurrencyUse> Table = new()
    {
        // A country may use the same currency twice, at different times.
        Key = use => $"{use.Country.Id} {use.Tender.From:O} {use.Tender.To:O} {use.Tender.Kind}",
        Names = use => use.Country.SearchNames,
        DefaultSort = "name",
        Filters =
        [
            new("kind", "In what way it is money.", (use, _) => [use.Tender.Kind]) { Known = TenderKinds.Words },
        ],
        SortKeys =
        [
            new("name", (use, _) => SortValue.OfName(use.Name)),
            new("alpha2", (use, _) => SortValue.OfWord(use.Country.Alpha2)),
            new("alpha3", (use, _) => SortValue.OfWord(use.Country.Alpha3)),
            new("kind", (use, _) => SortValue.OfWord(use.Tender.Kind)),
            new("from", (use, _) => SortValue.Of(use.Tender.From?.DayNumber)),
            new("to", (use, _) => SortValue.Of(use.Tender.To?.DayNumber)),
        ],
    };
}
