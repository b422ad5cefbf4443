using Countries.Application;
using Countries.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Shared.Infrastructure.DataAccess;

namespace Countries.Infrastructure.DataAccess;

/// <summary>The countries in memory.</summary>
internal sealed class CountrySnapshot(IServiceScopeFactory scopes, ILogger<CountrySnapshot> logger)
    : Snapshot<CountriesDbContext, CountryId, CountryRecord, CountryCatalogue>(scopes, logger),
        ICountryCatalogue
{
    protected override bool TryParseKey(string aggregateId, out CountryId key)
    {
        var parsed = Guid.TryParse(aggregateId, out var id);
        key = new CountryId(id);
        return parsed;
    }

    protected override CountryId KeyOf(CountryRecord row) => new(row.Id);

    protected override async Task<List<CountryRecord>> ReadRowsAsync(
        CountriesDbContext context,
        IReadOnlyCollection<CountryId>? keys,
        CancellationToken cancellationToken
    )
    {
        var countries = context.Countries.AsNoTracking();
        if (keys is not null)
            countries = countries.Where(country => keys.Contains(country.Id));
        return [.. (await countries.ToListAsync(cancellationToken)).Select(RecordOf)];
    }

    protected override CountryCatalogue MakeView(string version, IEnumerable<CountryRecord> rows) => new(version, rows);

    private static CountryRecord RecordOf(Country country) =>
        new(
            country.Id.Value,
            country.Name.Value,
            country.NameKey,
            country.Codes,
            country.Profile,
            country.LocalCurrency?.Value,
            country.TenderPeriods,
            country.AddedAt
        );
}
