using Currencies.Domain;
using Microsoft.EntityFrameworkCore;
using Shared.Domain;
using Shared.Infrastructure.DataAccess.History;

namespace Currencies.Infrastructure.DataAccess;

internal sealed class CurrencyRepository(CurrenciesDbContext context) : ICurrencyRepository
{
    public Task<Currency?> FindAsync(CurrencyCode code, CancellationToken cancellationToken) =>
        context.Currencies.FirstOrDefaultAsync(currency => currency.Code == code, cancellationToken);

    public void Add(Currency currency) => context.Currencies.Add(currency);

    public void Remove(Currency currency)
    {
        context.Currencies.Remove(currency);
        if (currency.Origin == Origin.DataSet)
            context.RemovedRecords.Add(new RemovedRecord(currency.Code.Value, currency.AggregateId));
    }
}
