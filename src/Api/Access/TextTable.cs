using System.Globalization;

namespace Access.Api;

/// <summary>Lines up what a command lists.</summary>
internal static class TextTable
{
    /// <summary>The lines of a table. What may have characters that are wider or narrower than one stands in the last column.</summary>
    /// <param name="rows">The cells of each row, the heading first.</param>
    public static IEnumerable<string> Lines(IReadOnlyList<string[]> rows)
    {
        var widths = rows[0].Select((_, column) => rows.Max(row => row[column].Length)).ToList();
        return rows.Select(row =>
            string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd()
        );
    }

    /// <summary>A moment in UTC.</summary>
    public static string Moment(DateTimeOffset? moment) =>
        moment?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "never";
}
