using Countries.Application;
using Shared.Api.Admin;

namespace Countries.Api.Admin;

/// <summary>The form of a country in the admin.</summary>
internal static class CountryForm
{
    private static readonly string[] Days =
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ];

    public static readonly IReadOnlyList<FormSection> Sections =
    [
        new(
            "Name and codes",
            new Field("name") { Help = "The common English name." },
            new Field("officialName"),
            new Field("alpha2") { Label = "Alpha-2", Help = "Two letters of ISO 3166-1; blank for a local record." },
            new Field("alpha3") { Label = "Alpha-3", Help = "Three letters of ISO 3166-1; blank for a local record." },
            new Field("numeric") { Help = "Three digits of ISO 3166-1; blank for a local record." },
            new Field("alternateNames"),
            new Field("nativeNames")
        ),
        new(
            "Money",
            new Field("localCurrency"),
            new Field("currencies")
            {
                Help = "All that is, was or will be money there, the principal currency first. Without days: always.",
                Within =
                [
                    new("code"),
                    new("kind") { Choices = ["tender", "customary", "fund", "non-iso"] },
                    new("from"),
                    new("to"),
                ],
            }
        ),
        new(
            "Standing",
            new Field("status")
            {
                Choices =
                [
                    "officially-assigned",
                    "user-assigned",
                    "exceptionally-reserved",
                    "transitionally-reserved",
                    "indeterminately-reserved",
                    "formerly-used",
                ],
            },
            new Field("independent"),
            new Field("unMember") { Label = "UN member" },
            new Field("euMember") { Label = "EU member" },
            new Field("dependencyOf"),
            new Field("wikidata")
        ),
        new(
            "Geography",
            new Field("region"),
            new Field("subregion"),
            new Field("intermediateRegion"),
            new Field("continents")
            {
                Choices = ["Africa", "Antarctica", "Asia", "Europe", "North America", "Oceania", "South America"],
            },
            new Field("location"),
            new Field("area") { Label = "Area (km²)" },
            new Field("landlocked"),
            new Field("borders"),
            new Field("capitals"),
            new Field("timeZones"),
            new Field("utcOffsets") { Label = "Offsets from UTC" }
        ),
        new(
            "Society",
            new Field("population"),
            new Field("gdp") { Label = "GDP (US dollars)" },
            new Field("literacy") { Label = "Literacy (%)" },
            new Field("gini"),
            new Field("languages"),
            new Field("demonyms")
        ),
        new(
            "Conventions",
            new Field("tlds") { Label = "Top-level domains" },
            new Field("callingCodes"),
            new Field("postalCode"),
            new Field("drivingSide") { Choices = ["left", "right"] },
            new Field("carSigns"),
            new Field("ioc") { Label = "IOC code" },
            new Field("fifa") { Label = "FIFA code" },
            new Field("weekStart") { Choices = Days },
            new Field("weekend") { Choices = Days },
            new Field("measurementSystem") { Choices = ["metric", "US", "UK"] },
            new Field("paperSize") { Choices = ["A4", "US-Letter"] },
            new Field("hourCycle") { Choices = ["h", "H"] }
        ),
    ];

    /// <summary>What goes with a country.</summary>
    public static IEnumerable<string> GoesWith(CountryDetails country)
    {
        if (country.Tenders.Count > 0)
            yield return $"{country.Tenders.Count} dated entries of what is and was money there";
        if (country.Subdivisions.Count > 0)
            yield return $"{country.Subdivisions.Count} subdivisions";
        if (country.LocalizedNames.Count > 0)
            yield return $"its names in {country.LocalizedNames.Count} languages";
    }
}
