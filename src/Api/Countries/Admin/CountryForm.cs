using Countries.Application;
using Shared.Api.Admin;

namespace Countries.Api.Admin;

/// <summary>The form of a country in the admin.</summary>
internal static class CountryForm
{
    private static readonly CountryChoices Choices = CreateCountry.Choices;

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
                Within = [new("code"), new("kind") { Choices = Choices.Kinds }, new("from"), new("to")],
            }
        ),
        new(
            "Standing",
            new Field("status") { Choices = Choices.Statuses },
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
            new Field("continents") { Choices = FindCountries.Words.ValuesOf("continent") },
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
            new Field("drivingSide") { Choices = Choices.DrivingSides },
            new Field("carSigns"),
            new Field("ioc") { Label = "IOC code" },
            new Field("fifa") { Label = "FIFA code" },
            new Field("weekStart") { Choices = Choices.Days },
            new Field("weekend") { Choices = Choices.Days },
            new Field("measurementSystem") { Choices = Choices.MeasurementSystems },
            new Field("paperSize") { Choices = Choices.PaperSizes },
            new Field("hourCycle") { Choices = Choices.HourCycles }
        ),
    ];

    /// <summary>What goes with a country.</summary>
    public static IEnumerable<string> GoesWith(CountryDetails country)
    {
        if (country.Tenders.Count > 0)
            yield return $"{Wording.Count(country.Tenders.Count, "dated entry", "dated entries")} of what is and was money there";
        if (country.Subdivisions.Count > 0)
            yield return Wording.Count(country.Subdivisions.Count, "subdivision", "subdivisions");
        if (country.LocalizedNames.Count > 0)
            yield return $"its names in {Wording.Count(country.LocalizedNames.Count, "language", "languages")}";
    }
}
