using Countries.Domain;
using Currencies.Contracts;
using Shared.Domain;

namespace Countries.Application;

/// <summary>Finds the currency that the words of a local record mean.</summary>
internal static class LocalCurrencies
{
    /// <summary>The code of the currency whose code or English name equals the words, if there is one.</summary>
    public static async ValueTask<CurrencyCode?> FindCodeAsync(
        this ICurrencyDirectory currencies,
        LocalCurrencyName words,
        CancellationToken cancellationToken
    ) =>
        await currencies.MatchAsync(words.Value, cancellationToken) is { } match
            ? CurrencyCode.Create(match.Code).Value
            : null;
}
