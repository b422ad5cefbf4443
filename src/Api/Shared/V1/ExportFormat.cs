using Shared.Application.Lists;

namespace Shared.Api.V1;

/// <summary>A format in which a whole list can be written to a file.</summary>
public sealed class ExportFormat
{
    private readonly Format format;

    private ExportFormat(string name, Format format) => (Name, this.format) = (name, format);

    /// <summary>Comma separated values.</summary>
    public static readonly ExportFormat Csv = new("csv", new CsvFormat());

    /// <summary>All formats.</summary>
    public static readonly IReadOnlyList<ExportFormat> All =
    [
        Csv,
        new("ndjson", new NdJsonFormat("application/x-ndjson")),
        new("json", new JsonFormat()),
        new("xml", new XmlFormat("application/xml")),
    ];

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Writes a list.</summary>
    public async Task WriteAsync<T>(Stream output, Shape<T> shape, Page<T> items, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(output);
        using var content = new PooledBuffer();
        format.WritePage(content, shape, items, next: null);
        await output.WriteAsync(content.Written, cancellationToken);
    }
}
