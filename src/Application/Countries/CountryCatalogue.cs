using Currencies.Contracts;

namespace Countries.Application;

/// <summary>Gives the read side: all countries in memory, as of the last commit.</summary>
public interface ICountryCatalogue
{
    /// <summary>The countries as they stand now; a writer finds its own change in it.</summary>
    ValueTask<CountryCatalogue> ReadAsync(CancellationToken cancellationToken);
}

/// <summary>All countries at one moment, with the indexes that queries use. It never changes.</summary>
public sealed class CountryCatalogue
{
    /// <summary>Sorts the countries and makes the indexes.</summary>
    /// <param name="version">Equal versions, equal content.</param>
    /// <param name="countries">The countries.</param>
    public CountryCatalogue(string version, IEnumerable<CountryDetails> countries)
    {
        Version = version;
        // The data set's came in one moment, so they stand by name; local records follow as they came.
        All =
        [
            .. countries.OrderBy(country => country.AddedAt).ThenBy(country => country.NameKey, StringComparer.Ordinal),
        ];
    }

    /// <summary>Equal versions, equal content.</summary>
    public string Version { get; }

    /// <summary>The countries in the order in which they were added.</summary>
    public IReadOnlyList<CountryDetails> All { get; }

    /// <summary>The version of an answer that also depends on the currencies and on the day: a country may change its money at midnight.</summary>
    public string VersionWith(CurrencyNames currencies, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(currencies);
        return $"{Version}.{currencies.Version}.{day.DayNumber}";
    }
}
