using Countries.Domain;
using Shared.Application.Lists;
using Shared.Domain;

namespace Countries.Application;

/// <summary>What a list of countries can be asked for.</summary>
internal static class CountryTable
{
    private static readonly string[] YesOrNo = ["true", "false"];

    public static readonly ListTable<CountryDetails> Table = new()
    {
        Key = country => country.Id.ToString(),
        Names = country => country.SearchNames,
        Languages = country => country.LocalizedNames.Keys,
        DefaultSort = "name",
        Filters =
        [
            new("currency", "Code of a currency that is money there on the day (in any way).", MoneyOn)
            {
                // Also what was money once: on another day it would have found something.
                Vocabulary = country => country.Tenders.Select(tender => tender.Currency),
                Example = "EUR",
            },
            new("region", "Region of UN M49.", (country, _) => One(country.Region))
            {
                Known = ["Africa", "Americas", "Asia", "Europe", "Oceania"],
            },
            new("subregion", "Subregion of UN M49.", (country, _) => One(country.Subregion))
            {
                Vocabulary = country => One(country.Subregion),
                Example = "Western Europe",
            },
            new("continent", "Continent that it lies on.", (country, _) => country.Continents)
            {
                Known = ["Africa", "Antarctica", "Asia", "Europe", "North America", "Oceania", "South America"],
            },
            new(
                "language",
                "Code of an official language (BCP 47 or ISO 639-3).",
                (country, _) => LanguageCodes(country)
            )
            {
                Vocabulary = LanguageCodes,
                Example = "fr",
            },
            new("independent", "Whether it is a sovereign state.", (country, _) => Flag(country.Independent))
            {
                Known = YesOrNo,
            },
            new("unMember", "Whether it is a member of the United Nations.", (country, _) => Flag(country.UnMember))
            {
                Known = YesOrNo,
            },
            new("euMember", "Whether it is a member of the European Union.", (country, _) => Flag(country.EuMember))
            {
                Known = YesOrNo,
            },
            new("landlocked", "Whether it has no coast.", (country, _) => Flag(country.Landlocked)) { Known = YesOrNo },
            new("source", "Where the record comes from.", (country, _) => One(country.Source))
            {
                Known = [Origin.DataSet.Word(), Origin.Local.Word()],
            },
            new("borders", "Alpha-3 code of a neighbour by land.", (country, _) => country.Borders)
            {
                // An island has a code, too, and no neighbour.
                Vocabulary = country => One(country.Alpha3),
                Example = "DEU",
            },
            new(
                "callingCode",
                "International calling code, with or without its plus.",
                (country, _) => CallingCodes(country)
            )
            {
                Vocabulary = CallingCodes,
                Example = "41",
            },
            new("tld", "Top-level domain, with or without its dot.", (country, _) => Tlds(country))
            {
                Vocabulary = Tlds,
                Example = ".ch",
            },
            new("timeZone", "Time zone by IANA name.", (country, _) => country.TimeZones)
            {
                Vocabulary = country => country.TimeZones,
                Example = "Europe/Zurich",
            },
            new("drivingSide", "Side of the road.", (country, _) => One(country.DrivingSide))
            {
                Known = CountryWords.DrivingSides,
            },
        ],
        SortKeys =
        [
            new("name", (country, language) => SortValue.OfName(country.NameIn(language))),
            new("officialName", (country, _) => SortValue.OfName(country.OfficialName)),
            new("alpha2", (country, _) => SortValue.OfWord(country.Alpha2)),
            new("alpha3", (country, _) => SortValue.OfWord(country.Alpha3)),
            new("numeric", (country, _) => SortValue.OfWord(country.Numeric)),
            new("region", (country, _) => SortValue.OfWord(country.Region)),
            new("subregion", (country, _) => SortValue.OfWord(country.Subregion)),
            new("population", (country, _) => SortValue.Of(country.Population)),
            new("area", (country, _) => SortValue.Of(country.AreaKm2)),
            new("gdp", (country, _) => SortValue.Of(country.GdpUsd)),
            new("literacy", (country, _) => SortValue.Of(country.LiteracyPercent)),
            new("gini", (country, _) => SortValue.Of(country.Gini?.Value)),
            new("addedAt", (country, _) => SortValue.Of(country.AddedAt.UtcTicks)),
        ],
    };

    private static IEnumerable<string> MoneyOn(CountryDetails country, ListContext context) =>
        country.Tenders.Where(tender => tender.Covers(context.Day)).Select(tender => tender.Currency);

    private static IEnumerable<string> LanguageCodes(CountryDetails country) =>
        country.Languages.SelectMany(language => new[] { language.Code, language.Iso6393 });

    private static IEnumerable<string> Tlds(CountryDetails country) =>
        country.Tlds.SelectMany(tld => new[] { tld, tld.TrimStart('.') });

    private static IEnumerable<string> CallingCodes(CountryDetails country) =>
        country.CallingCodes.SelectMany(code => new[] { code, $"+{code}" });

    private static string[] One(string? value) => value is null ? [] : [value];

    private static string[] Flag(bool value) => value ? [YesOrNo[0]] : [YesOrNo[1]];
}
