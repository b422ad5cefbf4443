using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Xml;
using Microsoft.AspNetCore.Http;
using Shared.Api.Http;
using Shared.Api.Negotiation;
using Shared.Application.Lists;

namespace Shared.Api.V1;

/// <summary>A format of the native API: how one resource and a page of them are written.</summary>
internal abstract class Format(string mediaType, string contentType)
{
    private static readonly Format[] Offers =
    [
        new JsonFormat(),
        new XmlFormat("application/xml"),
        new XmlFormat("text/xml"),
        new CsvFormat(),
        new NdJsonFormat("application/x-ndjson"),
        new NdJsonFormat("application/ndjson"),
    ];

    /// <summary>The media types, the one that everybody gets who asks for nothing first.</summary>
    public static IEnumerable<string> MediaTypes => Offers.Select(offer => offer.mediaType);

    /// <summary>The value of Content-Type.</summary>
    public string ContentType { get; } = contentType;

    private readonly string mediaType = mediaType;

    /// <summary>The format that the client prefers; <see langword="null"/> when it takes none of ours.</summary>
    public static Format? For(HttpRequest request) =>
        Accept.Choose(request.Headers.Accept, Offers, offer => offer.mediaType).Offer;

    /// <summary>Writes one resource.</summary>
    public abstract void Write<T>(PooledBuffer output, Shape<T> shape, T item);

    /// <summary>Writes a page.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="shape">The shape of the items.</param>
    /// <param name="page">The page.</param>
    /// <param name="next">The address of the page that follows, if there is one.</param>
    public abstract void WritePage<T>(PooledBuffer output, Shape<T> shape, Page<T> page, string? next);
}

/// <summary>JSON (RFC 8259).</summary>
internal sealed class JsonFormat() : Format("application/json", "application/json")
{
    /// <summary>Names are written as they are: the answer is JSON and nothing else, and says so.</summary>
    internal static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        // The shapes nest as they should; checking it costs a tenth of the time.
        SkipValidation = true,
    };

    public override void Write<T>(PooledBuffer output, Shape<T> shape, T item)
    {
        using var writer = new Utf8JsonWriter(output, Options);
        shape.WriteJson(writer, item);
    }

    public override void WritePage<T>(PooledBuffer output, Shape<T> shape, Page<T> page, string? next)
    {
        using var writer = new Utf8JsonWriter(output, Options);
        writer.WriteStartObject();
        writer.WriteStartArray("items");
        foreach (var item in page.Items)
            shape.WriteJson(writer, item);
        writer.WriteEndArray();
        writer.WriteNumber("total", page.Total);
        writer.WriteString("next", next);
        writer.WriteEndObject();
    }
}

/// <summary>JSON, one resource a line; the page that follows stands in the field Link.</summary>
internal sealed class NdJsonFormat(string mediaType) : Format(mediaType, mediaType)
{
    public override void Write<T>(PooledBuffer output, Shape<T> shape, T item)
    {
        using (var writer = new Utf8JsonWriter(output, JsonFormat.Options))
            shape.WriteJson(writer, item);
        Encoding.UTF8.GetBytes("\n", output);
    }

    public override void WritePage<T>(PooledBuffer output, Shape<T> shape, Page<T> page, string? next)
    {
        foreach (var item in page.Items)
            Write(output, shape, item);
    }
}

/// <summary>XML: an element for each member that has a value.</summary>
internal sealed class XmlFormat(string mediaType) : Format(mediaType, $"{mediaType}; charset=utf-8")
{
    public override void Write<T>(PooledBuffer output, Shape<T> shape, T item) =>
        Write(
            output,
            writer =>
            {
                writer.WriteStartElement(shape.Name);
                shape.WriteXml(writer, item);
                writer.WriteEndElement();
            }
        );

    public override void WritePage<T>(PooledBuffer output, Shape<T> shape, Page<T> page, string? next) =>
        Write(
            output,
            writer =>
            {
                writer.WriteStartElement("page");
                writer.WriteStartElement("items");
                foreach (var item in page.Items)
                {
                    writer.WriteStartElement(shape.Name);
                    shape.WriteXml(writer, item);
                    writer.WriteEndElement();
                }
                writer.WriteEndElement();
                writer.WriteElementString("total", XmlConvert.ToString(page.Total));
                if (next is not null)
                    writer.WriteElementString("next", next);
                writer.WriteEndElement();
            }
        );

    private static void Write(PooledBuffer output, Action<XmlWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, XmlRules.Settings))
        {
            writer.WriteStartDocument();
            write(writer);
        }
        stream.GetBuffer().AsSpan(0, (int)stream.Length).CopyTo(output.GetSpan((int)stream.Length));
        output.Advance((int)stream.Length);
    }
}

/// <summary>CSV (RFC 4180): a header, then a row for each resource; the page that follows stands in the field Link.</summary>
internal sealed class CsvFormat() : Format("text/csv", "text/csv; charset=utf-8")
{
    public override void Write<T>(PooledBuffer output, Shape<T> shape, T item) => Write(output, shape, [item]);

    public override void WritePage<T>(PooledBuffer output, Shape<T> shape, Page<T> page, string? next) =>
        Write(output, shape, page.Items);

    private static void Write<T>(PooledBuffer output, Shape<T> shape, IEnumerable<T> items)
    {
        var writer = new CsvWriter(output);
        foreach (var column in shape.Columns())
            writer.WriteFigure(column);
        writer.EndRow();
        foreach (var item in items)
        {
            shape.WriteCells(writer, item);
            writer.EndRow();
        }
    }
}
