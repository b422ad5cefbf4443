using Shared.Application.Lists;

namespace Currencies.Application;

/// <summary>A currency as it is seen in a language.</summary>
/// <param name="Details">All that is known of it.</param>
/// <param name="Name">Its name in the language.</param>
/// <param name="Symbol">Its symbol in the language.</param>
public sealed record CurrencyView(CurrencyDetails Details, string Name, string? Symbol)
{
    internal static CurrencyView Of(CurrencyDetails currency, Language language) =>
        new(
            currency,
            currency.NameIn(language.Code),
            language.Code == "en"
                ? currency.Symbol
                : currency.Localized.GetValueOrDefault(language.Code)?.Symbol ?? currency.Symbol
        );
}
