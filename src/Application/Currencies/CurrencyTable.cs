using Currencies.Domain;
using Shared.Application.Lists;

namespace Currencies.Application;

/// <summary>What a list of currencies can be asked for.</summary>
internal static class CurrencyTable
{
    public static readonly ListTable<CurrencyDetails> Table = new()
    {
        Key = currency => currency.Code,
        Names = currency => currency.SearchNames,
        Languages = currency => currency.Localized.Keys,
        DefaultSort = "name",
        Filters =
        [
            new("status", "active or historic in ISO 4217.", (currency, _) => [currency.Status])
            {
                Known = CurrencyWords.Statuses,
            },
            new("kind", "What it is.", (currency, _) => [currency.Kind]) { Known = CurrencyWords.Kinds },
        ],
        SortKeys =
        [
            new("name", (currency, language) => SortValue.OfName(currency.NameIn(language))),
            new("code", (currency, _) => SortValue.OfWord(currency.Code)),
            new("numeric", (currency, _) => SortValue.OfWord(currency.Numeric)),
            new("status", (currency, _) => SortValue.OfWord(currency.Status)),
            new("kind", (currency, _) => SortValue.OfWord(currency.Kind)),
            new("withdrawn", (currency, _) => SortValue.Of(currency.Withdrawn?.DayNumber)),
        ],
    };
}
