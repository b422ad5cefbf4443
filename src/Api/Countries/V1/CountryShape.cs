using Countries.Application;
using Shared.Api.V1;

namespace Countries.Api.V1;

/// <summary>A country as clients of the native API see it.</summary>
internal static class CountryShape
{
    /// <summary>Money, as it stands within a country and in the list of a country's currencies.</summary>
    public static readonly Shape<Money> Money = new("currency")
    {
        { "code", "Three letters of ISO 4217 or, without an ISO code, of common use.", money => money.Code },
        { "name", "Its name in the language that was asked for.", money => money.Name },
        { "kind", "In what way it is money there: tender, customary, fund or non-iso.", money => money.Kind },
        { "from", "The first day; null when it is not known.", money => money.From },
        { "to", "The last day; null when it has not ended.", money => money.To },
    };

    private static readonly Shape<OwnName> NativeName = new("nativeName", isKeyed: false)
    {
        { "language", "BCP 47.", name => name.Language },
        { "common", "The common name.", name => name.Common },
        { "official", "The official name, where it is known.", name => name.Official },
    };

    private static readonly Shape<CapitalCity> Capital = new("capital")
    {
        { "name", "The name in English.", capital => capital.Name },
        { "latitude", "Degrees, north positive.", capital => capital.Location?.Latitude },
        { "longitude", "Degrees, east positive.", capital => capital.Location?.Longitude },
    };

    private static readonly Shape<Point> Point = new("location")
    {
        { "latitude", "Degrees, north positive.", point => point.Latitude },
        { "longitude", "Degrees, east positive.", point => point.Longitude },
    };

    private static readonly Shape<GiniIndex> Gini = new("gini")
    {
        { "year", "The year it is of.", gini => gini.Year },
        { "value", "0 (all equal) to 100.", gini => gini.Value },
    };

    private static readonly Shape<OfficialLanguage> Language = new("language", isKeyed: false)
    {
        { "code", "BCP 47.", language => language.Code },
        { "iso6393", "ISO 639-3, three letters.", language => language.Iso6393 },
        { "name", "English name.", language => language.Name },
        { "status", "CLDR: official, de_facto_official or official_regional.", language => language.Status },
        { "percent", "How many of a hundred inhabitants use it, where it is known.", language => language.Percent },
    };

    private static readonly Shape<PeopleName> Demonym = new("demonym", isKeyed: false)
    {
        { "language", "BCP 47.", name => name.Language },
        { "male", "A man from there.", name => name.Male },
        { "female", "A woman from there.", name => name.Female },
    };

    private static readonly Shape<PostalCodeShape> PostalCode = new("postalCode")
    {
        { "format", "A picture (####), where there is one.", code => code.Format },
        { "regex", "A regular expression that postal codes match.", code => code.Regex },
    };

    /// <summary>The country.</summary>
    public static readonly Shape<CountryView> Country = new("country")
    {
        { "id", "Its identity in this service.", c => c.Details.Id.ToString() },
        { "version", "Counts its changes.", c => c.Details.Version },
        { "alpha2", "Two letters of ISO 3166-1; null for a local record.", c => c.Details.Alpha2 },
        { "alpha3", "Three letters of ISO 3166-1; null for a local record.", c => c.Details.Alpha3 },
        { "numeric", "Three digits of ISO 3166-1; null for a local record and Kosovo.", c => c.Details.Numeric },
        { "name", "The common name in the language that was asked for.", c => c.Name },
        { "officialName", "The official English name in full.", c => c.Details.OfficialName },
        { "alternateNames", "Other English names.", c => c.Details.AlternateNames },
        { "nativeNames", "The names in its own languages.", c => c.Details.NativeNames, NativeName },
        { "source", "dataset, or local when it was added here.", c => c.Details.Source },
        { "localCurrency", "The money of a local record in words.", c => c.Details.LocalCurrency },
        { "currencies", "What is money there on the day, the principal currency first.", c => c.Currencies, Money },
        { "capital", "The name of the capital; of several, the seat of government.", c => CapitalOf(c.Details) },
        { "capitals", "Its capitals, the seat of government first.", c => c.Details.Capitals, Capital },
        { "region", "Region of UN M49; null for Antarctica.", c => c.Details.Region },
        { "subregion", "Subregion of UN M49.", c => c.Details.Subregion },
        { "intermediateRegion", "Intermediate region of UN M49, if any.", c => c.Details.IntermediateRegion },
        { "continents", "The continents that it lies on.", c => c.Details.Continents },
        { "independent", "Whether it is a sovereign state.", c => c.Details.Independent },
        { "unMember", "Whether it is a member of the United Nations.", c => c.Details.UnMember },
        { "euMember", "Whether it is a member of the European Union.", c => c.Details.EuMember },
        { "status", "ISO 3166-1: officially-assigned, or user-assigned for Kosovo.", c => c.Details.Status },
        { "dependencyOf", "Alpha-2 code of the state that it belongs to, if any.", c => c.Details.DependencyOf },
        { "location", "A point near its middle.", c => c.Details.Location, Point },
        { "area", "Total area in square kilometres.", c => c.Details.AreaKm2 },
        { "landlocked", "Whether it has no coast.", c => c.Details.Landlocked },
        { "borders", "Alpha-3 codes of its neighbours by land.", c => c.Details.Borders },
        { "population", "How many live there.", c => c.Details.Population },
        { "gdp", "Gross domestic product in US dollars by purchasing power.", c => c.Details.GdpUsd },
        { "literacy", "How many of a hundred adults can read and write.", c => c.Details.LiteracyPercent },
        { "gini", "Inequality of income.", c => c.Details.Gini, Gini },
        { "languages", "Languages with official status.", c => c.Details.Languages, Language },
        { "demonyms", "What a person from there is called.", c => c.Details.Demonyms, Demonym },
        { "tlds", "Top-level domains with their dot.", c => c.Details.Tlds },
        { "callingCodes", "International calling codes, digits only.", c => c.Details.CallingCodes },
        { "postalCode", "The shape of postal codes, if there are any.", c => c.Details.PostalCode, PostalCode },
        { "drivingSide", "left or right.", c => c.Details.DrivingSide },
        { "carSigns", "Distinguishing signs of vehicles abroad.", c => c.Details.CarSigns },
        { "ioc", "Code of the International Olympic Committee.", c => c.Details.Ioc },
        { "fifa", "Code of FIFA; several, separated by commas, for the United Kingdom.", c => c.Details.Fifa },
        { "weekStart", "First day of the week, English, lower case.", c => c.Details.WeekStart },
        { "weekend", "The days of the weekend.", c => c.Details.Weekend },
        { "measurementSystem", "CLDR: metric, US or UK.", c => c.Details.MeasurementSystem },
        { "paperSize", "A4 or US-Letter.", c => c.Details.PaperSize },
        { "hourCycle", "CLDR's preferred hour pattern letter: h or H.", c => c.Details.HourCycle },
        { "timeZones", "Time zones by IANA name.", c => c.Details.TimeZones },
        { "utcOffsets", "Standard-time offsets, from west to east.", c => c.Details.UtcOffsets },
        { "flag", "The flag as an emoji; null for a local record.", c => c.Details.Flag },
        { "wikidata", "Its item in Wikidata.", c => c.Details.Wikidata },
        { "edited", "The members that were edited here, which a newer data set leaves alone.", c => c.Details.Edited },
        { "addedAt", "When it came into this service.", c => c.Details.AddedAt },
    };

    private static string? CapitalOf(CountryDetails country) =>
        country.Capitals.Count > 0 ? country.Capitals[0].Name : null;
}
