using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Countries.Api.Seed;

/// <summary>Reads a JSON body as the seed did: unknown members are ignored, of two equal ones the last counts.</summary>
internal static class SeedJson
{
    // Members that are ignored may be as deep as the seed's own parser could go.
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 1000 };

    public static SeedRequest Read(byte[] body)
    {
        if (!Utf8.IsValid(body))
            return SeedRequest.Malformed("JSON", "the body is not valid UTF-8");
        try
        {
            using var document = JsonDocument.Parse(WithoutByteOrderMark(body), Deep);
            var root = document.RootElement;
            return root.ValueKind switch
            {
                JsonValueKind.Object => ReadMembers(root),
                JsonValueKind.Null => SeedRequest.NoMembers("No data provided"),
                _ => SeedRequest.NoMembers($"Invalid data. Expected a dictionary, but got {TypeOf(root)}."),
            };
        }
        catch (JsonException e)
        {
            return SeedRequest.Malformed("JSON", $"line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}");
        }
        catch (OverflowException e)
        {
            return SeedRequest.Malformed("JSON", e.Message);
        }
    }

    private static SeedRequest ReadMembers(JsonElement root)
    {
        var (name, currency) = (SeedField.Missing, SeedField.Missing);
        foreach (var member in root.EnumerateObject())
        {
            if (Is(member, "country_name"))
                name = FieldOf(member.Value);
            else if (Is(member, "local_currency"))
                currency = FieldOf(member.Value);
        }
        return SeedRequest.Of(new SeedForm(name, currency));
    }

    private static bool Is(JsonProperty member, string name)
    {
        try
        {
            return member.NameEquals(name);
        }
        // A name with half of a surrogate pair in it is none of ours.
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static SeedField FieldOf(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => TextOf(value),
            JsonValueKind.Number => SeedField.Of(PythonNumber.Text(value.GetRawText())),
            JsonValueKind.Null => SeedField.Null,
            _ => SeedField.NotAString,
        };

    private static SeedField TextOf(JsonElement value)
    {
        try
        {
            return SeedField.Of(value.GetString()!);
        }
        // JSON may name half of a surrogate pair ("\ud800"), but there is no string that holds it.
        catch (InvalidOperationException)
        {
            return SeedField.LoneSurrogate(FirstLoneSurrogate(value.GetRawText()));
        }
    }

    private static string FirstLoneSurrogate(string raw)
    {
        for (var i = raw.IndexOf('\\', StringComparison.Ordinal); i >= 0; i = raw.IndexOf('\\', i))
        {
            if (HalfAt(raw, i) is not { } half)
                i += 2;
            else if (char.IsHighSurrogate(half) && HalfAt(raw, i + 6) is { } low && char.IsLowSurrogate(low))
                i += 12;
            else
                return $"U+{(int)half:X4}";
        }
        throw new InvalidOperationException("The text has no lone surrogate.");
    }

    /// <summary>The surrogate that is written at a place as <c>\uD83D</c>, if there is one.</summary>
    private static char? HalfAt(string raw, int at) =>
        at + 6 <= raw.Length
        && raw[at] == '\\'
        && raw[at + 1] == 'u'
        && ushort.TryParse(raw.AsSpan(at + 2, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code)
        && char.IsSurrogate((char)code)
            ? (char)code
            : null;

    private static string TypeOf(JsonElement root) =>
        root.ValueKind switch
        {
            JsonValueKind.Array => "list",
            JsonValueKind.String => "str",
            JsonValueKind.Number => root.GetRawText().AsSpan().IndexOfAny('.', 'e', 'E') < 0 ? "int" : "float",
            _ => "bool",
        };

    private static ReadOnlyMemory<byte> WithoutByteOrderMark(byte[] body) =>
        body.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? body.AsMemory(Encoding.UTF8.Preamble.Length) : body;
}
