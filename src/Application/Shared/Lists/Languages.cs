using System.Collections.Frozen;
using System.Globalization;
using ErrorOr;

namespace Shared.Application.Lists;

/// <summary>A language that names are known in.</summary>
/// <param name="code">The CLDR locale ("de", "zh-Hant").</param>
public sealed class Language(string code)
{
    /// <summary>English: the language of the service itself, in which every name is known.</summary>
    public static readonly Language English = new("en");

    private readonly CompareInfo collation = CultureInfo.GetCultureInfo(code).CompareInfo;

    /// <summary>The CLDR locale.</summary>
    public string Code { get; } = code;

    /// <summary>Compares as the language sorts.</summary>
    public int Compare(string? left, string? right) => collation.Compare(left, right, CompareOptions.None);
}

/// <summary>The languages that names are known in.</summary>
public sealed class Languages
{
    // What is written in another script than the shorter tag says.
    private static readonly FrozenDictionary<string, string> Scripts = new Dictionary<string, string>
    {
        ["zh-TW"] = "zh-Hant",
        ["zh-HK"] = "zh-Hant",
        ["zh-MO"] = "zh-Hant",
        ["nb"] = "no",
        ["tl"] = "fil",
        ["iw"] = "he",
        ["in"] = "id",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private readonly FrozenDictionary<string, Language> known;

    /// <summary>Makes the set; English is always in it.</summary>
    /// <param name="codes">CLDR locales; the same one may come more than once.</param>
    public Languages(IEnumerable<string> codes) =>
        known = codes
            .Append(Language.English.Code)
            .ToHashSet(StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(code => code, code => new Language(code), StringComparer.OrdinalIgnoreCase);

    /// <summary>The codes of all of them.</summary>
    public IReadOnlyCollection<string> Codes => known.Keys;

    /// <summary>The language that fits a wish best: pt-BR gives pt (RFC 4647, section 3.4).</summary>
    /// <returns>The language, or <c>query.language.unknown</c> when it must be known and is not.</returns>
    public ErrorOr<Language> Choose(LanguageWish wish)
    {
        ArgumentNullException.ThrowIfNull(wish);
        if (wish.Wanted is { } wanted)
            return Find(wanted) is { } found ? found : QueryErrors.UnknownLanguage(wanted, Nearest.To(wanted, Codes));
        return wish.Preferred.Select(Find).FirstOrDefault(language => language is not null)
            ?? known[Language.English.Code];
    }

    private Language? Find(string tag)
    {
        for (var rest = tag; rest.Length > 0; rest = rest[..Math.Max(0, rest.LastIndexOf('-'))])
        {
            if (known.TryGetValue(rest, out var language))
                return language;
            if (Scripts.TryGetValue(rest, out var other) && known.TryGetValue(other, out language))
                return language;
        }
        return null;
    }
}
