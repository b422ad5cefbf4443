namespace Countries.Api.RestCountries;

/// <summary>
/// A country as apps of the closed service know it: 35 members, in the order in which it wrote them. What is empty here is
/// left out of an answer or written as empty, as the request has it (<see cref="RestCountryWriter"/>).
/// </summary>
internal sealed record RestCountry
{
    public required RestName Name { get; init; }
    public required IReadOnlyList<string> Tld { get; init; }
    public required string Cca2 { get; init; }
    public required string Ccn3 { get; init; }
    public required string Cca3 { get; init; }
    public required string Cioc { get; init; }
    public required string Fifa { get; init; }
    public required bool Independent { get; init; }
    public required string Status { get; init; }
    public required bool UnMember { get; init; }
    public required IReadOnlyDictionary<string, RestCurrency> Currencies { get; init; }
    public required RestIdd Idd { get; init; }
    public required IReadOnlyList<string> Capital { get; init; }
    public required RestCapitalInfo CapitalInfo { get; init; }
    public required IReadOnlyList<string> AltSpellings { get; init; }
    public required string Region { get; init; }
    public required string Subregion { get; init; }
    public required IReadOnlyList<string> Continents { get; init; }
    public required IReadOnlyDictionary<string, string> Languages { get; init; }
    public required IReadOnlyDictionary<string, RestWords> Translations { get; init; }
    public required IReadOnlyList<double> Latlng { get; init; }
    public required bool Landlocked { get; init; }
    public required IReadOnlyList<string> Borders { get; init; }
    public required double? Area { get; init; }
    public required string Flag { get; init; }
    public required IReadOnlyDictionary<string, RestDemonym> Demonyms { get; init; }
    public required RestFlags Flags { get; init; }
    public required RestImages CoatOfArms { get; init; }
    public required long? Population { get; init; }
    public required RestMaps Maps { get; init; }
    public required IReadOnlyDictionary<string, double> Gini { get; init; }
    public required RestCar Car { get; init; }
    public required RestPostalCode PostalCode { get; init; }
    public required string StartOfWeek { get; init; }
    public required IReadOnlyList<string> Timezones { get; init; }
}

/// <summary>The English names, and those in the country's own languages by ISO 639-3.</summary>
internal sealed record RestName(string Common, string Official, IReadOnlyDictionary<string, RestWords> NativeName);

/// <summary>An official and a common name in one language.</summary>
internal sealed record RestWords(string Official, string Common);

/// <summary>A currency; the code is the key that it stands under.</summary>
internal sealed record RestCurrency(string Name, string? Symbol);

/// <summary>A calling code cut in two: "+" and its first digit, and the rest of each code that begins so.</summary>
internal sealed record RestIdd(string Root, IReadOnlyList<string> Suffixes);

/// <summary>Latitude and longitude of the first capital.</summary>
internal sealed record RestCapitalInfo(IReadOnlyList<double> Latlng);

/// <summary>What a woman and a man from there are called.</summary>
internal sealed record RestDemonym(string F, string M);

/// <summary>Pictures of the flag, and what is to be seen on them.</summary>
internal sealed record RestFlags(string Png, string Svg, string? Alt);

/// <summary>Pictures; there are none of coats of arms.</summary>
internal sealed record RestImages(string? Png, string? Svg);

/// <summary>Links to maps.</summary>
internal sealed record RestMaps(string GoogleMaps, string? OpenStreetMaps);

/// <summary>Signs of vehicles, and the side that they drive on.</summary>
internal sealed record RestCar(IReadOnlyList<string> Signs, string? Side);

/// <summary>The shape of postal codes.</summary>
internal sealed record RestPostalCode(string? Format, string? Regex);
