namespace Countries.Api.Seed;

/// <summary>What was posted, in whatever format. Public, as the page that shows it must be.</summary>
public sealed record SeedForm(SeedField CountryName, SeedField LocalCurrency)
{
    /// <summary>A form in which nothing was posted.</summary>
    internal static readonly SeedForm Empty = new(SeedField.Missing, SeedField.Missing);
}

/// <summary>A member of what was posted: its text, or what is wrong with it before its text can be looked at.</summary>
/// <param name="Text">The text; none when there is a problem.</param>
/// <param name="Problem">The problem, in the seed's words.</param>
public readonly record struct SeedField(string? Text, string? Problem)
{
    public static readonly SeedField Missing = new(null, "This field is required.");
    public static readonly SeedField Null = new(null, "This field may not be null.");
    public static readonly SeedField NotAString = new(null, "Not a valid string.");

    public static SeedField Of(string text) => new(text, null);

    public static SeedField LoneSurrogate(string codePoint) =>
        new(null, $"Surrogate characters are not allowed: {codePoint}.");
}
