using Currencies.Application;
using Shared.Api.V1;

namespace Currencies.Api.V1;

/// <summary>A currency as clients of the native API see it.</summary>
internal static class CurrencyShape
{
    private static readonly Shape<CurrencyDetails> MinorUnits = new("minorUnits")
    {
        { "iso", "ISO 4217's decimals; null for funds, metals and money without an ISO code.", c => c.IsoMinorUnits },
        { "cldr", "CLDR's decimals for display.", c => c.CldrDigits },
        { "cash", "CLDR's decimals of amounts in cash, where they differ.", c => c.CashDigits },
        { "cashRounding", "The step of cash amounts, in units of the last cash decimal.", c => c.CashRounding },
    };

    private static readonly Shape<Successor> Change = new("change")
    {
        { "from", "Code of the old currency.", change => change.From },
        { "to", "Code of the new currency.", change => change.To },
        { "ratio", "How many units of the old one make one of the new.", change => change.Ratio },
        { "date", "The day of the change, where it is known.", change => change.Date },
        { "countries", "Alpha-2 codes of the countries where it happened so.", change => change.Countries },
    };

    /// <summary>The currency.</summary>
    public static readonly Shape<CurrencyView> Currency = new("currency")
    {
        { "code", "Three letters of ISO 4217 or, without an ISO code, of common use.", c => c.Details.Code },
        { "version", "Counts its changes.", c => c.Details.Version },
        { "name", "The name in the language that was asked for.", c => c.Name },
        { "numeric", "Three digits of ISO 4217; null where ISO gives none.", c => c.Details.Numeric },
        { "status", "active or historic in ISO 4217.", c => c.Details.Status },
        { "kind", "money, fund, metal, test or non-iso.", c => c.Details.Kind },
        { "symbol", "The symbol in the language that was asked for.", c => c.Symbol },
        { "narrowSymbol", "The shortest symbol, which others may share.", c => c.Details.NarrowSymbol },
        { "minorUnits", "The decimals of amounts.", c => c.Details, MinorUnits },
        { "withdrawn", "The day on which ISO withdrew the code, where it is known.", c => c.Details.Withdrawn },
        { "source", "dataset, or local when it was added here.", c => c.Details.Source },
        { "edited", "The members that were edited here, which a newer data set leaves alone.", c => c.Details.Edited },
    };

    /// <summary>What came before a currency and what came after it.</summary>
    public static readonly Shape<CurrencySuccession> Succession = new("succession")
    {
        { "code", "The currency.", succession => succession.Code },
        { "predecessors", "The changes to it, by date.", succession => succession.Predecessors, Change },
        { "successors", "The changes from it, by date.", succession => succession.Successors, Change },
    };
}
