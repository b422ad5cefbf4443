using System.Globalization;

namespace Shared.Api.Commands;

/// <summary>A table for people: columns as wide as they must be, with two spaces between them.</summary>
public static class TextTable
{
    /// <summary>The lines of a table.</summary>
    /// <param name="header">The heads of the columns.</param>
    /// <param name="rows">The rows. What may have characters that are wider than one stands last.</param>
    public static IEnumerable<string> Lines(string[] header, IEnumerable<string[]> rows)
    {
        string[][] all = [header, .. rows];
        var widths = all[0].Select((_, column) => all.Max(row => row[column].Length)).ToList();
        return all.Select(row =>
            string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd()
        );
    }

    /// <summary>A moment in UTC.</summary>
    public static string Moment(DateTimeOffset? moment) =>
        moment?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "never";
}
