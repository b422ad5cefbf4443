using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Api.Tests.RestCountries;

/// <summary>One thing that an answer says of a country.</summary>
/// <param name="Path">Where it stands: <c>currencies.CHF.name</c>, or <c>borders[AUT]</c> for a member of a list.</param>
/// <param name="Kind">The path without keys and members, as the list of wanted differences names it.</param>
/// <param name="Value">The value; text without what nobody sees.</param>
internal sealed record Fact(string Path, string Kind, string Value)
{
    /// <summary>Texts where CLDR's words stand for those that the old service had collected. They are no facts of a country.</summary>
    private static readonly string[] Words =
    [
        "translations.common",
        "translations.official",
        "name.nativeName.common",
        "name.nativeName.official",
        "currencies.name",
        "currencies.symbol",
        "languages.name",
        "demonyms.f",
        "demonyms.m",
        "altSpellings",
        "flags.alt",
    ];

    private static readonly string[] Maps = ["currencies", "languages", "translations", "name.nativeName", "demonyms"];
    private static readonly string[] Links = ["flags", "maps", "coatOfArms"];

    /// <summary>Whether it is a word under a key, and the key is a fact of its own: it says something only where both have the key.</summary>
    public bool NeedsBoth => IsWord && Kind.Contains('.', StringComparison.Ordinal);

    public bool IsWord => Words.Contains(Kind);

    /// <summary>Whether both say the same, as far as an app minds: counts and places are never the same in two sources.</summary>
    public bool Agrees(Fact other) =>
        Value == other.Value
        || (
            double.TryParse(Value, CultureInfo.InvariantCulture, out var one)
            && double.TryParse(other.Value, CultureInfo.InvariantCulture, out var two)
            && Kind switch
            {
                "population" => Math.Abs(one - two) <= 0.1 * Math.Max(one, two),
                "area" => Math.Abs(one - two) <= 0.03 * Math.Max(one, two),
                "latlng" => Math.Abs(one - two) <= 1,
                "capitalInfo.latlng" => Math.Abs(one - two) <= 0.35,
                _ => false,
            }
        );

    /// <summary>All that one member of a country says, by path.</summary>
    public static Dictionary<string, Fact> Of(string field, JsonNode? value)
    {
        var facts = new Dictionary<string, Fact>();
        Add(facts, field, field, value);
        return facts;
    }

    private static void Add(Dictionary<string, Fact> facts, string path, string kind, JsonNode? value)
    {
        void Is(string at, string text, string? of = null) => facts.TryAdd(at, new Fact(at, of ?? kind, text));
        switch (value)
        {
            case JsonObject map when Maps.Contains(kind):
                foreach (var (key, item) in map)
                {
                    Is($"{path}[{key}]", "");
                    if (item is JsonObject texts)
                    {
                        foreach (var (name, text) in texts)
                            Is($"{path}.{key}.{name}", Clean($"{text}"), $"{kind}.{name}");
                    }
                    else
                    {
                        Is($"{path}.{key}", Clean($"{item}"), $"{kind}.name");
                    }
                }
                break;
            case JsonObject item when kind == "gini":
                foreach (var (year, figure) in item)
                    Is($"gini.{year}", $"{figure}");
                break;
            case JsonObject item:
                foreach (var (name, member) in item)
                    Add(facts, $"{path}.{name}", $"{kind}.{name}", member);
                break;
            case JsonArray list:
                for (var i = 0; i < list.Count; i++)
                {
                    // Coordinates have an order; other lists are sets.
                    if (list[i]!.GetValueKind() == System.Text.Json.JsonValueKind.Number)
                        Is($"{path}.{i}", $"{list[i]}");
                    else if (Clean($"{list[i]}") is { Length: > 0 } text)
                        Is($"{path}[{text}]", "");
                }
                break;
            case not null:
                // Links lead elsewhere on purpose; that there is one is what counts.
                Is(path, Links.Contains(kind.Split('.')[0]) ? "" : Clean($"{value}"));
                break;
        }
    }

    /// <summary>Case, marks that nobody sees and the shape of an apostrophe make no difference.</summary>
    private static string Clean(string text) =>
        Regex
            .Replace(
                text.Normalize(NormalizationForm.FormC).Replace('’', '\'').Replace('ʼ', '\'').Replace('ʻ', '\''),
                "[\u200e\u200f\u202a-\u202c]|(?<= ) +",
                "",
                RegexOptions.None,
                TimeSpan.FromSeconds(1)
            )
            .Trim()
            .ToLowerInvariant();
}
