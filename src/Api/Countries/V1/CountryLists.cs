using Countries.Application;
using Shared.Api.V1;

namespace Countries.Api.V1;

/// <summary>What belongs to a country, or to a currency, as clients of the native API see it in lists.</summary>
internal static class CountryLists
{
    /// <summary>A part of a country.</summary>
    public static readonly Shape<Part> Subdivision = new("subdivision")
    {
        { "code", "The code of ISO 3166-2.", part => part.Code },
        { "name", "The name.", part => part.Name },
        { "parent", "Code of the part that it belongs to, if any.", part => part.Parent },
        { "category", "What it is, if the source says so.", part => part.Category },
    };

    /// <summary>Where and when a currency is or was money.</summary>
    public static readonly Shape<CurrencyUse> CurrencyUse = new("country")
    {
        { "id", "The country's identity in this service.", use => use.Country.Id.ToString() },
        { "alpha2", "Two letters of ISO 3166-1; null for a local record.", use => use.Country.Alpha2 },
        { "alpha3", "Three letters of ISO 3166-1; null for a local record.", use => use.Country.Alpha3 },
        { "name", "The country's name in the language that was asked for.", use => use.Name },
        { "kind", "In what way it is money there: tender, customary, fund or non-iso.", use => use.Tender.Kind },
        { "from", "The first day; null when it is not known.", use => use.Tender.From },
        { "to", "The last day; null when it has not ended.", use => use.Tender.To },
    };
}
