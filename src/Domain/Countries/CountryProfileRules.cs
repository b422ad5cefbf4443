using System.Text.RegularExpressions;
using Shared.Domain;

namespace Countries.Domain;

/// <summary>What a profile must be like when a person writes it: bounds, shapes, words. Texts come out clean.</summary>
internal static partial class CountryProfileRules
{
    private const int MostNames = 100;
    private const int NameLength = 200;
    private const int WordLength = 60;
    private const int MostItems = 100;

    private static readonly string[] LanguageStatuses = ["official", "de_facto_official", "official_regional"];

    public static CountryProfile Clean(CountryProfile profile, Checks checks) =>
        profile with
        {
            Names = Clean(profile.Names, checks),
            Standing = Clean(profile.Standing, checks),
            Geography = Clean(profile.Geography, checks),
            Society = Clean(profile.Society, checks),
            Conventions = Clean(profile.Conventions, checks),
        };

    private static CountryNames Clean(CountryNames names, Checks checks) =>
        names with
        {
            Official = checks.OptionalText("officialName", names.Official, NameLength),
            Alternates = checks.Each(
                "alternateNames",
                names.Alternates,
                MostNames,
                (field, name) => checks.Text(field, name, NameLength)
            ),
            Native = checks.Each(
                "nativeNames",
                names.Native,
                MostNames,
                (field, name) =>
                    new NativeName(
                        Language($"{field}.language", name.Language, checks),
                        checks.Text($"{field}.common", name.Common, NameLength),
                        checks.OptionalText($"{field}.official", name.Official, NameLength)
                    )
            ),
        };

    private static Standing Clean(Standing standing, Checks checks) =>
        standing with
        {
            Status = checks.OptionalWord("status", standing.Status, CountryWords.Statuses),
            DependencyOf = checks.Optional("dependencyOf", standing.DependencyOf, Alpha2Code.Create)?.Value,
            Wikidata = checks.OptionalShape(
                "wikidata",
                standing.Wikidata,
                WikidataItem(),
                "An item is Q and a number, such as Q39."
            ),
        };

    private static Geography Clean(Geography geography, Checks checks)
    {
        checks.Range("area", geography.AreaKm2, 0, 1e9);
        return geography with
        {
            Region = checks.OptionalText("region", geography.Region, WordLength),
            Subregion = checks.OptionalText("subregion", geography.Subregion, WordLength),
            IntermediateRegion = checks.OptionalText("intermediateRegion", geography.IntermediateRegion, WordLength),
            Continents = checks.Each(
                "continents",
                geography.Continents,
                10,
                (field, name) => checks.Text(field, name, WordLength)
            ),
            Centre = Place("location", geography.Centre, checks),
            Borders = checks.Each(
                "borders",
                geography.Borders,
                MostItems,
                (field, code) => checks.Value(field, Alpha3Code.Create(code))?.Value ?? ""
            ),
            Capitals = checks.Each(
                "capitals",
                geography.Capitals,
                20,
                (field, capital) =>
                    new Capital(
                        checks.Text($"{field}.name", capital.Name, NameLength),
                        Place(field, capital.Location, checks)
                    )
            ),
            TimeZones = checks.Each(
                "timeZones",
                geography.TimeZones,
                MostItems,
                (field, zone) =>
                    checks.Shape(field, zone, TimeZone(), "A time zone has its IANA name, such as Europe/Zurich.")
            ),
            UtcOffsets = checks.Each(
                "utcOffsets",
                geography.UtcOffsets,
                MostItems,
                (field, offset) => checks.Shape(field, offset, UtcOffset(), "An offset is written UTC+01:00.")
            ),
        };
    }

    private static Society Clean(Society society, Checks checks)
    {
        checks.Range("population", society.Population, 0, 1e11);
        checks.Range("gdp", society.GdpUsd, 0, 1e16);
        checks.Range("literacy", society.LiteracyPercent, 0, 100);
        checks.Range("gini.year", society.Gini?.Year, 1800, 2200);
        checks.Range("gini.value", society.Gini?.Value, 0, 100);
        return society with
        {
            Languages = checks.Each(
                "languages",
                society.Languages,
                MostItems,
                (field, language) =>
                {
                    checks.Range($"{field}.percent", language.Percent, 0, 100);
                    return new SpokenLanguage(
                        Language($"{field}.code", language.Code, checks),
                        checks.Shape(
                            $"{field}.iso6393",
                            language.Iso6393,
                            Iso6393(),
                            "The code has three letters, such as deu."
                        ),
                        checks.Text($"{field}.name", language.Name, NameLength),
                        checks.OptionalWord($"{field}.status", language.Status, LanguageStatuses),
                        language.Percent
                    );
                }
            ),
            Demonyms = checks.Each(
                "demonyms",
                society.Demonyms,
                MostItems,
                (field, demonym) =>
                    new Demonym(
                        Language($"{field}.language", demonym.Language, checks),
                        checks.Text($"{field}.male", demonym.Male, NameLength),
                        checks.Text($"{field}.female", demonym.Female, NameLength)
                    )
            ),
        };
    }

    private static Conventions Clean(Conventions conventions, Checks checks) =>
        conventions with
        {
            Tlds = checks.Each(
                "tlds",
                conventions.Tlds,
                MostItems,
                (field, tld) => checks.Shape(field, tld, Tld(), "A top-level domain begins with its dot, such as .ch.")
            ),
            CallingCodes = checks.Each(
                "callingCodes",
                conventions.CallingCodes,
                MostItems,
                (field, code) => checks.Shape(field, code, CallingCode(), "A calling code has digits only, such as 41.")
            ),
            PostalCode = conventions.PostalCode is { } code ? Clean(code, checks) : null,
            DrivingSide = checks.OptionalWord("drivingSide", conventions.DrivingSide, CountryWords.DrivingSides),
            CarSigns = checks.Each(
                "carSigns",
                conventions.CarSigns,
                10,
                (field, sign) =>
                    checks.Shape(field, sign, CarSign(), "A sign has one to three capital letters, such as CH.")
            ),
            Ioc = checks.OptionalShape(
                "ioc",
                conventions.Ioc,
                ThreeCapitals(),
                "The code has three capital letters, such as SUI."
            ),
            Fifa = checks.OptionalText("fifa", conventions.Fifa, WordLength),
            WeekStart = checks.OptionalWord("weekStart", conventions.WeekStart, CountryWords.Days),
            Weekend = checks.Each(
                "weekend",
                conventions.Weekend,
                CountryWords.Days.Count,
                (field, day) =>
                {
                    checks.OptionalWord(field, day, CountryWords.Days);
                    return day;
                }
            ),
            MeasurementSystem = checks.OptionalWord(
                "measurementSystem",
                conventions.MeasurementSystem,
                CountryWords.MeasurementSystems
            ),
            PaperSize = checks.OptionalWord("paperSize", conventions.PaperSize, CountryWords.PaperSizes),
            HourCycle = checks.OptionalWord("hourCycle", conventions.HourCycle, CountryWords.HourCycles),
        };

    private static PostalCode Clean(PostalCode code, Checks checks) =>
        new(
            checks.OptionalText("postalCode.format", code.Format, NameLength),
            checks.Text("postalCode.regex", code.Regex, 300)
        );

    private static Coordinates? Place(string field, Coordinates? place, Checks checks)
    {
        if (place is not null && double.IsNaN(place.Latitude + place.Longitude))
            checks.Fail(field, MemberErrors.Incomplete);
        else
        {
            checks.Range($"{field}.latitude", place?.Latitude, -90, 90);
            checks.Range($"{field}.longitude", place?.Longitude, -180, 180);
        }
        return place;
    }

    private static string Language(string field, string? tag, Checks checks) =>
        checks.Shape(field, tag, LanguageTag(), "A language has a tag of BCP 47, such as de or zh-Hant.");

    [GeneratedRegex(@"\A[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,5}\z", RegexOptions.None, 100)]
    private static partial Regex LanguageTag();

    [GeneratedRegex(@"\A[a-z]{3}\z", RegexOptions.None, 100)]
    private static partial Regex Iso6393();

    [GeneratedRegex(@"\A[A-Z]{3}\z", RegexOptions.None, 100)]
    private static partial Regex ThreeCapitals();

    [GeneratedRegex(@"\A[A-Z]{1,3}\z", RegexOptions.None, 100)]
    private static partial Regex CarSign();

    [GeneratedRegex(@"\AQ[1-9][0-9]{0,11}\z", RegexOptions.None, 100)]
    private static partial Regex WikidataItem();

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9_+\-]{0,30}(/[A-Za-z0-9_+\-]{1,30}){0,2}\z", RegexOptions.None, 100)]
    private static partial Regex TimeZone();

    [GeneratedRegex(@"\AUTC([+\-][01][0-9]:[0-5][0-9])?\z", RegexOptions.None, 100)]
    private static partial Regex UtcOffset();

    [GeneratedRegex(@"\A\.[\p{L}\p{M}\p{Nd}\-]{1,62}\z", RegexOptions.None, 100)]
    private static partial Regex Tld();

    [GeneratedRegex(@"\A[1-9][0-9]{0,14}\z", RegexOptions.None, 100)]
    private static partial Regex CallingCode();
}
