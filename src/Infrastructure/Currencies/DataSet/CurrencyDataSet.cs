using Currencies.Domain;
using Currencies.Infrastructure.DataAccess;
using Shared.Application;
using Shared.Infrastructure.DataAccess;

namespace Currencies.Infrastructure.DataSet;

/// <summary>The currencies that the service ships.</summary>
internal sealed class CurrencyDataSet : IDataSet<CurrenciesDbContext>
{
    public string Version { get; } = DataSetFiles.Read<CurrencyDataSet, DataSetSources>("SOURCES.json").Version;

    public async Task<DataSetMerge> MergeIntoAsync(
        CurrenciesDbContext context,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var merge = await CurrencyMerge.BeginAsync(context, cancellationToken);
        foreach (var currency in Read())
            merge.Take(currency);
        return new DataSetMerge(new CurrencyDataSetLoaded(Version), merge.End());
    }

    public Task<DataSetCounts> CountAsync(CurrenciesDbContext context, CancellationToken cancellationToken) =>
        context.Currencies.CountAsync<Currency, CurrencyFacts>(context, cancellationToken);

    /// <summary>The records, as they are in the files.</summary>
    internal static IEnumerable<Currency> Read()
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
            yield return entry.ToCurrency(localized, successions[entry.Code]);
        }
    }
}
