namespace Countries.Domain;

/// <summary>The countries, as a handler that changes one sees them: inside its unit of work.</summary>
public interface ICountryRepository
{
    /// <summary>The country with a code (two or three letters, or three digits, in any case) or an identity.</summary>
    Task<Country?> FindAsync(string key, CancellationToken cancellationToken);

    /// <summary>Whether another country has that name already, as names are compared.</summary>
    /// <param name="name">The name.</param>
    /// <param name="except">The country that may have it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<bool> NameIsTakenAsync(CountryName name, CountryId? except, CancellationToken cancellationToken);

    /// <summary>Which of the codes another country has already: <c>alpha2</c>, <c>alpha3</c>, <c>numeric</c>, or none.</summary>
    /// <param name="codes">The codes.</param>
    /// <param name="except">The country that may have them.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<string?> TakenCodeAsync(CountryCodes codes, CountryId? except, CancellationToken cancellationToken);

    /// <summary>Names and codes of all countries: what a record that is new must not have.</summary>
    Task<IReadOnlyList<CountryKeys>> ReadKeysAsync(CancellationToken cancellationToken);

    /// <summary>The countries whose money is known in words only, not by a currency code.</summary>
    Task<IReadOnlyList<Country>> WithUnlinkedLocalCurrencyAsync(CancellationToken cancellationToken);

    /// <summary>Adds a country.</summary>
    void Add(Country country);

    /// <summary>Takes a country away for good. One of the data set does not come back with a newer one.</summary>
    void Remove(Country country);
}

/// <summary>What tells a country from all others.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="NameKey">Its name as it is compared (<see cref="CountryName.Key"/>).</param>
/// <param name="Codes">Its codes, if it has any.</param>
public sealed record CountryKeys(CountryId Id, string NameKey, CountryCodes? Codes);
