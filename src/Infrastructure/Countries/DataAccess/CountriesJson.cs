using System.Text.Json.Serialization;
using Countries.Domain;
using Shared.Domain;
using Shared.Infrastructure.DataAccess;

namespace Countries.Infrastructure.DataAccess;

/// <summary>How the module's JSON columns are written; the code is made at build, so that a start does not wait for it.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(CountryProfile))]
[JsonSerializable(typeof(TenderPeriodJson[]))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
internal sealed partial class CountriesJson : JsonSerializerContext;

/// <summary>A tender period as it is stored.</summary>
internal sealed record TenderPeriodJson(string Currency, TenderKind Kind, DateOnly? From, DateOnly? To)
{
    public static string Write(IReadOnlyList<TenderPeriod> periods) =>
        JsonColumn.Write([.. periods.Select(Of)], CountriesJson.Default.TenderPeriodJsonArray);

    public static IReadOnlyList<TenderPeriod> Read(string text) =>
        [.. JsonColumn.Read(text, CountriesJson.Default.TenderPeriodJsonArray).Select(period => period.ToPeriod())];

    private static TenderPeriodJson Of(TenderPeriod period) =>
        new(period.Currency.Value, period.Kind, period.From, period.To);

    private TenderPeriod ToPeriod() => TenderPeriod.Create(CurrencyCode.Create(Currency).Value, Kind, From, To).Value;
}
