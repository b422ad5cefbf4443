using Currencies.Contracts;

namespace Currencies.Application;

/// <summary>Answers the other modules from the catalogue.</summary>
internal sealed class CurrencyDirectory(ICurrencyCatalogue catalogue) : ICurrencyDirectory
{
    public async ValueTask<CurrencyNames> ReadAsync(CancellationToken cancellationToken) =>
        (await catalogue.ReadAsync(cancellationToken)).Names;

    public async ValueTask<CurrencySummary?> MatchAsync(
        string codeOrEnglishName,
        CancellationToken cancellationToken
    ) => (await catalogue.ReadAsync(cancellationToken)).Match(codeOrEnglishName)?.Summary;
}
