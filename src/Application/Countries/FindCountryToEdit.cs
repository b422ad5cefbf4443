using Countries.Domain;
using Currencies.Contracts;
using ErrorOr;
using Shared.Application;

namespace Countries.Application;

/// <summary>The country as the unit of work under way sees it, so that an edit can be made of it.</summary>
/// <param name="Key">A code of the country, or its id.</param>
public sealed record FindCountryToEdit(string Key) : IQuery<FoundCountry>;

internal sealed class FindCountryToEditHandler(
    ICountryRepository countries,
    ICountryCatalogue catalogue,
    ICurrencyDirectory currencies,
    TimeProvider clock
) : IQueryHandler<FindCountryToEdit, FoundCountry>
{
    public async Task<ErrorOr<FoundCountry>> Handle(FindCountryToEdit query, CancellationToken cancellationToken) =>
        await countries.FindAsync(query.Key, cancellationToken) is { } country
            ? CountryWriter.Show(country, await currencies.ReadAsync(cancellationToken), clock.Today())
            : (await catalogue.ReadAsync(cancellationToken)).NotFound(query.Key).ToError();
}
