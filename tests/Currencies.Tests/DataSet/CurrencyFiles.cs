using Currencies.Domain;
using Currencies.Infrastructure.DataSet;

namespace Currencies.Tests.DataSet;

/// <summary>The currencies that the built files give, as the service loads them at its first start.</summary>
internal static class CurrencyFiles
{
    /// <summary>The currencies by code.</summary>
    public static readonly IReadOnlyDictionary<string, Currency> Currencies = Load();

    /// <summary>Those on the list of ISO 4217.</summary>
    public static IEnumerable<Currency> Active => Currencies.Values.Where(c => c.Status == CurrencyStatus.Active);

    /// <summary>How amounts of a currency are written.</summary>
    public static MinorUnits MinorUnitsOf(string code) => Currencies[code].Profile.MinorUnits;

    private static Dictionary<string, Currency> Load() =>
        CurrencyDataSet.Read().ToDictionary(currency => currency.Code.Value);
}
