using System.Buffers;
using System.Text;

namespace Shared.Api.V1;

/// <summary>
/// How CSV holds what it has no form for: several values in one cell, and words that a spreadsheet would take for a
/// formula. What was joined and guarded comes back as it was.
/// </summary>
internal static class CsvLists
{
    private static readonly SearchValues<char> Formula = SearchValues.Create("=+-@\t\r");
    private static readonly SearchValues<char> Special = SearchValues.Create(";\\");

    /// <summary>Several values as one cell: with semicolons between them, and a backslash before one within a value.</summary>
    public static string Join(IEnumerable<string> texts) => string.Join(';', texts.Select(Escape));

    /// <summary>The values of a cell.</summary>
    public static IReadOnlyList<string> Split(string cell)
    {
        var texts = new List<string>();
        var text = new StringBuilder();
        for (var i = 0; i < cell.Length; i++)
        {
            if (cell[i] == ';')
            {
                texts.Add(text.ToString());
                text.Clear();
            }
            else
                text.Append(cell[i] == '\\' && i + 1 < cell.Length ? cell[++i] : cell[i]);
        }
        texts.Add(text.ToString());
        return texts;
    }

    /// <summary>The text with an apostrophe before it, where a spreadsheet would take it for a formula.</summary>
    public static string? Guard(string? text) => IsGuardable(text) ? $"'{text}" : text;

    /// <summary>The text without the apostrophe that guards it.</summary>
    public static string Unguard(string text) => text.StartsWith('\'') && IsGuardable(text[1..]) ? text[1..] : text;

    // What looks guarded already is guarded once more, or it would lose an apostrophe of its own on the way back.
    private static bool IsGuardable(string? text) =>
        text.AsSpan().TrimStart('\'') is [var first, ..] && Formula.Contains(first);

    private static string Escape(string text) =>
        text.AsSpan().ContainsAny(Special)
            ? text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal)
            : text;
}
