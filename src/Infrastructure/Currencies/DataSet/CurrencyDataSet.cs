using Currencies.Domain;
using Currencies.Infrastructure.DataAccess;
using Shared.Domain;
using Shared.Infrastructure.DataAccess;

namespace Currencies.Infrastructure.DataSet;

/// <summary>The currencies that the service ships.</summary>
internal sealed class CurrencyDataSet : IDataSet<CurrenciesDbContext>
{
    public string Version { get; } = DataSetFiles.Read<CurrencyDataSet, DataSetSources>("SOURCES.json").Version;

    public IDomainEvent AddTo(CurrenciesDbContext context, DateTimeOffset now)
    {
        var names = DataSetFiles.Read<CurrencyDataSet, Dictionary<string, Dictionary<string, LocalizedCurrency>>>(
            "names.json"
        );
        var successions = DataSetFiles
            .Read<CurrencyDataSet, SuccessionEntry[]>("successions.json")
            .ToLookup(succession => succession.From);
        foreach (var entry in DataSetFiles.Read<CurrencyDataSet, CurrencyEntry[]>("currencies.json"))
        {
            var localized = names
                .Where(locale => locale.Value.ContainsKey(entry.Code))
                .ToDictionary(locale => locale.Key, locale => locale.Value[entry.Code]);
            context.Currencies.Add(entry.ToCurrency(localized, successions[entry.Code]));
        }
        return new CurrencyDataSetLoaded(Version);
    }
}
