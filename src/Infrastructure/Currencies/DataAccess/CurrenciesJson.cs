using System.Text.Json.Serialization;
using Currencies.Domain;

namespace Currencies.Infrastructure.DataAccess;

/// <summary>How the module's JSON columns are written; the code is made at build, so that a start does not wait for it.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(CurrencyProfile))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
internal sealed partial class CurrenciesJson : JsonSerializerContext;
