using Currencies.Domain;
using Microsoft.EntityFrameworkCore;
using Shared.Domain;
using Shared.Infrastructure.DataAccess;
using Shared.Infrastructure.DataAccess.History;

namespace Currencies.Infrastructure.DataAccess;

internal sealed class CurrencyRepository(CurrenciesDbContext context, ITurn<CurrenciesDbContext> turn)
    : ICurrencyRepository
{
    // One that was found before is not asked for again.
    public Task<Currency?> FindAsync(CurrencyCode code, CancellationToken cancellationToken) =>
        context.Currencies.FindAsync([code], cancellationToken).AsTask();

    public async Task<int> CountVersionsAsync(CurrencyCode code, CancellationToken cancellationToken)
    {
        await turn.TakeAsync(cancellationToken);
        // Each version left an entry in the history, which outlives the record.
        return await context.History.CountAsync(
            entry => entry.Record == "currency" && entry.RecordId == code.Value,
            cancellationToken
        );
    }

    public void Add(Currency currency) => context.Currencies.Add(currency);

    public void Remove(Currency currency)
    {
        context.Currencies.Remove(currency);
        if (currency.Origin == Origin.DataSet)
            context.RemovedRecords.Add(new RemovedRecord(currency.Code.Value, currency.AggregateId));
    }
}
