using Countries.Domain;
using Countries.Infrastructure.DataAccess;
using Shared.Domain;
using Shared.Infrastructure.DataAccess;

namespace Countries.Infrastructure.DataSet;

/// <summary>The 250 countries and territories that the service ships.</summary>
internal sealed class CountryDataSet : IDataSet<CountriesDbContext>
{
    public string Version { get; } = DataSetFiles.Read<CountryDataSet, DataSetSources>("SOURCES.json").Version;

    public IDomainEvent AddTo(CountriesDbContext context, DateTimeOffset now)
    {
        var names = DataSetFiles.Read<CountryDataSet, Dictionary<string, Dictionary<string, string>>>("names.json");
        var parts = DataSetFiles.Read<CountryDataSet, SubdivisionEntry[]>("subdivisions.json").ToLookup(s => s.Country);
        foreach (var entry in DataSetFiles.Read<CountryDataSet, CountryEntry[]>("countries.json"))
        {
            var localized = names
                .Where(locale => locale.Value.ContainsKey(entry.Alpha2))
                .ToDictionary(locale => locale.Key, locale => locale.Value[entry.Alpha2]);
            context.Countries.Add(entry.ToCountry(localized, parts[entry.Alpha2], now));
        }
        return new CountryDataSetLoaded(Version);
    }
}
