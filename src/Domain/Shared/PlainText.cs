using System.Globalization;
using System.Text;

namespace Shared.Domain;

/// <summary>
/// The rules for a line of text that people write: trimmed, not blank, of bounded length, and free of characters
/// that a database, an XML document or a reader's eye takes for something else.
/// </summary>
public static class PlainText
{
    /// <summary>Checks a text and gives it trimmed, or every rule that it breaks.</summary>
    /// <param name="text">The text as given; <see langword="null"/> when it was not given.</param>
    /// <param name="subject">What the text is, as the start of each failure's code: <c>country.name</c>.</param>
    /// <param name="maxLength">The limit, in Unicode code points after trimming.</param>
    public static (string Text, List<Failure> Failures) Check(string? text, string subject, int maxLength)
    {
        var trimmed = text?.Trim() ?? "";
        var failures = new List<Failure>();

        if (text is null)
            failures.Add(TextErrors.Required(subject));
        else if (trimmed.Length == 0)
            failures.Add(TextErrors.Blank(subject));

        if (Length(trimmed) > maxLength)
            failures.Add(TextErrors.TooLong(subject, maxLength));
        if (trimmed.Contains('\0'))
            failures.Add(TextErrors.NullCharacter(subject));
        if (FirstLoneSurrogate(trimmed) is { } surrogate)
            failures.Add(TextErrors.Surrogate(subject, surrogate));
        if (FirstForbidden(trimmed) is { } forbidden)
            failures.Add(TextErrors.ForbiddenCharacter(subject, forbidden));
        return (trimmed, failures);
    }

    /// <summary>How long a text is, in Unicode code points; a lone surrogate counts as one.</summary>
    public static int Length(string text)
    {
        var length = text.Length;
        for (var i = 1; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text[i - 1], text[i]))
                length--;
        }
        return length;
    }

    /// <summary>
    /// The form by which two names are the same: Unicode NFKC, full case folding, white space trimmed and collapsed
    /// to one space. "STRASSE" and " straße" have the same key.
    /// </summary>
    /// <param name="text">Well-formed text.</param>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        // Decomposed first, so that marks stand alone; the character whose full folding the simple mapping of .NET does not
        // know, in its two cases, is written out (Unicode CaseFolding.txt, status F; the others of that status decompose).
        foreach (var rune in text.Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                if (folded.Length > 0 && folded[^1] != ' ')
                    folded.Append(' ');
            }
            else if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format)
            {
                // Zero width: two names that look the same are the same.
            }
            else if (rune.Value is 0x00DF or 0x1E9E)
                folded.Append("ss");
            else
                // Up, then down: so the final sigma and the long s meet their plain forms.
                folded.Append(Rune.ToLowerInvariant(Rune.ToUpperInvariant(rune)).ToString());
        }
        return folded.ToString().TrimEnd().Normalize(NormalizationForm.FormKC);
    }

    private static string? FirstLoneSurrogate(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
                i++;
            else
                return CodePoint(text[i]);
        }
        return null;
    }

    private static string? FirstForbidden(string text)
    {
        foreach (var c in text)
        {
            // Tab and line ends are white space and stay; NUL has a rule of its own. Direction overrides make a name
            // look like another one; the last two are no characters and cannot stand in XML.
            var forbidden =
                (char.IsControl(c) && c is not ('\t' or '\n' or '\r' or '\0' or '\u0085'))
                || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFFFE' or '\uFFFF';
            if (forbidden)
                return CodePoint(c);
        }
        return null;
    }

    private static string CodePoint(char c) => $"U+{(int)c:X4}";
}
