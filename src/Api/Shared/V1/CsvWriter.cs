using System.Buffers;
using System.Text;

namespace Shared.Api.V1;

/// <summary>Writes rows of CSV (RFC 4180).</summary>
internal sealed class CsvWriter(IBufferWriter<byte> output)
{
    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n");
    private bool isFirst = true;

    /// <summary>Writes words. A cell that a spreadsheet would take for a formula gets an apostrophe before it.</summary>
    public void WriteText(string? text) => WriteFigure(CsvLists.Guard(text));

    /// <summary>Writes a number, a date or the like: as it is.</summary>
    public void WriteFigure(string? text)
    {
        if (!isFirst)
            Encoding.UTF8.GetBytes(",", output);
        isFirst = false;
        if (string.IsNullOrEmpty(text))
            return;
        if (text.AsSpan().ContainsAny(Special))
            text = $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        Encoding.UTF8.GetBytes(text, output);
    }

    /// <summary>Writes several values in one cell, with semicolons between them.</summary>
    public void WriteList(IEnumerable<string> texts) => WriteText(CsvLists.Join(texts));

    /// <summary>Ends the row.</summary>
    public void EndRow()
    {
        Encoding.UTF8.GetBytes("\r\n", output);
        isFirst = true;
    }
}
