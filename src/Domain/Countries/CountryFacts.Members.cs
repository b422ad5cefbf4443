using Shared.Domain;

namespace Countries.Domain;

/// <summary>The members of a country, by name.</summary>
public sealed partial record CountryFacts
{
    /// <summary>Every member that can be edited, updated by a data set, and told by the history.</summary>
    public static readonly IReadOnlyList<Member<CountryFacts>> Members =
    [
        new("name", f => f.Name.Value, (f, other) => f with { Name = other.Name }),
        new("alpha2", f => f.Codes?.Alpha2.Value, (f, other) => f with { Codes = other.Codes }),
        new("alpha3", f => f.Codes?.Alpha3.Value, (f, other) => f with { Codes = other.Codes }),
        new("numeric", f => f.Codes?.Numeric?.Value, (f, other) => f with { Codes = other.Codes }),
        new("localCurrency", f => f.LocalCurrency?.Value, (f, other) => f with { LocalCurrency = other.LocalCurrency }),
        new(
            "currencies",
            f => f.TenderPeriods.Select(TenderInWords.Of).ToArray(),
            (f, other) => f with { TenderPeriods = other.TenderPeriods }
        ),
        OfNames("officialName", n => n.Official, (n, other) => n with { Official = other.Official }),
        OfNames("alternateNames", n => n.Alternates, (n, other) => n with { Alternates = other.Alternates }),
        OfNames("localizedNames", n => n.Localized, (n, other) => n with { Localized = other.Localized }),
        OfNames("nativeNames", n => n.Native, (n, other) => n with { Native = other.Native }),
        OfStanding("status", s => s.Status, (s, other) => s with { Status = other.Status }),
        OfStanding("independent", s => s.Independent, (s, other) => s with { Independent = other.Independent }),
        OfStanding("unMember", s => s.UnMember, (s, other) => s with { UnMember = other.UnMember }),
        OfStanding("euMember", s => s.EuMember, (s, other) => s with { EuMember = other.EuMember }),
        OfStanding("dependencyOf", s => s.DependencyOf, (s, other) => s with { DependencyOf = other.DependencyOf }),
        OfStanding("wikidata", s => s.Wikidata, (s, other) => s with { Wikidata = other.Wikidata }),
        OfGeography("region", g => g.Region, (g, other) => g with { Region = other.Region }),
        OfGeography("subregion", g => g.Subregion, (g, other) => g with { Subregion = other.Subregion }),
        OfGeography(
            "intermediateRegion",
            g => g.IntermediateRegion,
            (g, other) => g with { IntermediateRegion = other.IntermediateRegion }
        ),
        OfGeography("continents", g => g.Continents, (g, other) => g with { Continents = other.Continents }),
        OfGeography("location", g => g.Centre, (g, other) => g with { Centre = other.Centre }),
        OfGeography("area", g => g.AreaKm2, (g, other) => g with { AreaKm2 = other.AreaKm2 }),
        OfGeography("landlocked", g => g.Landlocked, (g, other) => g with { Landlocked = other.Landlocked }),
        OfGeography("borders", g => g.Borders, (g, other) => g with { Borders = other.Borders }),
        OfGeography("capitals", g => g.Capitals, (g, other) => g with { Capitals = other.Capitals }),
        OfGeography("timeZones", g => g.TimeZones, (g, other) => g with { TimeZones = other.TimeZones }),
        OfGeography("utcOffsets", g => g.UtcOffsets, (g, other) => g with { UtcOffsets = other.UtcOffsets }),
        OfSociety("population", s => s.Population, (s, other) => s with { Population = other.Population }),
        OfSociety("gdp", s => s.GdpUsd, (s, other) => s with { GdpUsd = other.GdpUsd }),
        OfSociety("literacy", s => s.LiteracyPercent, (s, other) => s with { LiteracyPercent = other.LiteracyPercent }),
        OfSociety("gini", s => s.Gini, (s, other) => s with { Gini = other.Gini }),
        OfSociety("languages", s => s.Languages, (s, other) => s with { Languages = other.Languages }),
        OfSociety("demonyms", s => s.Demonyms, (s, other) => s with { Demonyms = other.Demonyms }),
        OfConventions("tlds", c => c.Tlds, (c, other) => c with { Tlds = other.Tlds }),
        OfConventions("callingCodes", c => c.CallingCodes, (c, other) => c with { CallingCodes = other.CallingCodes }),
        OfConventions("postalCode", c => c.PostalCode, (c, other) => c with { PostalCode = other.PostalCode }),
        OfConventions("drivingSide", c => c.DrivingSide, (c, other) => c with { DrivingSide = other.DrivingSide }),
        OfConventions("carSigns", c => c.CarSigns, (c, other) => c with { CarSigns = other.CarSigns }),
        OfConventions("ioc", c => c.Ioc, (c, other) => c with { Ioc = other.Ioc }),
        OfConventions("fifa", c => c.Fifa, (c, other) => c with { Fifa = other.Fifa }),
        OfConventions("weekStart", c => c.WeekStart, (c, other) => c with { WeekStart = other.WeekStart }),
        OfConventions("weekend", c => c.Weekend, (c, other) => c with { Weekend = other.Weekend }),
        OfConventions(
            "measurementSystem",
            c => c.MeasurementSystem,
            (c, other) => c with { MeasurementSystem = other.MeasurementSystem }
        ),
        OfConventions("paperSize", c => c.PaperSize, (c, other) => c with { PaperSize = other.PaperSize }),
        OfConventions("hourCycle", c => c.HourCycle, (c, other) => c with { HourCycle = other.HourCycle }),
        OfProfile(
            "flagDescription",
            p => p.FlagDescription,
            (p, other) => p with { FlagDescription = other.FlagDescription }
        ),
        OfProfile("subdivisions", p => p.Subdivisions, (p, other) => p with { Subdivisions = other.Subdivisions }),
    ];

    private static Member<CountryFacts> OfProfile(
        string name,
        Func<CountryProfile, object?> value,
        Func<CountryProfile, CountryProfile, CountryProfile> take
    ) => new(name, f => value(f.Profile), (f, other) => f with { Profile = take(f.Profile, other.Profile) });

    private static Member<CountryFacts> OfNames(
        string name,
        Func<CountryNames, object?> value,
        Func<CountryNames, CountryNames, CountryNames> take
    ) => OfProfile(name, p => value(p.Names), (p, other) => p with { Names = take(p.Names, other.Names) });

    private static Member<CountryFacts> OfStanding(
        string name,
        Func<Standing, object?> value,
        Func<Standing, Standing, Standing> take
    ) => OfProfile(name, p => value(p.Standing), (p, other) => p with { Standing = take(p.Standing, other.Standing) });

    private static Member<CountryFacts> OfGeography(
        string name,
        Func<Geography, object?> value,
        Func<Geography, Geography, Geography> take
    ) =>
        OfProfile(
            name,
            p => value(p.Geography),
            (p, other) => p with { Geography = take(p.Geography, other.Geography) }
        );

    private static Member<CountryFacts> OfSociety(
        string name,
        Func<Society, object?> value,
        Func<Society, Society, Society> take
    ) => OfProfile(name, p => value(p.Society), (p, other) => p with { Society = take(p.Society, other.Society) });

    private static Member<CountryFacts> OfConventions(
        string name,
        Func<Conventions, object?> value,
        Func<Conventions, Conventions, Conventions> take
    ) =>
        OfProfile(
            name,
            p => value(p.Conventions),
            (p, other) => p with { Conventions = take(p.Conventions, other.Conventions) }
        );

    /// <summary>A period of money as the history tells it.</summary>
    private sealed record TenderInWords(string Code, string Kind, DateOnly? From, DateOnly? To)
    {
        public static TenderInWords Of(TenderPeriod period) =>
            new(period.Currency.Value, period.Kind.Word(), period.From, period.To);
    }
}
