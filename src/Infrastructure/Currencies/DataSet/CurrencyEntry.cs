using System.Globalization;
using Currencies.Domain;
using Shared.Domain;

namespace Currencies.Infrastructure.DataSet;

/// <summary>A line of <c>currencies.json</c>. Members without a value are left out there.</summary>
internal sealed record CurrencyEntry
{
    public required string Code { get; init; }
    public string? Numeric { get; init; }
    public required string Status { get; init; }
    public required string Kind { get; init; }
    public required string Name { get; init; }
    public string? Symbol { get; init; }
    public string? NarrowSymbol { get; init; }
    public string? LocalSymbol { get; init; }
    public int? IsoMinorUnits { get; init; }
    public required int CldrDigits { get; init; }
    public int? CashDigits { get; init; }
    public int? CashRounding { get; init; }
    public DateOnly? Withdrawn { get; init; }

    public Currency ToCurrency(
        IReadOnlyDictionary<string, LocalizedCurrency> localized,
        IEnumerable<SuccessionEntry> successions
    ) =>
        Currency.FromDataSet(
            CurrencyCode.Create(Code).Value,
            CurrencyName.Create(Name).Value,
            CurrencyWords.StatusOf(Status)
                ?? throw new InvalidDataException($"The data set knows no status '{Status}'."),
            CurrencyWords.KindOf(Kind)
                ?? throw new InvalidDataException($"The data set knows no kind of currency '{Kind}'."),
            new CurrencyProfile
            {
                Numeric = Numeric,
                Symbol = Symbol,
                NarrowSymbol = NarrowSymbol,
                LocalSymbol = LocalSymbol,
                MinorUnits = new MinorUnits(IsoMinorUnits, CldrDigits, CashDigits, CashRounding),
                Withdrawn = Withdrawn,
                Localized = localized,
                Successors = [.. successions.Select(succession => succession.ToSuccession())],
            }
        );
}

/// <summary>A line of <c>successions.json</c>.</summary>
internal sealed record SuccessionEntry(string From, string To, string Ratio, DateOnly? Date, string[]? Countries)
{
    public Succession ToSuccession() =>
        new(To, decimal.Parse(Ratio, CultureInfo.InvariantCulture), Date, Countries ?? []);
}
