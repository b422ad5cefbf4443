namespace Countries.Api.RestCountries;

/// <summary>
/// Where the closed service called a country, or the part of the world that it lies in, something else than CLDR and UN
/// M49 do. Apps compare these words, so this contract keeps them; the core does not know them (ADR 0017). A line holds
/// only for the word that it replaces: a name that was changed here is shown as it was changed.
/// </summary>
internal static class OldWords
{
    /// <summary>Common English names: ours, the old one.</summary>
    public static readonly IReadOnlyDictionary<string, string> Names = new Dictionary<string, string>
    {
        ["Antigua & Barbuda"] = "Antigua and Barbuda",
        ["Bosnia & Herzegovina"] = "Bosnia and Herzegovina",
        ["Congo - Brazzaville"] = "Republic of the Congo",
        ["Congo - Kinshasa"] = "DR Congo",
        ["Côte d’Ivoire"] = "Ivory Coast",
        ["French Southern Territories"] = "French Southern and Antarctic Lands",
        ["Heard & McDonald Islands"] = "Heard Island and McDonald Islands",
        ["Macao"] = "Macau",
        ["South Georgia & South Sandwich Islands"] = "South Georgia",
        ["St. Barthélemy"] = "Saint Barthélemy",
        ["St. Helena"] = "Saint Helena, Ascension and Tristan da Cunha",
        ["St. Kitts & Nevis"] = "Saint Kitts and Nevis",
        ["St. Lucia"] = "Saint Lucia",
        ["St. Martin"] = "Saint Martin",
        ["St. Pierre & Miquelon"] = "Saint Pierre and Miquelon",
        ["St. Vincent & Grenadines"] = "Saint Vincent and the Grenadines",
        ["Svalbard & Jan Mayen"] = "Svalbard and Jan Mayen",
        ["São Tomé & Príncipe"] = "São Tomé and Príncipe",
        ["Trinidad & Tobago"] = "Trinidad and Tobago",
        ["Turks & Caicos Islands"] = "Turks and Caicos Islands",
        ["Türkiye"] = "Turkey",
        ["U.S. Outlying Islands"] = "United States Minor Outlying Islands",
        ["U.S. Virgin Islands"] = "United States Virgin Islands",
        ["Wallis & Futuna"] = "Wallis and Futuna",
    };

    /// <summary>Subregions that only had another name: M49's, the old one.</summary>
    public static readonly IReadOnlyDictionary<string, string> Subregions = new Dictionary<string, string>
    {
        ["Northern America"] = "North America",
        ["South-eastern Asia"] = "South-Eastern Asia",
    };

    /// <summary>
    /// Countries that it put elsewhere than M49 does: the alpha-3 code and M49's subregion (the intermediate region,
    /// where there is one), the old region and subregion.
    /// </summary>
    public static readonly IReadOnlyDictionary<(string Alpha3, string Subregion), Place> Places = new Dictionary<
        (string, string),
        Place
    >
    {
        [("ATA", "")] = new("Antarctic", ""),
        [("ATF", "Eastern Africa")] = new("Antarctic", ""),
        [("BVT", "South America")] = new("Antarctic", ""),
        [("HMD", "Australia and New Zealand")] = new("Antarctic", ""),
        [("SGS", "South America")] = new("Antarctic", ""),
        [("AUT", "Western Europe")] = CentralEurope,
        [("CZE", "Eastern Europe")] = CentralEurope,
        [("HUN", "Eastern Europe")] = CentralEurope,
        [("POL", "Eastern Europe")] = CentralEurope,
        [("SVK", "Eastern Europe")] = CentralEurope,
        [("SVN", "Southern Europe")] = CentralEurope,
        [("ALB", "Southern Europe")] = SoutheastEurope,
        [("BGR", "Eastern Europe")] = SoutheastEurope,
        [("BIH", "Southern Europe")] = SoutheastEurope,
        [("HRV", "Southern Europe")] = SoutheastEurope,
        [("MKD", "Southern Europe")] = SoutheastEurope,
        [("MNE", "Southern Europe")] = SoutheastEurope,
        [("ROU", "Eastern Europe")] = SoutheastEurope,
        [("SRB", "Southern Europe")] = SoutheastEurope,
        [("XKX", "Southern Europe")] = SoutheastEurope,
        [("CYP", "Western Asia")] = new("Europe", "Southern Europe"),
        [("MEX", "Central America")] = NorthAmerica,
        [("UMI", "Micronesia")] = NorthAmerica,
        [("SSD", "Eastern Africa")] = new("Africa", "Middle Africa"),
        [("ZWE", "Eastern Africa")] = new("Africa", "Southern Africa"),
    };

    /// <summary>
    /// Words that are not shown any more, but that apps still search by: ours, the old one. Official names, money, languages
    /// and capitals.
    /// </summary>
    public static readonly IReadOnlyDictionary<string, string> Searched = new Dictionary<string, string>
    {
        ["Nation of Brunei, the Abode of Peace"] = "Nation of Brunei, Abode of Peace",
        ["Eastern Republic of Uruguay"] = "Oriental Republic of Uruguay",
        ["French Southern and Antarctic Lands"] = "Territory of the French Southern and Antarctic Lands",
        ["Ireland"] = "Republic of Ireland",
        ["Pitcairn Islands"] = "Pitcairn Group of Islands",
        ["Republic of China"] = "Republic of China (Taiwan)",
        ["Republic of Kiribati"] = "Independent and Sovereign Republic of Kiribati",
        ["Republic of Maldives"] = "Republic of the Maldives",
        ["Republic of the Niger"] = "Republic of Niger",
        ["Republic of Tunisia"] = "Tunisian Republic",
        ["Republic of Türkiye"] = "Republic of Turkey",
        ["Réunion"] = "Réunion Island",
        ["Socialist Republic of Viet Nam"] = "Socialist Republic of Vietnam",
        ["Bermudan Dollar"] = "Bermudian dollar",
        ["Bosnia-Herzegovina Convertible Mark"] = "Bosnia and Herzegovina convertible mark",
        ["Botswanan Pula"] = "Botswana pula",
        ["East Caribbean Dollar"] = "Eastern Caribbean dollar",
        ["Guyanaese Dollar"] = "Guyanese dollar",
        ["Kyrgyz Som"] = "Kyrgyzstani som",
        ["Isle of Man Pound"] = "Manx pound",
        ["Laotian Kip"] = "Lao kip",
        ["Mongolian Tugrik"] = "Mongolian tögrög",
        ["Myanmar Kyat"] = "Burmese kyat",
        ["São Tomé & Príncipe Dobra"] = "São Tomé and Príncipe dobra",
        ["St. Helena Pound"] = "Saint Helena pound",
        ["Trinidad & Tobago Dollar"] = "Trinidad and Tobago dollar",
        ["Turkmenistani Manat"] = "Turkmenistan manat",
        ["US Dollar"] = "United States dollar",
        ["Uzbekistani Som"] = "Uzbekistani soʻm",
        ["Venezuelan Bolívar"] = "Venezuelan bolívar soberano",
        ["Kongo"] = "Kikongo",
        ["Luba-Lulua"] = "Tshiluba",
        ["Persian"] = "Persian (Farsi)",
        ["Sotho"] = "Southern Sotho",
        ["Laayoune"] = "El Aaiún",
        ["Ulaanbaatar"] = "Ulan Bator",
    };

    private static Place CentralEurope => new("Europe", "Central Europe");

    private static Place SoutheastEurope => new("Europe", "Southeast Europe");

    private static Place NorthAmerica => new("Americas", "North America");

    /// <summary>The words, and what the closed service said for them.</summary>
    public static IEnumerable<string> AndOld(IEnumerable<string> words) =>
        words.SelectMany(word => Searched.TryGetValue(word, out var old) ? new[] { word, old } : [word]);

    /// <summary>Where the contract says that a country of this code, and of these words of M49, lies.</summary>
    public static Place PlaceOf(string alpha3, Place m49) =>
        Places.TryGetValue((alpha3, m49.Subregion), out var old)
            ? old
            : m49 with
            {
                Subregion = Subregions.GetValueOrDefault(m49.Subregion, m49.Subregion),
            };
}

/// <summary>A region and a part of it; empty where there is none.</summary>
internal sealed record Place(string Region, string Subregion);
