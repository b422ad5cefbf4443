namespace Countries.Domain;

/// <summary>
/// What is known of a country beside its name, codes and money. Sources of the data set: <c>DataSet/SOURCES.json</c>. It
/// is stored as JSON: a member that is added must not be required, since stored profiles do not have it.
/// </summary>
public sealed record CountryProfile
{
    /// <summary>Nothing is known.</summary>
    public static readonly CountryProfile Empty = new();

    /// <summary>Names beside the common English one.</summary>
    public CountryNames Names
    {
        get => field ?? CountryNames.None;
        init;
    }

    /// <summary>Its place in the world's political order.</summary>
    public Standing Standing
    {
        get => field ?? Standing.None;
        init;
    }

    /// <summary>Where it lies.</summary>
    public Geography Geography
    {
        get => field ?? Geography.None;
        init;
    }

    /// <summary>Its people.</summary>
    public Society Society
    {
        get => field ?? Society.None;
        init;
    }

    /// <summary>How things are written, dialled and driven there.</summary>
    public Conventions Conventions
    {
        get => field ?? Conventions.None;
        init;
    }

    /// <summary>What its flag looks like, in an English sentence for those who do not see it.</summary>
    public string? FlagDescription { get; init; }

    /// <summary>Its parts of ISO 3166-2, by code.</summary>
    public IReadOnlyList<Subdivision> Subdivisions
    {
        get => field ?? [];
        init;
    }
}

/// <summary>Names beside the common English one.</summary>
/// <param name="Official">The official English name in full.</param>
/// <param name="Alternates">Other English names.</param>
/// <param name="Localized">The common name by CLDR locale ("de", "pt-PT").</param>
/// <param name="Native">The names in the country's own languages.</param>
public sealed record CountryNames(
    string? Official,
    IReadOnlyList<string> Alternates,
    IReadOnlyDictionary<string, string> Localized,
    IReadOnlyList<NativeName> Native
)
{
    /// <summary>No other name is known.</summary>
    public static readonly CountryNames None = new(null, [], new Dictionary<string, string>(), []);
}

/// <summary>A name in a language of the country.</summary>
/// <param name="Language">The language (BCP 47).</param>
/// <param name="Common">The common name.</param>
/// <param name="Official">The official name, where it is known.</param>
public sealed record NativeName(string Language, string Common, string? Official);

/// <summary>A country's place in the world's political order.</summary>
/// <param name="Status">ISO 3166-1: <c>officially-assigned</c>, or <c>user-assigned</c> for Kosovo; none for a record without a code.</param>
/// <param name="Independent">Whether it is a sovereign state.</param>
/// <param name="UnMember">Whether it is a member of the United Nations (193 are).</param>
/// <param name="EuMember">Whether it is a member of the European Union.</param>
/// <param name="DependencyOf">The alpha-2 code of the state that it belongs to, if it does.</param>
/// <param name="Wikidata">Its item in Wikidata ("Q39").</param>
public sealed record Standing(
    string? Status,
    bool Independent,
    bool UnMember,
    bool EuMember,
    string? DependencyOf,
    string? Wikidata
)
{
    /// <summary>Nothing is known.</summary>
    public static readonly Standing None = new(null, false, false, false, null, null);
}

/// <summary>Where a country lies.</summary>
/// <param name="Region">Region of UN M49; none for Antarctica.</param>
/// <param name="Subregion">Subregion of UN M49.</param>
/// <param name="IntermediateRegion">Intermediate region of UN M49, where there is one.</param>
/// <param name="Continents">The continents that it lies on.</param>
/// <param name="Centre">A point near its middle.</param>
/// <param name="AreaKm2">Its total area in square kilometres.</param>
/// <param name="Landlocked">Whether it has no coast.</param>
/// <param name="Borders">The alpha-3 codes of its neighbours by land.</param>
/// <param name="Capitals">Its capitals, the seat of government first.</param>
/// <param name="TimeZones">Its time zones by IANA name.</param>
/// <param name="UtcOffsets">Its standard-time offsets ("UTC+01:00"), from west to east.</param>
public sealed record Geography(
    string? Region,
    string? Subregion,
    string? IntermediateRegion,
    IReadOnlyList<string> Continents,
    Coordinates? Centre,
    double? AreaKm2,
    bool Landlocked,
    IReadOnlyList<string> Borders,
    IReadOnlyList<Capital> Capitals,
    IReadOnlyList<string> TimeZones,
    IReadOnlyList<string> UtcOffsets
)
{
    /// <summary>Nothing is known.</summary>
    public static readonly Geography None = new(null, null, null, [], null, null, false, [], [], [], []);
}

/// <summary>A capital.</summary>
public sealed record Capital(string Name, Coordinates? Location);

/// <summary>A point on the globe.</summary>
/// <param name="Latitude">Degrees, north positive.</param>
/// <param name="Longitude">Degrees, east positive.</param>
public sealed record Coordinates(double Latitude, double Longitude);

/// <summary>The people of a country.</summary>
/// <param name="Population">How many live there.</param>
/// <param name="GdpUsd">Gross domestic product in US dollars by purchasing power.</param>
/// <param name="LiteracyPercent">How many of a hundred adults can read and write.</param>
/// <param name="Gini">Inequality of income.</param>
/// <param name="Languages">Official languages.</param>
/// <param name="Demonyms">What a person from there is called.</param>
public sealed record Society(
    long? Population,
    long? GdpUsd,
    double? LiteracyPercent,
    Gini? Gini,
    IReadOnlyList<SpokenLanguage> Languages,
    IReadOnlyList<Demonym> Demonyms
)
{
    /// <summary>Nothing is known.</summary>
    public static readonly Society None = new(null, null, null, null, [], []);
}

/// <summary>The Gini coefficient of a year, 0 (all equal) to 100.</summary>
public sealed record Gini(int Year, double Value);

/// <summary>A language with official status.</summary>
/// <param name="Code">BCP 47.</param>
/// <param name="Iso6393">ISO 639-3, three letters.</param>
/// <param name="Name">English name.</param>
/// <param name="Status">CLDR: <c>official</c>, <c>de_facto_official</c> or <c>official_regional</c>.</param>
/// <param name="Percent">How many of a hundred inhabitants use it, where it is known.</param>
public sealed record SpokenLanguage(string Code, string Iso6393, string Name, string? Status, double? Percent);

/// <summary>What a person from a country is called, in one language (BCP 47).</summary>
public sealed record Demonym(string Language, string Male, string Female);

/// <summary>How things are written, dialled and driven in a country.</summary>
/// <param name="Tlds">Top-level domains with their dot.</param>
/// <param name="CallingCodes">International calling codes, digits only.</param>
/// <param name="PostalCode">The shape of postal codes, if there are any.</param>
/// <param name="DrivingSide"><c>left</c> or <c>right</c>.</param>
/// <param name="CarSigns">Distinguishing signs of vehicles in international traffic.</param>
/// <param name="Ioc">Code of the International Olympic Committee.</param>
/// <param name="Fifa">Code of FIFA; several for the United Kingdom, separated by commas.</param>
/// <param name="WeekStart">First day of the week, English, lower case.</param>
/// <param name="Weekend">The days of the weekend.</param>
/// <param name="MeasurementSystem">CLDR: <c>metric</c>, <c>US</c> or <c>UK</c>.</param>
/// <param name="PaperSize"><c>A4</c> or <c>US-Letter</c>.</param>
/// <param name="HourCycle">CLDR's preferred hour pattern letter: <c>h</c> or <c>H</c>.</param>
public sealed record Conventions(
    IReadOnlyList<string> Tlds,
    IReadOnlyList<string> CallingCodes,
    PostalCode? PostalCode,
    string? DrivingSide,
    IReadOnlyList<string> CarSigns,
    string? Ioc,
    string? Fifa,
    string? WeekStart,
    IReadOnlyList<string> Weekend,
    string? MeasurementSystem,
    string? PaperSize,
    string? HourCycle
)
{
    /// <summary>Nothing is known.</summary>
    public static readonly Conventions None = new([], [], null, null, [], null, null, null, [], null, null, null);
}

/// <summary>The shape of a country's postal codes.</summary>
/// <param name="Format">A picture (<c>####</c>), where there is one.</param>
/// <param name="Regex">A regular expression that a code matches.</param>
public sealed record PostalCode(string? Format, string Regex);

/// <summary>A part of a country (ISO 3166-2).</summary>
/// <param name="Code">The code ("CH-ZH").</param>
/// <param name="Name">The name.</param>
/// <param name="Parent">The code of the part that it belongs to, if any.</param>
/// <param name="Category">What it is ("canton"), if the source says so.</param>
public sealed record Subdivision(string Code, string Name, string? Parent, string? Category);
