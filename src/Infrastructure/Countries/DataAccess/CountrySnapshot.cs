using Countries.Application;
using Countries.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Shared.Infrastructure.DataAccess;

namespace Countries.Infrastructure.DataAccess;

/// <summary>The countries in memory.</summary>
internal sealed class CountrySnapshot(IServiceScopeFactory scopes, ILogger<CountrySnapshot> logger)
    : Snapshot<CountriesDbContext, CountryId, CountryDetails, CountryCatalogue>(scopes, logger),
        ICountryCatalogue
{
    protected override bool TryParseKey(string aggregateId, out CountryId key)
    {
        var parsed = Guid.TryParse(aggregateId, out var id);
        key = new CountryId(id);
        return parsed;
    }

    protected override CountryId KeyOf(CountryDetails row) => new(row.Id);

    protected override async Task<List<CountryDetails>> ReadRowsAsync(
        CountriesDbContext context,
        IReadOnlyCollection<CountryId>? keys,
        CancellationToken cancellationToken
    )
    {
        var countries = context.Countries.AsNoTracking();
        if (keys is not null)
            countries = countries.Where(country => keys.Contains(country.Id));
        return [.. (await countries.ToListAsync(cancellationToken)).Select(CountryDetails.Of)];
    }

    protected override CountryCatalogue MakeView(string version, IEnumerable<CountryDetails> rows) =>
        new(version, rows);
}
