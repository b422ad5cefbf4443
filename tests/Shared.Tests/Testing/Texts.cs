using System.Text;
using CsCheck;

namespace Shared.Tests.Testing;

/// <summary>Texts as people and programs send them: words, marks, emoji, white space, and what no text should hold.</summary>
internal static class Texts
{
    private static readonly Gen<string> Letter = Gen.OneOf([
        "a",
        "B",
        "z",
        "é",
        "É",
        "ß",
        "ẞ",
        "Å",
        "\u212B",
        "ﬁ",
        "Σ",
        "ς",
        "σ",
        "İ",
        "ı",
        "ſ",
        "Ａ",
        "ǅ",
        "Ω",
        "한",
        "ж",
    ]);

    private static readonly Gen<string> Mark = Gen.OneOf<string>(["\u0301", "\u0308", "\u030A", "\u0307", "\u0327"]);

    private static readonly Gen<string> Space = Gen.OneOf<string>([" ", "  ", "\t", "\n", "\r", "\u00A0", "\u3000"]);

    private static readonly Gen<string> Emoji = Gen.OneOf<string>([
        "😀",
        "🇨🇭",
        "👩\u200D🚀",
        "𝔸",
        "𐐀",
        "\U0001FFFE",
    ]);

    private static readonly Gen<string> Broken = Gen.OneOf<string>([
        "\0",
        "\uD800",
        "\uDC00",
        "\u0007",
        "\u001B",
        "\u007F",
        "\u009F",
        "\u202E",
        "\u2066",
        "\uFFFE",
        "\uFFFF",
    ]);

    private static readonly Gen<string> WellFormedPiece = Gen.Frequency<string>(
        (8, Letter),
        (2, Mark),
        (2, Space),
        (1, Emoji),
        (1, Gen.Int[0x20, 0xD7FF].Where(c => !IsForbidden(c)).Select(char.ConvertFromUtf32)),
        (1, Gen.Int[0x10000, 0x10FFFF].Select(char.ConvertFromUtf32))
    );

    /// <summary>Text that a name may hold; its length is another matter.</summary>
    public static readonly Gen<string> WellFormed = WellFormedPiece.Array[0, 40].Select(string.Concat);

    /// <summary>Any text, a third of it with something that a name must not hold, some of it just about too long.</summary>
    public static readonly Gen<string> Any = Gen.OneOf<string>(
        WellFormed,
        Gen.Frequency<string>((20, WellFormedPiece), (1, Broken)).Array[0, 40].Select(string.Concat),
        WellFormedPiece.Array[90, 110].Select(string.Concat)
    );

    /// <summary>How many code points there are, counted by the framework instead of by our own code.</summary>
    public static int CodePoints(string text) => text.EnumerateRunes().Count();

    /// <summary>Whether the text can be written as UTF-8 and comes back as it was.</summary>
    public static bool IsWellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) == text;

    /// <summary>Whether a code point is one that no text may hold: a control that is no line end, or a bidi override.</summary>
    public static bool IsForbidden(int codePoint) =>
        codePoint
            is (< 0x20 and not ('\t' or '\n' or '\r'))
                or (>= 0x7F and <= 0x9F and not 0x85)
                or (>= 0x202A and <= 0x202E)
                or (>= 0x2066 and <= 0x2069)
                or 0xFFFE
                or 0xFFFF;
}
