namespace Shared.Api.V1.Imports;

/// <summary>A format of files that can be imported.</summary>
public sealed class ImportFormat
{
    private ImportFormat(string name, string[] mediaTypes, bool hasQuotes) =>
        (Name, MediaTypes, HasQuotes) = (name, mediaTypes, hasQuotes);

    /// <summary>Comma separated values (RFC 4180), with a header.</summary>
    public static readonly ImportFormat Csv = new("csv", ["text/csv"], hasQuotes: true);

    /// <summary>JSON, one object a line.</summary>
    public static readonly ImportFormat NdJson = new(
        "ndjson",
        ["application/x-ndjson", "application/ndjson"],
        hasQuotes: false
    );

    /// <summary>All formats.</summary>
    public static readonly IReadOnlyList<ImportFormat> All = [Csv, NdJson];

    /// <summary>Its name, which is the ending of its files too.</summary>
    public string Name { get; }

    /// <summary>Its media types.</summary>
    internal IReadOnlyList<string> MediaTypes { get; }

    /// <summary>Whether a record may go over several lines, within quotes.</summary>
    internal bool HasQuotes { get; }
}
