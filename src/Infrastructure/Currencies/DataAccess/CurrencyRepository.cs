using Currencies.Domain;
using Shared.Domain;
using Shared.Infrastructure.DataAccess.History;

namespace Currencies.Infrastructure.DataAccess;

internal sealed class CurrencyRepository(CurrenciesDbContext context) : ICurrencyRepository
{
    // One that was found before is not asked for again.
    public Task<Currency?> FindAsync(CurrencyCode code, CancellationToken cancellationToken) =>
        context.Currencies.FindAsync([code], cancellationToken).AsTask();

    public void Add(Currency currency) => context.Currencies.Add(currency);

    public void Remove(Currency currency)
    {
        context.Currencies.Remove(currency);
        if (currency.Origin == Origin.DataSet)
            context.RemovedRecords.Add(new RemovedRecord(currency.Code.Value, currency.AggregateId));
    }
}
