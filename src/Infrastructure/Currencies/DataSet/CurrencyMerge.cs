using Currencies.Domain;
using Currencies.Infrastructure.DataAccess;
using Microsoft.EntityFrameworkCore;
using Shared.Domain;

namespace Currencies.Infrastructure.DataSet;

/// <summary>Merges the currencies of a data set into those that are stored (ADR 0021).</summary>
internal sealed class CurrencyMerge(
    CurrenciesDbContext context,
    Dictionary<CurrencyCode, Currency> stored,
    HashSet<string> removed
)
{
    private readonly List<string> clashes = [];

    /// <summary>Reads what is stored.</summary>
    public static async Task<CurrencyMerge> BeginAsync(
        CurrenciesDbContext context,
        CancellationToken cancellationToken
    ) =>
        new(
            context,
            await context.Currencies.ToDictionaryAsync(currency => currency.Code, cancellationToken),
            await context.RemovedRecords.Select(record => record.Key).ToHashSetAsync(cancellationToken)
        );

    /// <summary>Takes a currency of the data set over.</summary>
    public void Take(Currency brought)
    {
        if (removed.Contains(brought.Code.Value))
            return;
        if (!stored.Remove(brought.Code, out var known))
            context.Currencies.Add(brought);
        else if (known.Origin == Origin.Local)
            clashes.Add($"{brought.Code} was left out, since a local record has the code.");
        else
            known.Update(brought.Facts);
    }

    /// <summary>Takes away what the data set knows no longer, unless somebody edited it.</summary>
    /// <returns>The clashes.</returns>
    public IReadOnlyList<string> End()
    {
        foreach (var currency in stored.Values.Where(currency => currency.Origin == Origin.DataSet))
        {
            if (currency.Edited.Count > 0)
                currency.BecomeLocal();
            else
            {
                currency.Remove();
                context.Currencies.Remove(currency);
            }
        }
        return clashes;
    }
}
