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

    private static readonly Shape<FormerCountry> Former = new("former")
    {
        { "alpha2", "The alpha-2 code that it had.", former => former.Alpha2 },
        { "alpha3", "The alpha-3 code that it had.", former => former.Alpha3 },
        { "alpha4", "The four letters of ISO 3166-3.", former => former.Alpha4 },
        { "numeric", "The numeric code that it had, if any.", former => former.Numeric },
        { "name", "Its name.", former => former.Name },
        { "from", "The year or day from which the code was in use.", former => former.From },
        { "to", "The year or day on which it was withdrawn.", former => former.To },
        { "successors", "The alpha-2 codes of what came after it.", former => former.Successors },
    };

    /// <summary>What a text may mean.</summary>
    public static readonly Shape<Resolution> Resolution = new("resolution")
    {
        { "rule", "Which rule matched.", resolution => resolution.Rule },
        { "matched", "The code or name that matched.", resolution => resolution.Matched },
        { "former", "The former country whose code or name it is.", resolution => resolution.Former, Former },
        { "country", "The country of today.", resolution => resolution.Country, CountryShape.Country },
    };
}
