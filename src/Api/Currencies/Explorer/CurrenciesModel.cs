using Currencies.Application;

namespace Currencies.Api.Explorer;

/// <summary>What the list of currencies shows.</summary>
/// <param name="All">The currencies by name.</param>
/// <param name="Language">The language of names.</param>
/// <param name="KeepsLanguage">Whether links keep the language, since the address names one.</param>
public sealed record CurrenciesModel(IReadOnlyList<CurrencyView> All, string Language, bool KeepsLanguage)
{
    private const string Active = "active";
    private const string Money = "money";

    /// <summary>The currencies in groups, each with its heading.</summary>
    public IReadOnlyList<(string Heading, IReadOnlyList<CurrencyView> Currencies)> Groups =>
        [
            ("Money of today", [.. All.Where(c => c.Details is { Status: Active, Kind: Money })]),
            ("Money of the past", [.. All.Where(c => c.Details is { Status: not Active, Kind: Money })]),
            (
                "Without a code of ISO 4217, funds, metals and codes for tests",
                [.. All.Where(c => c.Details.Kind != Money)]
            ),
        ];

    /// <summary>The page of a currency.</summary>
    public string AddressOf(CurrencyView currency)
    {
        ArgumentNullException.ThrowIfNull(currency);
        var path = $"{CurrencyListEndpoints.Path}/{currency.Details.Code}";
        return KeepsLanguage ? $"{path}?lang={Language}" : path;
    }
}
