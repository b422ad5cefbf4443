using Countries.Domain;

namespace Countries.Application;

/// <summary>A time in which a currency is or was money in a country.</summary>
/// <param name="Currency">The code of the currency.</param>
/// <param name="Kind"><c>tender</c>, <c>customary</c> (used beside it), <c>fund</c> (a unit of account) or <c>non-iso</c>.</param>
/// <param name="From">The first day; <see langword="null"/> when it is not known.</param>
/// <param name="To">The last day; <see langword="null"/> when it has not ended.</param>
public sealed record Tender(string Currency, string Kind, DateOnly? From, DateOnly? To)
{
    /// <summary>The kind of what the law makes everybody take.</summary>
    public static readonly string Legal = TenderKind.LegalTender.Word();

    /// <summary>The kind of a unit of account, which is no money in the pocket.</summary>
    public static readonly string Fund = TenderKind.Fund.Word();

    /// <summary>Whether the currency is money there on that day.</summary>
    public bool Covers(DateOnly day) => (From is null || From <= day) && (To is null || To >= day);

    internal static Tender Of(TenderPeriod period) =>
        new(period.Currency.Value, period.Kind.Word(), period.From, period.To);
}

/// <summary>A name in a language of the country (BCP 47).</summary>
public sealed record OwnName(string Language, string Common, string? Official);

/// <summary>A point on the globe, in degrees; north and east are positive.</summary>
public sealed record Point(double Latitude, double Longitude)
{
    internal static Point? Of(Coordinates? coordinates) =>
        coordinates is null ? null : new(coordinates.Latitude, coordinates.Longitude);
}

/// <summary>A capital.</summary>
public sealed record CapitalCity(string Name, Point? Location);

/// <summary>The Gini coefficient of a year, 0 (all equal) to 100.</summary>
public sealed record GiniIndex(int Year, double Value);

/// <summary>A language with official status.</summary>
/// <param name="Code">BCP 47.</param>
/// <param name="Iso6393">ISO 639-3, three letters.</param>
/// <param name="Name">English name.</param>
/// <param name="Status">CLDR: <c>official</c>, <c>de_facto_official</c> or <c>official_regional</c>.</param>
/// <param name="Percent">How many of a hundred inhabitants use it, where it is known.</param>
public sealed record OfficialLanguage(string Code, string Iso6393, string Name, string? Status, double? Percent);

/// <summary>What a person from a country is called, in one language (BCP 47).</summary>
public sealed record PeopleName(string Language, string Male, string Female);

/// <summary>The shape of postal codes: a picture (<c>####</c>), where there is one, and a regular expression.</summary>
public sealed record PostalCodeShape(string? Format, string Regex);

/// <summary>A part of a country (ISO 3166-2).</summary>
/// <param name="Code">The code ("CH-ZH").</param>
/// <param name="Name">The name.</param>
/// <param name="Parent">The code of the part that it belongs to, if any.</param>
/// <param name="Category">What it is ("canton"), if the source says so.</param>
public sealed record Part(string Code, string Name, string? Parent, string? Category);
