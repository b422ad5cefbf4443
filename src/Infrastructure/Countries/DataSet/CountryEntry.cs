using Countries.Domain;
using Shared.Domain;

namespace Countries.Infrastructure.DataSet;

/// <summary>A line of <c>countries.json</c>. Members without a value are left out there.</summary>
internal sealed record CountryEntry
{
    public required string Alpha2 { get; init; }
    public required string Alpha3 { get; init; }
    public string? Numeric { get; init; }
    public required string Status { get; init; }
    public required bool Independent { get; init; }
    public required bool UnMember { get; init; }
    public required bool EuMember { get; init; }
    public string? DependencyOf { get; init; }
    public string? Wikidata { get; init; }
    public required string Name { get; init; }
    public required string OfficialName { get; init; }
    public string[] AlternateNames { get; init; } = [];
    public NativeName[] NativeNames { get; init; } = [];
    public string? FlagDescription { get; init; }
    public CapitalEntry[] Capitals { get; init; } = [];
    public string? Region { get; init; }
    public string? Subregion { get; init; }
    public string? IntermediateRegion { get; init; }
    public string[] Continents { get; init; } = [];
    public double? Latitude { get; init; }
    public double? Longitude { get; init; }
    public double? AreaKm2 { get; init; }
    public bool Landlocked { get; init; }
    public string[] Borders { get; init; } = [];
    public string[] TimeZones { get; init; } = [];
    public string[] UtcOffsets { get; init; } = [];
    public long? Population { get; init; }
    public long? GdpUsd { get; init; }
    public double? LiteracyPercent { get; init; }
    public Gini? Gini { get; init; }
    public LanguageEntry[] Languages { get; init; } = [];
    public Demonym[] Demonyms { get; init; } = [];
    public string[] Tlds { get; init; } = [];
    public string[] CallingCodes { get; init; } = [];
    public PostalCode? PostalCode { get; init; }
    public string? DrivingSide { get; init; }
    public string[] CarSigns { get; init; } = [];
    public string? Ioc { get; init; }
    public string? Fifa { get; init; }
    public string? WeekStart { get; init; }
    public string[] Weekend { get; init; } = [];
    public string? MeasurementSystem { get; init; }
    public string? PaperSize { get; init; }
    public string? HourCycle { get; init; }
    public TenderEntry[] Tender { get; init; } = [];

    public Country ToCountry(
        IReadOnlyDictionary<string, string> localizedNames,
        IEnumerable<SubdivisionEntry> subdivisions,
        DateTimeOffset now
    ) =>
        Country.FromDataSet(
            CountryId.New(now),
            CountryName.Create(Name).Value,
            new CountryCodes(
                Alpha2Code.Create(Alpha2).Value,
                Alpha3Code.Create(Alpha3).Value,
                Numeric is null ? null : NumericCode.Create(Numeric).Value
            ),
            new CountryProfile
            {
                Names = new CountryNames(OfficialName, AlternateNames, localizedNames, NativeNames),
                Standing = new Standing(Status, Independent, UnMember, EuMember, DependencyOf, Wikidata),
                Geography = new Geography(
                    Region,
                    Subregion,
                    IntermediateRegion,
                    Continents,
                    Point(Latitude, Longitude),
                    AreaKm2,
                    Landlocked,
                    Borders,
                    [.. Capitals.Select(c => new Capital(c.Name, Point(c.Latitude, c.Longitude)))],
                    TimeZones,
                    UtcOffsets
                ),
                Society = new Society(
                    Population,
                    GdpUsd,
                    LiteracyPercent,
                    Gini,
                    [.. Languages.Select(l => new SpokenLanguage(l.Code, l.Iso639_3, l.Name, l.Status, l.Percent))],
                    Demonyms
                ),
                Conventions = new Conventions(
                    Tlds,
                    CallingCodes,
                    PostalCode,
                    DrivingSide,
                    CarSigns,
                    Ioc,
                    Fifa,
                    WeekStart,
                    Weekend,
                    MeasurementSystem,
                    PaperSize,
                    HourCycle
                ),
                FlagDescription = FlagDescription,
                Subdivisions = [.. subdivisions.Select(s => new Subdivision(s.Code, s.Name, s.Parent, s.Category))],
            },
            Tender.Select(period => period.ToPeriod()),
            now
        );

    private static Coordinates? Point(double? latitude, double? longitude) =>
        latitude is { } north && longitude is { } east ? new Coordinates(north, east) : null;
}

internal sealed record CapitalEntry(string Name, double? Latitude, double? Longitude);

internal sealed record LanguageEntry(string Code, string Iso639_3, string Name, string? Status, double? Percent);

internal sealed record SubdivisionEntry(string Code, string Name, string Country, string? Parent, string? Category);

internal sealed record TenderEntry(string Currency, string Kind, DateOnly? From, DateOnly? To)
{
    public TenderPeriod ToPeriod() =>
        TenderPeriod
            .Create(
                CurrencyCode.Create(Currency).Value,
                TenderKinds.Of(Kind)
                    ?? throw new InvalidDataException($"The data set knows no kind of tender '{Kind}'."),
                From,
                To
            )
            .Value;
}
