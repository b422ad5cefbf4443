using Countries.Domain;
using Countries.Infrastructure.DataAccess;
using Shared.Application;
using Shared.Infrastructure.DataAccess;

namespace Countries.Infrastructure.DataSet;

/// <summary>The 250 countries and territories that the service ships.</summary>
internal sealed class CountryDataSet : IDataSet<CountriesDbContext>
{
    public string Version { get; } = DataSetFiles.Read<CountryDataSet, DataSetSources>("SOURCES.json").Version;

    public async Task<DataSetMerge> MergeIntoAsync(
        CountriesDbContext context,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var merge = await CountryMerge.BeginAsync(context, cancellationToken);
        foreach (var country in Read(now))
            merge.Take(country);
        return new DataSetMerge(new CountryDataSetLoaded(Version), merge.End());
    }

    public Task<DataSetCounts> CountAsync(CountriesDbContext context, CancellationToken cancellationToken) =>
        context.Countries.CountAsync<Country, CountryFacts>(context, cancellationToken);

    /// <summary>The records, as they are in the files.</summary>
    internal static IEnumerable<Country> Read(DateTimeOffset now)
    {
        var names = DataSetFiles.Read<CountryDataSet, Dictionary<string, Dictionary<string, string>>>("names.json");
        var parts = DataSetFiles.Read<CountryDataSet, SubdivisionEntry[]>("subdivisions.json").ToLookup(s => s.Country);
        foreach (var entry in DataSetFiles.Read<CountryDataSet, CountryEntry[]>("countries.json"))
        {
            var localized = names
                .Where(locale => locale.Value.ContainsKey(entry.Alpha2))
                .ToDictionary(locale => locale.Key, locale => locale.Value[entry.Alpha2]);
            yield return entry.ToCountry(localized, parts[entry.Alpha2], now);
        }
    }
}
