using Countries.Domain;
using Microsoft.EntityFrameworkCore;

namespace Countries.Infrastructure.DataAccess;

internal sealed class CountryRepository(CountriesDbContext context) : ICountryRepository
{
    // Every write asks this, so the query is translated once.
    private static readonly Func<CountriesDbContext, string, CancellationToken, Task<bool>> NameIsTaken =
        EF.CompileAsyncQuery(
            (CountriesDbContext context, string key, CancellationToken _) =>
                context.Countries.Any(country => country.NameKey == key)
        );

    public Task<bool> NameIsTakenAsync(CountryName name, CancellationToken cancellationToken) =>
        NameIsTaken(context, name.Key, cancellationToken);

    public async Task<IReadOnlyList<Country>> WithUnlinkedLocalCurrencyAsync(CancellationToken cancellationToken)
    {
        var local = await context.Countries.Where(c => c.LocalCurrency != null).ToListAsync(cancellationToken);
        return [.. local.Where(country => country.TenderPeriods.Count == 0)];
    }

    public void Add(Country country) => context.Countries.Add(country);
}
