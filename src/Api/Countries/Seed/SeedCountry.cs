using System.Text.Json.Serialization;
using Countries.Application;
using Mapster;

namespace Countries.Api.Seed;

/// <summary>A country as the seed's consumers know it.</summary>
internal sealed record SeedCountry(
    [property: JsonPropertyName("country_name")] string CountryName,
    [property: JsonPropertyName("local_currency")] string LocalCurrency
);

/// <summary>What was posted, in whatever format. Public, as the page that shows it must be.</summary>
public sealed record SeedForm(SeedField CountryName, SeedField LocalCurrency);

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

/// <summary>How the seed's types and those of the use cases become each other.</summary>
internal sealed class SeedMapping : IRegister
{
    public void Register(TypeAdapterConfig config)
    {
        config
            .NewConfig<SeedForm, AddCountry>()
            .MapWith(form => new AddCountry(form.CountryName.Text, form.LocalCurrency.Text));
        config
            .NewConfig<AddedCountry, SeedCountry>()
            .MapWith(country => new SeedCountry(country.Name, country.LocalCurrency));
        config
            .NewConfig<CountryListItem, SeedCountry>()
            .MapWith(country => new SeedCountry(country.Name, country.LocalCurrency));
    }
}
