using System.Globalization;
using System.Text.Json;

namespace Shared.Api.V1;

/// <summary>A sort of value: how it stands in JSON, and as text in the other formats.</summary>
/// <param name="Type">Its type in JSON Schema.</param>
/// <param name="Format">Its format in JSON Schema, if it has one.</param>
/// <param name="WriteJson">Writes it.</param>
/// <param name="ToText">Its text, the same in every country.</param>
internal sealed record ValueKind<TValue>(
    string Type,
    string? Format,
    Action<Utf8JsonWriter, TValue> WriteJson,
    Func<TValue, string> ToText
)
{
    /// <summary>Whether it is words, which a spreadsheet might take for a formula.</summary>
    public bool IsText => Type == "string" && Format is null;
}

/// <summary>The sorts of value that members have.</summary>
internal static class ValueKinds
{
    public static readonly ValueKind<string?> Text = new(
        "string",
        null,
        (writer, value) => writer.WriteStringValue(value),
        value => value!
    );

    public static readonly ValueKind<long?> Integer = new(
        "integer",
        "int64",
        (writer, value) => writer.WriteNumberValue(value.GetValueOrDefault()),
        value => value.GetValueOrDefault().ToString(CultureInfo.InvariantCulture)
    );

    public static readonly ValueKind<double?> Number = new(
        "number",
        "double",
        (writer, value) => writer.WriteNumberValue(value.GetValueOrDefault()),
        value => value.GetValueOrDefault().ToString(CultureInfo.InvariantCulture)
    );

    public static readonly ValueKind<decimal?> Decimal = new(
        "number",
        null,
        (writer, value) => writer.WriteNumberValue(value.GetValueOrDefault()),
        value => value.GetValueOrDefault().ToString(CultureInfo.InvariantCulture)
    );

    public static readonly ValueKind<bool?> Flag = new(
        "boolean",
        null,
        (writer, value) => writer.WriteBooleanValue(value.GetValueOrDefault()),
        value => value.GetValueOrDefault() ? "true" : "false"
    );

    public static readonly ValueKind<DateOnly?> Day = new(
        "string",
        "date",
        (writer, value) => writer.WriteStringValue(ToText(value)),
        ToText
    );

    public static readonly ValueKind<DateTimeOffset?> Moment = new(
        "string",
        "date-time",
        (writer, value) => writer.WriteStringValue(value.GetValueOrDefault()),
        value => value.GetValueOrDefault().ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture)
    );

    public static readonly ValueKind<JsonElement?> Json = new(
        "",
        "json",
        (writer, value) => value.GetValueOrDefault().WriteTo(writer),
        value => value.GetValueOrDefault().ToString()
    );

    private static string ToText(DateOnly? value) =>
        value.GetValueOrDefault().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
