using Countries.Domain;
using Currencies.Contracts;

namespace Countries.Tests.Application;

/// <summary>Countries in a list.</summary>
internal sealed class FakeCountries : ICountryRepository
{
    public List<Country> All { get; } = [];

    public Task<Country?> FindAsync(string key, CancellationToken cancellationToken) =>
        Task.FromResult(All.Find(country => country.AggregateId == key || country.Codes?.Alpha2.Value == key));

    public Task<bool> NameIsTakenAsync(CountryName name, CountryId? except, CancellationToken cancellationToken) =>
        Task.FromResult(All.Any(country => country.Id != except && country.NameKey == name.Key));

    public Task<string?> TakenCodeAsync(CountryCodes codes, CountryId? except, CancellationToken cancellationToken) =>
        Task.FromResult(All.Any(c => c.Id != except && c.Codes?.Alpha2 == codes.Alpha2) ? "alpha2" : null);

    public Task<IReadOnlyList<CountryKeys>> ReadKeysAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<CountryKeys>>([.. All.Select(c => new CountryKeys(c.Id, c.NameKey, c.Codes))]);

    public Task<IReadOnlyList<Country>> WithUnlinkedLocalCurrencyAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Country>>([.. All.Where(c => c.TenderPeriods.Count == 0)]);

    public void Add(Country country) => All.Add(country);

    public void Remove(Country country) => All.Remove(country);
}

/// <summary>A module of two currencies.</summary>
internal sealed class FakeCurrencies : ICurrencyDirectory
{
    private static readonly CurrencySummary[] All =
    [
        new("KES", "Kenyan Shilling", "Ksh", null, new Dictionary<string, string>()),
        new("USD", "US Dollar", "$", null, new Dictionary<string, string>()),
    ];

    public ValueTask<CurrencyNames> ReadAsync(CancellationToken cancellationToken) =>
        new(new CurrencyNames("1", All.ToDictionary(currency => currency.Code)));

    public ValueTask<CurrencySummary?> MatchAsync(string codeOrEnglishName, CancellationToken cancellationToken) =>
        new(
            All.FirstOrDefault(currency =>
                new[] { currency.Code, currency.Name }.Contains(codeOrEnglishName, StringComparer.OrdinalIgnoreCase)
            )
        );
}

/// <summary>A clock that stands still.</summary>
internal sealed class FixedClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
