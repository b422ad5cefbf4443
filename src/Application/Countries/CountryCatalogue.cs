using Countries.Domain;
using Currencies.Contracts;
using ErrorOr;
using Shared.Application;
using Shared.Application.Lists;
using Shared.Domain;

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
    private readonly Dictionary<string, CountryDetails> byKey = [];

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
        Listing = new(CountryTable.Table, All);
        foreach (var country in All)
        {
            byKey[country.Id.ToString()] = country;
            foreach (var code in new[] { country.Alpha2, country.Alpha3, country.Numeric }.OfType<string>())
                byKey[code] = country;
        }
    }

    /// <summary>Equal versions, equal content.</summary>
    public string Version { get; }

    /// <summary>The countries in the order in which they were added.</summary>
    public IReadOnlyList<CountryDetails> All { get; }

    /// <summary>The countries as they can be searched, filtered and sorted.</summary>
    internal Listing<CountryDetails> Listing { get; }

    /// <summary>The country with this alpha-2, alpha-3 or numeric code, or with this id, in any case.</summary>
    /// <returns>The country, or <c>country.not_found</c> with the code of the one that was probably meant.</returns>
    internal ErrorOr<CountryDetails> Find(string key)
    {
        if (CountryKey.Parse(key) is { } known && byKey.TryGetValue(known.Text, out var country))
            return country;
        return NotFound(key).ToError();
    }

    /// <summary>The failure that no country has a key, with the code of the one that was probably meant.</summary>
    internal Failure NotFound(string key)
    {
        var meant = Listing.Meant(key)?.Alpha2;
        return CountryErrors.NotFound(key, meant ?? Nearest.To(key, All.Select(c => c.Alpha3).OfType<string>()));
    }

    /// <summary>The names of all countries that have an alpha-2 code, by that code.</summary>
    internal Dictionary<string, string> NamesByAlpha2(Language language) =>
        All.Where(country => country.Alpha2 is not null)
            .ToDictionary(country => country.Alpha2!, country => country.NameIn(language.Code));

    /// <summary>The version of an answer that also depends on the currencies and on the day: a country may change its money at midnight.</summary>
    public string VersionWith(CurrencyNames currencies, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(currencies);
        return $"{Version}.{currencies.Version}.{day.DayNumber}";
    }
}
