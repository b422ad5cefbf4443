using Currencies.Application;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Shared.Domain;
using Shared.Infrastructure.DataAccess;

namespace Currencies.Infrastructure.DataAccess;

/// <summary>The currencies in memory.</summary>
internal sealed class CurrencySnapshot(IServiceScopeFactory scopes, ILogger<CurrencySnapshot> logger)
    : Snapshot<CurrenciesDbContext, CurrencyCode, CurrencyDetails, CurrencyCatalogue>(scopes, logger),
        ICurrencyCatalogue
{
    protected override bool TryParseKey(string aggregateId, out CurrencyCode key)
    {
        var code = CurrencyCode.Create(aggregateId);
        key = code.IsSuccess ? code.Value : null!;
        return code.IsSuccess;
    }

    protected override CurrencyCode KeyOf(CurrencyDetails row) => CurrencyCode.Create(row.Code).Value;

    protected override async Task<List<CurrencyDetails>> ReadRowsAsync(
        CurrenciesDbContext context,
        IReadOnlyCollection<CurrencyCode>? keys,
        CancellationToken cancellationToken
    )
    {
        var currencies = context.Currencies.AsNoTracking();
        if (keys is not null)
            currencies = currencies.Where(currency => keys.Contains(currency.Code));
        return [.. (await currencies.ToListAsync(cancellationToken)).Select(CurrencyDetails.Of)];
    }

    protected override CurrencyCatalogue MakeView(string version, IEnumerable<CurrencyDetails> rows) =>
        new(version, rows);
}
