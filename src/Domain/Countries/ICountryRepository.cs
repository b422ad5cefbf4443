namespace Countries.Domain;

/// <summary>The countries, as a handler that changes one sees them: inside the transaction of its unit of work.</summary>
public interface ICountryRepository
{
    /// <summary>Whether a country has that name already, as names are compared.</summary>
    Task<bool> NameIsTakenAsync(CountryName name, CancellationToken cancellationToken);

    /// <summary>The countries whose money is known in words only, not by a currency code.</summary>
    Task<IReadOnlyList<Country>> WithUnlinkedLocalCurrencyAsync(CancellationToken cancellationToken);

    /// <summary>Adds a country.</summary>
    void Add(Country country);
}
