using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Shared.Application;

namespace Shared.Api.Admin;

/// <summary>How names and values read to a person.</summary>
public static class Wording
{
    private const int LongestLine = 300;
    private const string MomentFormat = "yyyy-MM-dd HH:mm:ss 'UTC'";

    /// <summary>The name of a member in words: "narrowSymbol" is "Narrow symbol".</summary>
    internal static string OfName(string name)
    {
        var words = new StringBuilder();
        foreach (var c in name)
        {
            if (char.IsAsciiLetterUpper(c))
                words.Append(' ').Append(char.ToLowerInvariant(c));
            else
                words.Append(c);
        }
        return Capital(words.ToString());
    }

    /// <summary>The text with a capital at its start.</summary>
    internal static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>A value in one line; empty where there is none. Of items with members it tells the first one.</summary>
    internal static string OfValue(JsonNode? value) =>
        value switch
        {
            null => "",
            JsonArray items => string.Join(", ", items.Select(item => OfValue(item is JsonObject o ? First(o) : item))),
            JsonObject members => OfMembers(members),
            _ => value.GetValueKind() switch
            {
                JsonValueKind.True => "yes",
                JsonValueKind.False => "no",
                JsonValueKind.Number => OfNumber(value.ToString()),
                _ => OfText(value.ToString()),
            },
        };

    /// <summary>A value in lines: one for each item of a list, else one; none where there is no value.</summary>
    internal static IReadOnlyList<string> Lines(JsonNode? value) =>
        value switch
        {
            null => [],
            JsonArray items => [.. items.Select(OfValue)],
            JsonObject members when members.Count > 3 =>
            [
                .. members.Select(m => $"{OfName(m.Key)}: {OfValue(m.Value)}"),
            ],
            _ => [OfValue(value)],
        };

    /// <summary>A moment as the admin writes it, in UTC.</summary>
    internal static string OfMoment(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString(MomentFormat, CultureInfo.InvariantCulture);

    /// <summary>Whether a text is a moment as the admin writes it.</summary>
    internal static bool IsMoment(string text) =>
        DateTime.TryParseExact(text, MomentFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    /// <summary>"1 country", "2 countries".</summary>
    public static string Count(int count, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)}");

    /// <summary>How a person or key is called, without what tells it from others of that name: "anna" of "user:anna (0192…)".</summary>
    internal static string OfCaller(string who)
    {
        var name = who[(who.IndexOf(':', StringComparison.Ordinal) + 1)..];
        return name.LastIndexOf(" (", StringComparison.Ordinal) is > 0 and var end ? name[..end] : name;
    }

    /// <summary>What an entry of a history says in a sentence: "Changed Name and Symbol."</summary>
    internal static string OfAction(HistoryItem entry) =>
        entry.Action switch
        {
            "created" => "Added.",
            "removed" => "Deleted.",
            _ when entry.Changes.Count <= 5 =>
                $"Changed {string.Join(", ", entry.Changes.Select(c => OfName(c.Member)))}.",
            _ => $"Changed {entry.Changes.Count} fields.",
        };

    /// <summary>What an entry of a history changed, in one line: "Name: Swiss Franc → Swiss money".</summary>
    internal static string OfChanges(HistoryItem entry)
    {
        var text = string.Join(
            "; ",
            entry.Changes.Select(c => $"{OfName(c.Member)}: {OfJson(c.Before)} → {OfJson(c.After)}")
        );
        return text.Length <= LongestLine ? text : $"{text[..LongestLine]}…";
    }

    private static string OfJson(JsonElement value) =>
        OfValue(JsonNode.Parse(value.GetRawText())) is { Length: > 0 } text ? text : "nothing";

    /// <summary>A moment is written as everywhere in the admin, every other text as it is.</summary>
    private static string OfText(string text) =>
        DateTimeOffset.TryParseExact(
            text,
            "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var moment
        )
            ? OfMoment(moment)
            : text;

    /// <summary>Large whole numbers are read in groups: "13,986,200".</summary>
    private static string OfNumber(string number) =>
        long.TryParse(number, CultureInfo.InvariantCulture, out var whole) && Math.Abs(whole) >= 10_000
            ? whole.ToString("N0", CultureInfo.InvariantCulture)
            : number;

    private static JsonNode? First(JsonObject members) => members.FirstOrDefault().Value;

    private static string OfMembers(JsonObject members) =>
        string.Join(
            ", ",
            members.Where(member => member.Value is not null).Select(m => $"{OfName(m.Key)}: {OfValue(m.Value)}")
        );
}
