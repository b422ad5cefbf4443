using Countries.Domain;

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
    public CountryCatalogue(string version, IEnumerable<CountryRecord> countries)
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
    public IReadOnlyList<CountryRecord> All { get; }
}

/// <summary>A country on the read side.</summary>
public sealed record CountryRecord(
    Guid Id,
    string Name,
    string NameKey,
    CountryCodes? Codes,
    CountryProfile? Profile,
    string? LocalCurrency,
    IReadOnlyList<TenderPeriod> TenderPeriods,
    DateTimeOffset AddedAt
);
