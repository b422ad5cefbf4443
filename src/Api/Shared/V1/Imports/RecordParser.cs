using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using CsvHelper;
using CsvHelper.Configuration;
using ErrorOr;
using Shared.Application;
using Shared.Application.Lists;

namespace Shared.Api.V1.Imports;

/// <summary>Makes bodies of the records of one file, as strictly as those of single writes are read.</summary>
/// <param name="columns">The members that a record may have.</param>
internal abstract class RecordParser(ImportColumns columns)
{
    protected ImportColumns Columns { get; } = columns;

    /// <summary>Makes a body of a record's bytes.</summary>
    /// <param name="bytes">The bytes, valid UTF-8.</param>
    /// <returns>The body; what is wrong with the record; or nothing for a record that is the header.</returns>
    public abstract ErrorOr<ParsedRecord>? Parse(ReadOnlyMemory<byte> bytes);

    /// <summary>Why the file cannot be taken as a whole, once its first record was read.</summary>
    public virtual IReadOnlyList<Error> Faults => [];
}

/// <summary>A record.</summary>
/// <param name="Body">What it says, without members that are derived.</param>
/// <param name="Id">The identity that it names, if it does.</param>
internal sealed record ParsedRecord(JsonObject Body, string? Id);

/// <summary>The records of NDJSON: an object a line.</summary>
internal sealed class NdJsonRecords(Type body, Action<JsonObject> prepare, ImportColumns columns)
    : RecordParser(columns)
{
    public override ErrorOr<ParsedRecord>? Parse(ReadOnlyMemory<byte> bytes)
    {
        string? id = null;
        return StrictJson
            .Read(
                bytes,
                body,
                readOnly: [],
                read =>
                {
                    id = read[ImportColumns.Identity]?.ToString();
                    Columns.RemoveDerived(read);
                    prepare(read);
                }
            )
            .Then(read => new ParsedRecord(read, id));
    }
}

/// <summary>The records of CSV: the first one names the columns.</summary>
internal sealed class CsvRecords(ImportColumns columns) : RecordParser(columns)
{
    private readonly List<Error> faults = [ImportErrors.NoHeader];
    private readonly HashSet<string> named = [];
    private IReadOnlyList<ImportColumn>? header;

    public override IReadOnlyList<Error> Faults => faults;

    public override ErrorOr<ParsedRecord>? Parse(ReadOnlyMemory<byte> bytes)
    {
        var isHeader = header is null;
        if (Cells(Encoding.UTF8.GetString(bytes.Span)) is not { } cells)
        {
            if (isHeader)
                (header, faults[0]) = ([], ImportErrors.BadQuotes);
            return ImportErrors.BadQuotes;
        }
        if (!isHeader)
            return Row(cells);
        faults.Clear();
        header = [.. cells.Select(ColumnOf).OfType<ImportColumn>()];
        return null;
    }

    private ErrorOr<ParsedRecord> Row(string[] cells)
    {
        if (cells.Length != header!.Count)
            return ImportErrors.WrongCells(cells.Length, header.Count);
        var body = new JsonObject();
        string? id = null;
        var errors = new List<Error>();
        for (var i = 0; i < cells.Length; i++)
        {
            var cell = CsvLists.Unguard(cells[i].Trim());
            if (cell.Length == 0)
                continue;
            if (header[i].Name == ImportColumns.Identity)
                id = cell;
            else if (header[i].Put(body, cell) is { } error)
                errors.Add(error);
        }
        // A list of which no column says anything is empty; only one without a column was not given.
        foreach (var list in header.Select(column => column.List).OfType<string>())
            body.TryAdd(list, new JsonArray());
        return errors.Count > 0 ? errors : new ParsedRecord(body, id);
    }

    private ImportColumn? ColumnOf(string cell)
    {
        var name = cell.Trim();
        var column = Columns.Find(name);
        if (column is null)
            faults.Add(ImportErrors.UnknownColumn(name, Nearest.To(name, Columns.Names)));
        else if (!named.Add(name))
            faults.Add(ImportErrors.DuplicateColumn(name));
        return column;
    }

    /// <summary>The cells of one record; nothing where its quotes are wrong.</summary>
    private static string[]? Cells(string text)
    {
        var isBad = false;
        using var parser = new CsvParser(
            new StringReader(text),
            new CsvConfiguration(CultureInfo.InvariantCulture) { BadDataFound = _ => isBad = true }
        );
        // Bad quotes are found when the cells are taken out, so that is done before they are asked for.
        var cells = parser.Read() ? parser.Record : null;
        return isBad ? null : cells;
    }
}
