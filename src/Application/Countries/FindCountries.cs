using Currencies.Contracts;
using ErrorOr;
using Shared.Application;
using Shared.Application.Lists;

namespace Countries.Application;

/// <summary>Finds countries by the words of the list grammar.</summary>
public sealed record FindCountries(ListQuery Query) : IQuery<Page<CountryView>>
{
    /// <summary>What the list can be asked for.</summary>
    public static ListWords Words => CountryTable.Table.Words;
}

internal sealed class FindCountriesHandler(
    ICountryCatalogue catalogue,
    ICurrencyDirectory currencies,
    TimeProvider clock
) : IQueryHandler<FindCountries, Page<CountryView>>
{
    public async Task<ErrorOr<Page<CountryView>>> Handle(FindCountries query, CancellationToken cancellationToken)
    {
        var countries = await catalogue.ReadAsync(cancellationToken);
        var names = await currencies.ReadAsync(cancellationToken);
        return countries
            .Listing.Find(query.Query, clock.Today())
            .Then(found => found.Page.Select(country => CountryView.Of(country, found.Context, names)));
    }
}
