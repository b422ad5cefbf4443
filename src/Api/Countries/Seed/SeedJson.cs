using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Countries.Api.Seed;

/// <summary>Reads a JSON body as the seed did: unknown members are ignored, of two equal ones the last counts.</summary>
internal static class SeedJson
{
    public static SeedRequest Read(byte[] body)
    {
        if (!Utf8.IsValid(body))
            return SeedRequest.Malformed("JSON", "the body is not valid UTF-8");
        try
        {
            using var document = JsonDocument.Parse(WithoutByteOrderMark(body));
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
            if (member.NameEquals("country_name"))
                name = FieldOf(member.Value);
            else if (member.NameEquals("local_currency"))
                currency = FieldOf(member.Value);
        }
        return SeedRequest.Of(new SeedForm(name, currency));
    }

    private static SeedField FieldOf(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => TextOf(value),
            JsonValueKind.Number => SeedField.Of(NumberText(value.GetRawText())),
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

    /// <summary>A number as the seed, a Python program, wrote it: 12 as "12", 1.50 as "1.5", 1e2 as "100.0".</summary>
    private static string NumberText(string raw)
    {
        if (raw.AsSpan().IndexOfAny('.', 'e', 'E') < 0)
            return raw == "-0" ? "0" : raw;
        var number = double.Parse(raw, CultureInfo.InvariantCulture);
        if (double.IsInfinity(number))
            throw new OverflowException("a number is out of range");
        var sign = double.IsNegative(number) ? "-" : "";
        var (digits, exponent) = Shortest(Math.Abs(number));
        return sign
            + exponent switch
            {
                >= 16 or < -4 =>
                    $"{digits[0]}{(digits.Length > 1 ? "." : "")}{digits[1..]}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}",
                < 0 => $"0.{new string('0', -exponent - 1)}{digits}",
                _ when digits.Length <= exponent + 1 => $"{digits.PadRight(exponent + 1, '0')}.0",
                _ => $"{digits[..(exponent + 1)]}.{digits[(exponent + 1)..]}",
            };
    }

    /// <summary>The fewest digits that name the number, and the power of ten of the first one.</summary>
    private static (string Digits, int Exponent) Shortest(double number)
    {
        var text = number.ToString("R", CultureInfo.InvariantCulture).Split('E');
        var power = text.Length > 1 ? int.Parse(text[1], CultureInfo.InvariantCulture) : 0;
        var whole = text[0].Split('.')[0];
        var all = text[0].Replace(".", "", StringComparison.Ordinal);
        var significant = all.TrimStart('0');
        if (significant.Length == 0)
            return ("0", 0);
        return (significant.TrimEnd('0'), power + whole.Length - 1 - (all.Length - significant.Length));
    }

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
