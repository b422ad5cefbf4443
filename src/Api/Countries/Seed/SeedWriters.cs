using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml;
using CsvHelper;
using CsvHelper.Configuration;

namespace Countries.Api.Seed;

/// <summary>Writes an answer's tree in the formats of the seed.</summary>
internal static partial class SeedWriters
{
    private static readonly XmlWriterSettings XmlSettings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        // A carriage return in a name must come back as one, not as a line feed.
        NewLineHandling = NewLineHandling.Entitize,
    };

    // A cell that a spreadsheet would take for a formula gets an apostrophe before it.
    private static readonly CsvConfiguration CsvSettings = new(CultureInfo.InvariantCulture)
    {
        InjectionOptions = InjectionOptions.Escape,
        InjectionEscapeCharacter = '\'',
    };

    public static byte[] Json(JsonNode body, int indent)
    {
        var options = new JsonWriterOptions
        {
            // Names are written as they are, as the seed did; pages escape them for themselves.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Indented = indent > 0,
            IndentSize = indent,
        };
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, options))
            body.WriteTo(writer);
        return Encoding.UTF8.GetBytes(
            Escape.Replace(Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length), Unescaped)
        );
    }

    /// <summary>The writer escapes what lies beyond the basic plane (emoji), which the seed did not: each escape is looked at, pairs are undone.</summary>
    private static string Unescaped(Match escape) =>
        escape.Length == 12
            ? string.Concat(
                (char)Convert.ToUInt16(escape.Value[2..6], 16),
                (char)Convert.ToUInt16(escape.Value[8..12], 16)
            )
            : escape.Value;

    [GeneratedRegex(@"\\(u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|.)")]
    private static partial Regex Escape { get; }

    public static byte[] Xml(JsonNode body)
    {
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, XmlSettings))
        {
            writer.WriteStartDocument();
            WriteElement(writer, "root", body);
        }
        return stream.ToArray();
    }

    public static byte[] Csv(JsonNode body)
    {
        using var stream = new MemoryStream();
        using (var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)))
        using (var csv = new CsvWriter(text, CsvSettings))
        {
            JsonObject[] rows = body is JsonArray items ? [.. items.OfType<JsonObject>()] : [body.AsObject()];
            string[] columns =
                rows.Length > 0 ? [.. rows[0].Select(member => member.Key)] : ["country_name", "local_currency"];
            WriteRow(csv, columns);
            foreach (var row in rows)
                WriteRow(csv, columns.Select(column => CellOf(row[column])));
        }
        return stream.ToArray();
    }

    private static void WriteElement(XmlWriter writer, string name, JsonNode? node)
    {
        writer.WriteStartElement(name);
        switch (node)
        {
            case JsonObject members:
                foreach (var (member, value) in members)
                    WriteElement(writer, member, value);
                break;
            case JsonArray items:
                foreach (var item in items)
                    WriteElement(writer, "list-item", item);
                break;
            default:
                writer.WriteString(Xmlable(node?.ToString() ?? ""));
                break;
        }
        writer.WriteEndElement();
    }

    /// <summary>A refusal may repeat what the client sent: characters that XML has no place for are replaced.</summary>
    private static string Xmlable(string text) =>
        string.Concat(text.EnumerateRunes().Select(rune => IsXml(rune) ? rune.ToString() : "\uFFFD"));

    private static bool IsXml(Rune rune) => !rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value);

    private static void WriteRow(CsvWriter csv, IEnumerable<string> cells)
    {
        foreach (var cell in cells)
            csv.WriteField(cell);
        csv.NextRecord();
    }

    private static string CellOf(JsonNode? node) =>
        node is JsonArray items ? string.Join("; ", items.Select(item => item?.ToString())) : node?.ToString() ?? "";
}
