using Countries.Domain;
using Microsoft.EntityFrameworkCore;

namespace Countries.Infrastructure.DataAccess;

internal sealed class CountryRepository(CountriesDbContext context) : ICountryRepository
{
    public Task<bool> NameIsTakenAsync(CountryName name, CancellationToken cancellationToken) =>
        context.Countries.AnyAsync(country => country.NameKey == name.Key, cancellationToken);

    public async Task<IReadOnlyList<Country>> WithUnlinkedLocalCurrencyAsync(CancellationToken cancellationToken)
    {
        var local = await context.Countries.Where(c => c.LocalCurrency != null).ToListAsync(cancellationToken);
        return [.. local.Where(country => country.TenderPeriods.Count == 0)];
    }

    public void Add(Country country) => context.Countries.Add(country);
}
