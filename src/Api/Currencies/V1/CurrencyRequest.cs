namespace Currencies.Api.V1;

/// <summary>
/// What a client of the native API says of a currency: the body of a write, with the names of <see cref="CurrencyShape"/>.
/// What is not given is not known.
/// </summary>
internal sealed record CurrencyRequest
{
    /// <summary>The code; fixed once the record is there, and then need not be given.</summary>
    public string? Code { get; init; }
    public string? Name { get; init; }
    public string? Numeric { get; init; }
    public string? Status { get; init; }
    public string? Kind { get; init; }
    public string? Symbol { get; init; }
    public string? NarrowSymbol { get; init; }
    public MinorUnitsRequest? MinorUnits { get; init; }
    public DateOnly? Withdrawn { get; init; }
}

/// <summary>The decimals of amounts.</summary>
internal sealed record MinorUnitsRequest(int? Iso = null, int? Cldr = null, int? Cash = null, int? CashRounding = null);
