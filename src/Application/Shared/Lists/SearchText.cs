using System.Globalization;
using System.Numerics;
using System.Text;
using Shared.Domain;

namespace Shared.Application.Lists;

/// <summary>
/// A name as it is searched: case, accents and punctuation do not count ("Côte d’Ivoire" is "cote d ivoire"). Sets of
/// its letters stand beside it, since most names can be told apart from what is searched for by those alone.
/// </summary>
public sealed class SearchText
{
    /// <summary>Makes the searched form of a name.</summary>
    public SearchText(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        Name = name;
        Text = Simplify(name);
        for (var i = 0; i < Text.Length; i++)
        {
            Letters |= 1UL << (Text[i] & 63);
            if (i > 0)
                Pairs |= 1UL << (((Text[i - 1] * 31) + Text[i]) & 63);
        }
    }

    /// <summary>The name as it is written.</summary>
    public string Name { get; }

    /// <summary>The name as it is compared.</summary>
    public string Text { get; }

    /// <summary>The letters that occur in it, a bit for each; some share one.</summary>
    internal ulong Letters { get; }

    /// <summary>The pairs of letters that stand side by side in it, in the same way. They tell more names apart than letters do.</summary>
    internal ulong Pairs { get; }

    /// <summary>Whether a name of these letters may answer at all: it has all that is searched for, or but for a few errors.</summary>
    internal bool MayMatch(ulong lettersOfName, ulong pairsOfName, MatchRank worst) =>
        ((Pairs & ~pairsOfName) == 0 && (Letters & ~lettersOfName) == 0)
        || (
            worst > MatchRank.Contains
            // Each error changes two letters of the set at most.
            && BitOperations.PopCount(lettersOfName ^ Letters) <= 2 * (worst - MatchRank.Contains)
        );

    /// <summary>How well this name answers to what is searched for; <see langword="null"/> when it does not.</summary>
    /// <param name="wanted">What is searched for.</param>
    /// <param name="worst">Only a match at least as good as this one counts.</param>
    public MatchRank? Match(SearchText wanted, MatchRank worst)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        if (!wanted.MayMatch(Letters, Pairs, worst))
            return null;
        var at = Text.IndexOf(wanted.Text, StringComparison.Ordinal);
        if (at == 0)
            return Text.Length == wanted.Text.Length ? MatchRank.Exact : MatchRank.Prefix;
        if (at > 0)
            return Text[at - 1] == ' ' || Text.Contains($" {wanted.Text}", StringComparison.Ordinal)
                ? MatchRank.WordPrefix
                : MatchRank.Contains;
        var errors = Math.Min(wanted.AllowedErrors, worst - MatchRank.Contains);
        if (errors < 1)
            return null;
        var distance = EditDistance.Between(Text, wanted.Text, errors);
        return distance <= errors ? MatchRank.Contains + distance : null;
    }

    /// <summary>One typing error from four letters on, two from eight.</summary>
    private int AllowedErrors =>
        Text.Length switch
        {
            < 4 => 0,
            < 8 => 1,
            _ => 2,
        };

    private static string Simplify(string name)
    {
        var simple = new StringBuilder(name.Length);
        foreach (var rune in PlainText.Fold(WellFormed(name)).Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
                simple.Append(Plain(rune));
            else if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.ModifierSymbol)
                continue;
            else if (
                Rune.GetUnicodeCategory(rune) is UnicodeCategory.SpacingCombiningMark or UnicodeCategory.OtherSymbol
            )
                // Vowels of Indian scripts, and flags.
                simple.Append(rune.ToString());
            else if (simple.Length > 0 && simple[^1] != ' ')
                simple.Append(' ');
        }
        return simple.ToString().TrimEnd();
    }

    /// <summary>Letters that people without them on the keyboard write otherwise, and that do not decompose.</summary>
    private static string Plain(Rune rune) =>
        rune.Value switch
        {
            'ø' => "o",
            'ł' => "l",
            'đ' or 'ð' => "d",
            'ħ' => "h",
            'ı' => "i",
            'æ' => "ae",
            'œ' => "oe",
            'þ' => "th",
            'ŧ' => "t",
            'ə' => "e",
            _ => rune.ToString(),
        };

    /// <summary>What the framework would refuse to normalize is left out.</summary>
    private static string WellFormed(string text)
    {
        var well = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is not (0xFFFD or 0xFFFE or 0xFFFF))
                well.Append(rune.ToString());
        }
        return well.ToString();
    }
}

/// <summary>How well a name answers to what is searched for, best first.</summary>
public enum MatchRank
{
    /// <summary>It is the name.</summary>
    Exact,

    /// <summary>The name begins with it.</summary>
    Prefix,

    /// <summary>A word of the name begins with it.</summary>
    WordPrefix,

    /// <summary>It stands in the name.</summary>
    Contains,

    /// <summary>It is the name but for one typing error.</summary>
    OneError,

    /// <summary>It is the name but for two typing errors.</summary>
    TwoErrors,
}
