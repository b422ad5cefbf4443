using System.Text.Json.Serialization;

namespace Countries.Api.Seed;

/// <summary>A country as the seed's consumers know it.</summary>
internal sealed record SeedCountry(
    [property: JsonPropertyName("country_name")] string CountryName,
    [property: JsonPropertyName("local_currency")] string LocalCurrency
);
