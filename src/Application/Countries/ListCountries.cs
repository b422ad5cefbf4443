using Currencies.Contracts;
using ErrorOr;
using Shared.Application;

namespace Countries.Application;

/// <summary>Lists every country with the name of its money, in the order in which they were added.</summary>
public sealed record ListCountries : IQuery<CountryList>;

/// <summary>The list.</summary>
/// <param name="Version">Equal versions, equal lists: what was made of the list may be kept under it.</param>
/// <param name="Items">The items, made when they are asked for: whoever kept what was made of this version pays nothing.</param>
public sealed record CountryList(string Version, Lazy<IReadOnlyList<CountryListItem>> Items);

/// <summary>A country and its money.</summary>
/// <param name="Name">The common English name.</param>
/// <param name="LocalCurrency">
/// A local record's words as they were given. Else the English name of the first current legal tender, or
/// <see cref="NoCurrency"/>.
/// </param>
public sealed record CountryListItem(string Name, string LocalCurrency)
{
    /// <summary>What stands in place of a name where no money is legal tender (Antarctica).</summary>
    public const string NoCurrency = "No universal currency";
}

internal sealed class ListCountriesHandler(
    ICountryCatalogue catalogue,
    ICurrencyDirectory currencies,
    TimeProvider clock
) : IQueryHandler<ListCountries, CountryList>
{
    public async Task<ErrorOr<CountryList>> Handle(ListCountries query, CancellationToken cancellationToken)
    {
        var countries = await catalogue.ReadAsync(cancellationToken);
        var names = await currencies.ReadAsync(cancellationToken);
        var today = clock.Today();
        return new CountryList(
            countries.VersionWith(names, today),
            new(() =>
                [.. countries.All.Select(country => new CountryListItem(country.Name, MoneyOf(country, names, today)))]
            )
        );
    }

    private static string MoneyOf(CountryDetails country, CurrencyNames names, DateOnly today)
    {
        if (country.LocalCurrency is { } words)
            return words;
        var tender = country.Tenders.FirstOrDefault(t => t.Kind == Tender.Legal && t.Covers(today));
        return tender is null
            ? CountryListItem.NoCurrency
            : names.ByCode.GetValueOrDefault(tender.Currency)?.Name ?? tender.Currency;
    }
}
