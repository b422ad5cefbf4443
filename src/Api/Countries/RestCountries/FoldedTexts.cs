using System.Globalization;
using System.Text;

namespace Countries.Api.RestCountries;

/// <summary>The texts of a country in which a search looks, folded: neither case nor accents count.</summary>
internal sealed class FoldedTexts(IEnumerable<string> texts)
{
    // One long text with a line for each, since looking through it once is faster than through each of many.
    private readonly string lines =
        $"\n{string.Join('\n', texts.Select(Fold).Where(text => text.Length > 0).Distinct())}\n";

    /// <summary>Whether one of the texts has the folded text in it. Nothing is in none of them.</summary>
    public bool Contains(string folded) => folded.Length > 0 && lines.Contains(folded, StringComparison.Ordinal);

    /// <summary>Whether one of the texts is the folded text.</summary>
    public bool Equal(string folded) => folded.Length > 0 && lines.Contains($"\n{folded}\n", StringComparison.Ordinal);

    /// <summary>Whether one of the texts begins with the folded text.</summary>
    public bool StartsWith(string folded) => lines.Contains($"\n{folded}", StringComparison.Ordinal);

    /// <summary>The text in lower case, without accents and line breaks.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        // U+FFFE is in no text; Unicode's normal forms refuse it.
        foreach (var letter in text.Replace('\uFFFE', ' ').Normalize(NormalizationForm.FormD))
        {
            if (IsAccent(letter))
                continue;
            folded.Append(
                char.ToLowerInvariant(letter) switch
                {
                    // Letters that Unicode does not take apart, though people type them without the stroke.
                    'ø' => 'o',
                    'ł' => 'l',
                    'đ' => 'd',
                    'ı' => 'i',
                    '\n' or '\r' => ' ',
                    var lower => lower,
                }
            );
        }
        return folded.ToString();
    }

    /// <summary>Marks over and under letters of Europe. Signs of other scripts that also combine are letters, not accents.</summary>
    private static bool IsAccent(char letter) =>
        letter is >= '\u0300' and <= '\u036f' && char.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark;
}
