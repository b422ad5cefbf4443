using Countries.Domain;
using Microsoft.EntityFrameworkCore;
using Shared.Domain;
using Shared.Infrastructure.DataAccess.History;

namespace Countries.Infrastructure.DataAccess;

internal sealed class CountryRepository(CountriesDbContext context, CountryQueries queries) : ICountryRepository
{
    public Task<Country?> FindAsync(string key, CancellationToken cancellationToken)
    {
        var countries = context.Countries;
        return CountryKey.Parse(key) switch
        {
            // One that was found before is not asked for again.
            { Id: { } id } => countries.FindAsync([id], cancellationToken).AsTask(),
            { Alpha2: { } alpha2 } => countries.FirstOrDefaultAsync(
                country => country.Codes!.Alpha2 == alpha2,
                cancellationToken
            ),
            { Alpha3: { } alpha3 } => countries.FirstOrDefaultAsync(
                country => country.Codes!.Alpha3 == alpha3,
                cancellationToken
            ),
            { Numeric: { } numeric } => countries.FirstOrDefaultAsync(
                country => country.Codes!.Numeric == numeric,
                cancellationToken
            ),
            _ => Task.FromResult<Country?>(null),
        };
    }

    public Task<bool> NameIsTakenAsync(CountryName name, CountryId? except, CancellationToken cancellationToken) =>
        queries.NameIsTaken(context, name.Key, except ?? default, cancellationToken);

    public async Task<string?> TakenCodeAsync(
        CountryCodes codes,
        CountryId? except,
        CancellationToken cancellationToken
    )
    {
        var others = Others(except);
        if (await others.AnyAsync(country => country.Codes!.Alpha2 == codes.Alpha2, cancellationToken))
            return "alpha2";
        if (await others.AnyAsync(country => country.Codes!.Alpha3 == codes.Alpha3, cancellationToken))
            return "alpha3";
        return
            codes.Numeric is not null
            && await others.AnyAsync(country => country.Codes!.Numeric == codes.Numeric, cancellationToken)
            ? "numeric"
            : null;
    }

    public async Task<IReadOnlyList<CountryKeys>> ReadKeysAsync(CancellationToken cancellationToken) =>
        await context
            .Countries.AsNoTracking()
            .Select(country => new CountryKeys(country.Id, country.NameKey, country.Codes))
            .ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<Country>> WithUnlinkedLocalCurrencyAsync(CancellationToken cancellationToken)
    {
        var local = await context.Countries.Where(c => c.LocalCurrency != null).ToListAsync(cancellationToken);
        return [.. local.Where(country => country.TenderPeriods.Count == 0)];
    }

    public void Add(Country country) => context.Countries.Add(country);

    public void Remove(Country country)
    {
        context.Countries.Remove(country);
        if (country.Origin == Origin.DataSet)
            context.RemovedRecords.Add(new RemovedRecord(country.Codes!.Alpha2.Value, country.AggregateId));
    }

    private IQueryable<Country> Others(CountryId? except) =>
        except is { } id ? context.Countries.Where(country => country.Id != id) : context.Countries;
}

/// <summary>
/// What every added country asks, taken apart once instead of each time. A compiled query belongs to the model that it met
/// first, so each service has its own, and not the program.
/// </summary>
internal sealed class CountryQueries
{
    /// <summary>Whether another country than the given one has the name with this key.</summary>
    public Func<CountriesDbContext, string, CountryId, CancellationToken, Task<bool>> NameIsTaken { get; } =
        EF.CompileAsyncQuery(
            (CountriesDbContext context, string key, CountryId except, CancellationToken _) =>
                context.Countries.Any(country => country.NameKey == key && country.Id != except)
        );
}
