using ErrorOr;
using Shared.Api.Http;
using Shared.Application;

namespace Shared.Api.V1.Imports;

/// <summary>
/// Reads a file with records of a resource while it arrives: CSV with the columns that the resource is exported with, or
/// NDJSON with the members of its bodies. Derived members, which an export has, are passed over.
/// </summary>
/// <param name="resource">The resource.</param>
/// <param name="limits">How large the file may be.</param>
public sealed class ImportReader<TDraft, TView>(WritableResource<TDraft, TView> resource, HttpLimits limits)
{
    /// <summary>Reads the file to its end.</summary>
    /// <param name="stream">Its bytes.</param>
    /// <param name="format">Its format.</param>
    /// <param name="take">Makes of a record what is to be kept of it.</param>
    /// <param name="progress">Is told how many bytes were read.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What was made of the records, in their order, or why the file cannot be taken as a whole.</returns>
    public async Task<ErrorOr<List<TLine>>> ReadAsync<TLine>(
        Stream stream,
        ImportFormat format,
        Func<ImportedRecord<TDraft>, TLine> take,
        IProgress<long>? progress,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(format);
        var columns = new ImportColumns(typeof(TDraft), resource.Shape.Paths());
        RecordParser parser =
            format == ImportFormat.Csv
                ? new CsvRecords(columns)
                : new NdJsonRecords(typeof(TDraft), resource.Prepare, columns);
        var lines = new List<TLine>();
        var faults = await new LineReader(stream, limits, format.HasQuotes).ReadAsync(
            line =>
            {
                ErrorOr<ParsedRecord>? parsed = line.Fault is { } fault ? fault : parser.Parse(line.Bytes);
                if (parser.Faults.Count > 0)
                    return
                    [
                        .. (line.Fault is { } first ? [first] : parser.Faults).Select(error =>
                            error.AtLine(line.Number)
                        ),
                    ];
                if (parsed is not { } record)
                    return [];
                if (lines.Count == limits.ImportLines)
                    return [ImportErrors.TooManyLines(limits.ImportLines)];
                lines.Add(
                    take(
                        new ImportedRecord<TDraft>(
                            line.Number,
                            record.IsError ? null : record.Value.Id,
                            record.Then(read => StrictJson.To<TDraft>(read.Body))
                        )
                    )
                );
                return [];
            },
            progress,
            cancellationToken
        );
        if (faults.Count == 0)
            faults = parser.Faults;
        return faults.Count > 0 ? faults.ToList() : lines;
    }
}

/// <summary>A record of a file.</summary>
/// <param name="Line">The number of its first line.</param>
/// <param name="Id">The identity that it names, if it does.</param>
/// <param name="Body">What it says, or why it cannot be read.</param>
public sealed record ImportedRecord<TDraft>(int Line, string? Id, ErrorOr<TDraft> Body);
