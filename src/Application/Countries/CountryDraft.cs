using Countries.Domain;
using Shared.Domain;

namespace Countries.Application;

/// <summary>
/// What a person says of a country when they write its record: every member of <see cref="CountryDetails"/> that is not
/// derived, in plain values and unchecked. What is not given is not known, or empty.
/// </summary>
public sealed record CountryDraft
{
    public string? Name { get; init; }
    public string? Alpha2 { get; init; }
    public string? Alpha3 { get; init; }
    public string? Numeric { get; init; }
    public string? LocalCurrency { get; init; }

    /// <summary>What is money there now; an empty list for none. Also periods that are over or still to come.</summary>
    public IReadOnlyList<TenderDraft>? Currencies { get; init; }

    public string? OfficialName { get; init; }
    public IReadOnlyList<string> AlternateNames { get; init; } = [];
    public IReadOnlyList<NativeNameDraft> NativeNames { get; init; } = [];
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
    public PointDraft? Location { get; init; }
    public double? AreaKm2 { get; init; }
    public bool Landlocked { get; init; }
    public IReadOnlyList<string> Borders { get; init; } = [];
    public IReadOnlyList<CapitalDraft> Capitals { get; init; } = [];
    public IReadOnlyList<string> TimeZones { get; init; } = [];
    public IReadOnlyList<string> UtcOffsets { get; init; } = [];
    public long? Population { get; init; }
    public long? GdpUsd { get; init; }
    public double? LiteracyPercent { get; init; }
    public GiniDraft? Gini { get; init; }
    public IReadOnlyList<LanguageDraft> Languages { get; init; } = [];
    public IReadOnlyList<DemonymDraft> Demonyms { get; init; } = [];
    public IReadOnlyList<string> Tlds { get; init; } = [];
    public IReadOnlyList<string> CallingCodes { get; init; } = [];
    public PostalCodeDraft? PostalCode { get; init; }
    public string? DrivingSide { get; init; }
    public IReadOnlyList<string> CarSigns { get; init; } = [];
    public string? Ioc { get; init; }
    public string? Fifa { get; init; }
    public string? WeekStart { get; init; }
    public IReadOnlyList<string> Weekend { get; init; } = [];
    public string? MeasurementSystem { get; init; }
    public string? PaperSize { get; init; }
    public string? HourCycle { get; init; }

    /// <summary>Checks the draft of a record that is new. The day does not matter, since no money is known that could stay.</summary>
    internal Result<CountryFacts> ToFacts() => CountryFacts.Create(ToStatement(CountryProfile.Empty), [], default);

    /// <summary>Checks the draft of a record that is there; what a draft cannot say stays as it is.</summary>
    /// <param name="country">The record.</param>
    /// <param name="known">The periods of money that may stay where the draft does not speak of them.</param>
    /// <param name="today">The present day.</param>
    internal Result<CountryFacts> ToFacts(Country country, IReadOnlyList<TenderPeriod> known, DateOnly today) =>
        CountryFacts.Create(ToStatement(country.Profile), known, today);

    // What is missing inside of an item is not null by its type; the check finds it all the same.
    private CountryStatement ToStatement(CountryProfile known) =>
        new()
        {
            Name = Name,
            Alpha2 = Alpha2,
            Alpha3 = Alpha3,
            Numeric = Numeric,
            LocalCurrency = LocalCurrency,
            Currencies = Currencies?.Select(c => new TenderStatement(c.Currency, c.Kind, c.From, c.To)).ToList(),
            Profile = known with
            {
                Names = known.Names with
                {
                    Official = OfficialName,
                    Alternates = AlternateNames,
                    Native = [.. NativeNames.Select(n => new NativeName(n.Language!, n.Common!, n.Official))],
                },
                Standing = new Standing(Status, Independent, UnMember, EuMember, DependencyOf, Wikidata),
                Geography = new Geography(
                    Region,
                    Subregion,
                    IntermediateRegion,
                    Continents,
                    Location?.ToCoordinates(),
                    AreaKm2,
                    Landlocked,
                    Borders,
                    [.. Capitals.Select(c => new Capital(c.Name!, c.Location?.ToCoordinates()))],
                    TimeZones,
                    UtcOffsets
                ),
                Society = new Society(
                    Population,
                    GdpUsd,
                    LiteracyPercent,
                    Gini is null ? null : new Gini(Gini.Year ?? int.MinValue, Gini.Value ?? double.NaN),
                    [.. Languages.Select(l => new SpokenLanguage(l.Code!, l.Iso6393!, l.Name!, l.Status, l.Percent))],
                    [.. Demonyms.Select(d => new Demonym(d.Language!, d.Male!, d.Female!))]
                ),
                Conventions = new Conventions(
                    Tlds,
                    CallingCodes,
                    PostalCode is null ? null : new PostalCode(PostalCode.Format, PostalCode.Regex!),
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
            },
        };
}

/// <summary>A currency of the country. The code alone means: it is money there now.</summary>
/// <param name="Currency">The code of the currency.</param>
/// <param name="Kind"><c>tender</c> where none is given (<see cref="Tender.Kind"/>).</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
public sealed record TenderDraft(string? Currency, string? Kind = null, DateOnly? From = null, DateOnly? To = null);

/// <inheritdoc cref="OwnName" />
public sealed record NativeNameDraft(string? Language = null, string? Common = null, string? Official = null);

/// <inheritdoc cref="Point" />
public sealed record PointDraft(double? Latitude = null, double? Longitude = null)
{
    /// <summary>Half a point is one that is nowhere, which the check finds.</summary>
    internal Coordinates? ToCoordinates() =>
        this is { Latitude: null, Longitude: null }
            ? null
            : new Coordinates(Latitude ?? double.NaN, Longitude ?? double.NaN);
}

/// <inheritdoc cref="CapitalCity" />
public sealed record CapitalDraft(string? Name = null, PointDraft? Location = null);

/// <inheritdoc cref="GiniIndex" />
public sealed record GiniDraft(int? Year = null, double? Value = null);

/// <inheritdoc cref="OfficialLanguage" />
public sealed record LanguageDraft(
    string? Code = null,
    string? Iso6393 = null,
    string? Name = null,
    string? Status = null,
    double? Percent = null
);

/// <inheritdoc cref="PeopleName" />
public sealed record DemonymDraft(string? Language = null, string? Male = null, string? Female = null);

/// <inheritdoc cref="PostalCodeShape" />
public sealed record PostalCodeDraft(string? Format = null, string? Regex = null);
