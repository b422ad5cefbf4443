using Countries.Domain;
using Shared.Application.Lists;
using Shared.Domain;

namespace Countries.Application;

/// <summary>
/// A country on the read side: all that is known of it, in plain values, so that every contract can be written from it.
/// What is not known, or does not apply to a local record, is <see langword="null"/> or empty. It is compared by what it
/// is, not by what it says: some of it is made when it is first asked for.
/// </summary>
public sealed class CountryDetails
{
    /// <summary>Its identity in this service.</summary>
    public required Guid Id { get; init; }

    /// <summary>Counts the changes of this country.</summary>
    public required long Version { get; init; }

    /// <summary>When it came into this service.</summary>
    public required DateTimeOffset AddedAt { get; init; }

    /// <summary>The common English name.</summary>
    public required string Name { get; init; }

    /// <summary>The name as it is compared (NFKC, case folded).</summary>
    public required string NameKey { get; init; }

    /// <summary>The two letters of ISO 3166-1, upper case; none for a local record.</summary>
    public string? Alpha2 { get; init; }

    /// <summary>The three letters of ISO 3166-1, upper case; none for a local record.</summary>
    public string? Alpha3 { get; init; }

    /// <summary>The three digits of ISO 3166-1, with leading zeros; none for a local record and Kosovo.</summary>
    public string? Numeric { get; init; }

    /// <summary>The money of a local record, in the words of whoever added it.</summary>
    public string? LocalCurrency { get; init; }

    /// <summary>Which currencies are and were money there. Of those of the same day the principal one stands first.</summary>
    public required IReadOnlyList<Tender> Tenders { get; init; }

    /// <summary>The official English name in full.</summary>
    public string? OfficialName { get; init; }

    /// <summary>Other English names.</summary>
    public IReadOnlyList<string> AlternateNames { get; init; } = [];

    /// <summary>The common name by CLDR locale ("de", "pt-PT").</summary>
    public IReadOnlyDictionary<string, string> LocalizedNames { get; init; } = NoNames;

    /// <summary>The names in the country's own languages.</summary>
    public IReadOnlyList<OwnName> NativeNames { get; init; } = [];

    /// <summary>ISO 3166-1: <c>officially-assigned</c>, or <c>user-assigned</c> for Kosovo.</summary>
    public string? Status { get; init; }

    /// <summary>Whether it is a sovereign state.</summary>
    public bool Independent { get; init; }

    /// <summary>Whether it is a member of the United Nations.</summary>
    public bool UnMember { get; init; }

    /// <summary>Whether it is a member of the European Union.</summary>
    public bool EuMember { get; init; }

    /// <summary>The alpha-2 code of the state that it belongs to, if it does.</summary>
    public string? DependencyOf { get; init; }

    /// <summary>Its item in Wikidata ("Q39").</summary>
    public string? Wikidata { get; init; }

    /// <summary>Region of UN M49.</summary>
    public string? Region { get; init; }

    /// <summary>Subregion of UN M49.</summary>
    public string? Subregion { get; init; }

    /// <summary>Intermediate region of UN M49, where there is one.</summary>
    public string? IntermediateRegion { get; init; }

    /// <summary>The continents that it lies on.</summary>
    public IReadOnlyList<string> Continents { get; init; } = [];

    /// <summary>A point near its middle.</summary>
    public Point? Location { get; init; }

    /// <summary>Its total area in square kilometres.</summary>
    public double? AreaKm2 { get; init; }

    /// <summary>Whether it has no coast.</summary>
    public bool Landlocked { get; init; }

    /// <summary>The alpha-3 codes of its neighbours by land.</summary>
    public IReadOnlyList<string> Borders { get; init; } = [];

    /// <summary>Its capitals, the seat of government first.</summary>
    public IReadOnlyList<CapitalCity> Capitals { get; init; } = [];

    /// <summary>Its time zones by IANA name.</summary>
    public IReadOnlyList<string> TimeZones { get; init; } = [];

    /// <summary>Its standard-time offsets ("UTC+01:00"), from west to east.</summary>
    public IReadOnlyList<string> UtcOffsets { get; init; } = [];

    /// <summary>How many people live there.</summary>
    public long? Population { get; init; }

    /// <summary>Gross domestic product in US dollars by purchasing power.</summary>
    public long? GdpUsd { get; init; }

    /// <summary>How many of a hundred adults can read and write.</summary>
    public double? LiteracyPercent { get; init; }

    /// <summary>Inequality of income: the Gini coefficient of a year, 0 (all equal) to 100.</summary>
    public GiniIndex? Gini { get; init; }

    /// <summary>Languages with official status.</summary>
    public IReadOnlyList<OfficialLanguage> Languages { get; init; } = [];

    /// <summary>What a person from there is called.</summary>
    public IReadOnlyList<PeopleName> Demonyms { get; init; } = [];

    /// <summary>Top-level domains with their dot.</summary>
    public IReadOnlyList<string> Tlds { get; init; } = [];

    /// <summary>International calling codes, digits only.</summary>
    public IReadOnlyList<string> CallingCodes { get; init; } = [];

    /// <summary>The shape of postal codes, if there are any.</summary>
    public PostalCodeShape? PostalCode { get; init; }

    /// <summary><c>left</c> or <c>right</c>.</summary>
    public string? DrivingSide { get; init; }

    /// <summary>Distinguishing signs of vehicles in international traffic.</summary>
    public IReadOnlyList<string> CarSigns { get; init; } = [];

    /// <summary>Code of the International Olympic Committee.</summary>
    public string? Ioc { get; init; }

    /// <summary>Code of FIFA; several for the United Kingdom, separated by commas.</summary>
    public string? Fifa { get; init; }

    /// <summary>First day of the week, English, lower case.</summary>
    public string? WeekStart { get; init; }

    /// <summary>The days of the weekend.</summary>
    public IReadOnlyList<string> Weekend { get; init; } = [];

    /// <summary>CLDR: <c>metric</c>, <c>US</c> or <c>UK</c>.</summary>
    public string? MeasurementSystem { get; init; }

    /// <summary><c>A4</c> or <c>US-Letter</c>.</summary>
    public string? PaperSize { get; init; }

    /// <summary>CLDR's preferred hour pattern letter: <c>h</c> or <c>H</c>.</summary>
    public string? HourCycle { get; init; }

    /// <summary>Its parts of ISO 3166-2, by code.</summary>
    public IReadOnlyList<Part> Subdivisions { get; init; } = [];

    /// <summary>What is to be seen on its flag, in a sentence.</summary>
    public string? FlagDescription { get; init; }

    /// <summary><c>dataset</c>, or <c>local</c> for a record that somebody added here.</summary>
    public required string Source { get; init; }

    /// <summary>The members of a record of the data set that were edited here, by name; a newer data set leaves them alone.</summary>
    public IReadOnlyList<string> Edited { get; init; } = [];

    private static readonly Dictionary<string, string> NoNames = [];
    private IReadOnlyList<SearchText>? searchNames;

    /// <summary>The flag as an emoji: the letters of the alpha-2 code as regional indicators.</summary>
    public string? Flag =>
        Alpha2 is { } letters
            ? string.Concat(letters.Select(letter => char.ConvertFromUtf32(0x1F1E6 + letter - 'A')))
            : null;

    /// <summary>Everything that it is searched by: its names in all languages and its codes. Made at the first search and kept, as the row is.</summary>
    internal IReadOnlyList<SearchText> SearchNames =>
        searchNames ??= [
            .. LocalizedNames
                .Values.Append(Name)
                .Append(OfficialName)
                .Concat(AlternateNames)
                .Concat(NativeNames.SelectMany(name => new[] { name.Common, name.Official }))
                .Append(Alpha2)
                .Append(Alpha3)
                .OfType<string>()
                .Distinct()
                .Select(name => new SearchText(name))
                .DistinctBy(name => name.Text),
        ];

    /// <summary>The name in a language; the English one where it is not known.</summary>
    /// <param name="language">A CLDR locale.</param>
    public string NameIn(string language) =>
        language == "en" ? Name : LocalizedNames.GetValueOrDefault(language) ?? Name;

    /// <summary>What the read side shows of a country.</summary>
    public static CountryDetails Of(Country country)
    {
        ArgumentNullException.ThrowIfNull(country);
        var profile = country.Profile;
        var (names, standing, geography) = (profile.Names, profile.Standing, profile.Geography);
        var (society, conventions) = (profile.Society, profile.Conventions);
        return new()
        {
            Id = country.Id.Value,
            Version = country.Version,
            AddedAt = country.AddedAt,
            Name = country.Name.Value,
            NameKey = country.NameKey,
            Alpha2 = country.Codes?.Alpha2.Value,
            Alpha3 = country.Codes?.Alpha3.Value,
            Numeric = country.Codes?.Numeric?.Value,
            LocalCurrency = country.LocalCurrency?.Value,
            Tenders = Kept(country.TenderPeriods.Select(Tender.Of)),
            Source = country.Origin.Word(),
            Edited = Kept(country.Edited),
            OfficialName = names.Official,
            AlternateNames = Kept(names.Alternates),
            LocalizedNames = names.Localized.Count == 0 ? NoNames : names.Localized,
            NativeNames = Kept(names.Native.Select(n => new OwnName(n.Language, n.Common, n.Official))),
            Status = standing.Status,
            Independent = standing.Independent,
            UnMember = standing.UnMember,
            EuMember = standing.EuMember,
            DependencyOf = standing.DependencyOf,
            Wikidata = standing.Wikidata,
            Region = geography.Region,
            Subregion = geography.Subregion,
            IntermediateRegion = geography.IntermediateRegion,
            Continents = Kept(geography.Continents),
            Location = Point.Of(geography.Centre),
            AreaKm2 = geography.AreaKm2,
            Landlocked = geography.Landlocked,
            Borders = Kept(geography.Borders),
            Capitals = Kept(geography.Capitals.Select(c => new CapitalCity(c.Name, Point.Of(c.Location)))),
            TimeZones = Kept(geography.TimeZones),
            UtcOffsets = Kept(geography.UtcOffsets),
            Population = society.Population,
            GdpUsd = society.GdpUsd,
            LiteracyPercent = society.LiteracyPercent,
            Gini = society.Gini is { } gini ? new GiniIndex(gini.Year, gini.Value) : null,
            Languages = Kept(
                society.Languages.Select(l => new OfficialLanguage(l.Code, l.Iso6393, l.Name, l.Status, l.Percent))
            ),
            Demonyms = Kept(society.Demonyms.Select(d => new PeopleName(d.Language, d.Male, d.Female))),
            Tlds = Kept(conventions.Tlds),
            CallingCodes = Kept(conventions.CallingCodes),
            PostalCode = conventions.PostalCode is { } code ? new PostalCodeShape(code.Format, code.Regex) : null,
            DrivingSide = conventions.DrivingSide,
            CarSigns = Kept(conventions.CarSigns),
            Ioc = conventions.Ioc,
            Fifa = conventions.Fifa,
            WeekStart = conventions.WeekStart,
            Weekend = Kept(conventions.Weekend),
            MeasurementSystem = conventions.MeasurementSystem,
            PaperSize = conventions.PaperSize,
            HourCycle = conventions.HourCycle,
            FlagDescription = profile.FlagDescription,
            Subdivisions = Kept(profile.Subdivisions.Select(s => new Part(s.Code, s.Name, s.Parent, s.Category))),
        };
    }

    /// <summary>As it stays in memory for as long as the record: without room to grow, and all empty ones the same.</summary>
    private static T[] Kept<T>(IEnumerable<T> items) => [.. items];
}
