namespace Countries.Api.V1;

/// <summary>
/// What a client of the native API says of a country: the body of a write, with the names of <see cref="CountryShape"/>.
/// What is not given is not known, or empty.
/// </summary>
internal sealed record CountryRequest
{
    public string? Name { get; init; }
    public string? Alpha2 { get; init; }
    public string? Alpha3 { get; init; }
    public string? Numeric { get; init; }
    public string? LocalCurrency { get; init; }

    /// <summary>What is money there now; an empty list for none. A code alone stands for the whole (<see cref="CountryWrites.Country"/>).</summary>
    public IReadOnlyList<MoneyRequest>? Currencies { get; init; }

    public string? OfficialName { get; init; }
    public IReadOnlyList<string> AlternateNames { get; init; } = [];
    public IReadOnlyList<NativeNameRequest> NativeNames { get; init; } = [];
    public string? Status { get; init; }
    public bool Independent { get; init; }
    public bool UnMember { get; init; }
    public bool EuMember { get; init; }
    public string? DependencyOf { get; init; }
    public string? Wikidata { get; init; }
    public string? Region { get; init; }
    public string? Subregion { get; init; }
    public string? IntermediateRegion { get; init; }
    public IReadOnlyList<string> Continents { get; init; } = [];
    public PointRequest? Location { get; init; }
    public double? Area { get; init; }
    public bool Landlocked { get; init; }
    public IReadOnlyList<string> Borders { get; init; } = [];
    public IReadOnlyList<CapitalRequest> Capitals { get; init; } = [];
    public IReadOnlyList<string> TimeZones { get; init; } = [];
    public IReadOnlyList<string> UtcOffsets { get; init; } = [];
    public long? Population { get; init; }
    public long? Gdp { get; init; }
    public double? Literacy { get; init; }
    public GiniRequest? Gini { get; init; }
    public IReadOnlyList<LanguageRequest> Languages { get; init; } = [];
    public IReadOnlyList<DemonymRequest> Demonyms { get; init; } = [];
    public IReadOnlyList<string> Tlds { get; init; } = [];
    public IReadOnlyList<string> CallingCodes { get; init; } = [];
    public PostalCodeRequest? PostalCode { get; init; }
    public string? DrivingSide { get; init; }
    public IReadOnlyList<string> CarSigns { get; init; } = [];
    public string? Ioc { get; init; }
    public string? Fifa { get; init; }
    public string? WeekStart { get; init; }
    public IReadOnlyList<string> Weekend { get; init; } = [];
    public string? MeasurementSystem { get; init; }
    public string? PaperSize { get; init; }
    public string? HourCycle { get; init; }
}

/// <summary>A currency of the country, from when to when.</summary>
internal sealed record MoneyRequest(
    string? Code = null,
    string? Kind = null,
    DateOnly? From = null,
    DateOnly? To = null
);

internal sealed record NativeNameRequest(string? Language = null, string? Common = null, string? Official = null);

internal sealed record PointRequest(double? Latitude = null, double? Longitude = null);

internal sealed record CapitalRequest(string? Name = null, double? Latitude = null, double? Longitude = null);

internal sealed record GiniRequest(int? Year = null, double? Value = null);

internal sealed record LanguageRequest(
    string? Code = null,
    string? Iso6393 = null,
    string? Name = null,
    string? Status = null,
    double? Percent = null
);

internal sealed record DemonymRequest(string? Language = null, string? Male = null, string? Female = null);

internal sealed record PostalCodeRequest(string? Format = null, string? Regex = null);
