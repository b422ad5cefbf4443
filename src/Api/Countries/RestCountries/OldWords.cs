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

    private static Place CentralEurope => new("Europe", "Central Europe");

    private static Place SoutheastEurope => new("Europe", "Southeast Europe");

    private static Place NorthAmerica => new("Americas", "North America");

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
