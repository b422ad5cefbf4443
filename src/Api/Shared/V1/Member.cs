using System.Text.Json;
using System.Xml;
using ErrorOr;
using Microsoft.OpenApi;
using Shared.Api.Http;
using Shared.Api.V1.Documents;
using Shared.Application.Lists;

namespace Shared.Api.V1;

/// <summary>A member of a resource: its name, its meaning, and how it is written in every format.</summary>
/// <typeparam name="T">The type of the resource in the application.</typeparam>
public abstract class Member<T>
{
    private protected Member(string name, string description)
    {
        Name = name;
        Description = description;
        JsonName = JsonEncodedText.Encode(name);
    }

    /// <summary>The name in JSON, XML, CSV and <c>fields</c>.</summary>
    public string Name { get; }

    /// <summary>What it means, in one sentence.</summary>
    public string Description { get; }

    /// <summary>The name as it stands in JSON; escaped once.</summary>
    private protected JsonEncodedText JsonName { get; }

    /// <summary>Writes name and value; without a value, null.</summary>
    internal abstract void WriteJson(Utf8JsonWriter writer, T item);

    /// <summary>Writes an element; without a value, nothing.</summary>
    internal abstract void WriteXml(XmlWriter writer, T item);

    /// <summary>The paths of all that is in it; its own name where nothing is within.</summary>
    internal virtual IEnumerable<string> Paths() => [Name];

    /// <summary>Its schema, for the OpenAPI document.</summary>
    internal abstract IOpenApiSchema Describe(SchemaSet schemas);

    /// <summary>The names of the member's columns in CSV.</summary>
    internal virtual IEnumerable<string> Columns() => [Name];

    /// <summary>Writes a cell for each column; without an item, empty ones.</summary>
    internal abstract void WriteCells(CsvWriter writer, T? item);

    /// <summary>The value as text; nothing for a member of several values.</summary>
    internal virtual string? TextOf(T item) => null;

    /// <summary>The member with only some of what is within.</summary>
    internal virtual Member<T> Narrow(IReadOnlyList<FieldPath> within, string prefix, List<Error> errors)
    {
        errors.AddRange(within.Select(path => QueryErrors.UnknownField(path.Whole, Name)));
        return this;
    }
}

/// <summary>A member of one value.</summary>
internal sealed class ValueMember<T, TValue>(
    string name,
    string description,
    ValueKind<TValue> kind,
    Func<T, TValue> value
) : Member<T>(name, description)
{
    internal override IOpenApiSchema Describe(SchemaSet schemas) =>
        SchemaSet.Value(kind.Type, kind.Format, Description);

    internal override void WriteJson(Utf8JsonWriter writer, T item)
    {
        writer.WritePropertyName(JsonName);
        var known = value(item);
        if (known is null)
            writer.WriteNullValue();
        else
            kind.WriteJson(writer, known);
    }

    internal override void WriteXml(XmlWriter writer, T item)
    {
        if (TextOf(item) is { } text)
            writer.WriteElementString(Name, XmlRules.Clean(text));
    }

    internal override void WriteCells(CsvWriter writer, T? item)
    {
        var text = item is null ? null : TextOf(item);
        if (kind.IsText)
            writer.WriteText(text);
        else
            writer.WriteFigure(text);
    }

    internal override string? TextOf(T item) => value(item) is { } known ? kind.ToText(known) : null;
}

/// <summary>A member that is a list of texts.</summary>
internal sealed class TextListMember<T>(string name, string description, Func<T, IReadOnlyList<string>> values)
    : Member<T>(name, description)
{
    internal override IOpenApiSchema Describe(SchemaSet schemas) => SchemaSet.TextList(Description);

    internal override void WriteJson(Utf8JsonWriter writer, T item)
    {
        writer.WriteStartArray(JsonName);
        foreach (var text in values(item))
            writer.WriteStringValue(text);
        writer.WriteEndArray();
    }

    internal override void WriteXml(XmlWriter writer, T item)
    {
        writer.WriteStartElement(Name);
        foreach (var text in values(item))
            writer.WriteElementString(XmlRules.ListItem, XmlRules.Clean(text));
        writer.WriteEndElement();
    }

    internal override void WriteCells(CsvWriter writer, T? item) => writer.WriteList(item is null ? [] : values(item));
}

/// <summary>A member that is a resource of its own, or none.</summary>
internal sealed class PartMember<T, TPart>(string name, string description, Func<T, TPart?> part, Shape<TPart> shape)
    : Member<T>(name, description)
    where TPart : class
{
    internal override IOpenApiSchema Describe(SchemaSet schemas) => SchemaSet.Optional(schemas.Of(shape), Description);

    internal override void WriteJson(Utf8JsonWriter writer, T item)
    {
        writer.WritePropertyName(JsonName);
        if (part(item) is { } known)
            shape.WriteJson(writer, known);
        else
            writer.WriteNullValue();
    }

    internal override void WriteXml(XmlWriter writer, T item)
    {
        if (part(item) is not { } known)
            return;
        writer.WriteStartElement(Name);
        shape.WriteXml(writer, known);
        writer.WriteEndElement();
    }

    internal override IEnumerable<string> Paths() => shape.Paths().Select(path => $"{Name}.{path}");

    internal override IEnumerable<string> Columns() => shape.Columns().Select(column => $"{Name}.{column}");

    internal override void WriteCells(CsvWriter writer, T? item) =>
        shape.WriteCells(writer, item is null ? null : part(item));

    internal override Member<T> Narrow(IReadOnlyList<FieldPath> within, string prefix, List<Error> errors) =>
        new PartMember<T, TPart>(Name, Description, part, shape.Select(within, prefix, errors));
}

/// <summary>A member that is a list of resources. In CSV it is one column, with the first member of each; or a column for each member, where they were asked for or the first one does not say enough.</summary>
internal sealed class PartListMember<T, TPart>(
    string name,
    string description,
    Func<T, IReadOnlyList<TPart>> parts,
    Shape<TPart> shape,
    bool isNarrowed
) : Member<T>(name, description)
    where TPart : class
{
    internal override IOpenApiSchema Describe(SchemaSet schemas) => SchemaSet.List(schemas.Of(shape), Description);

    internal override void WriteJson(Utf8JsonWriter writer, T item)
    {
        writer.WriteStartArray(JsonName);
        foreach (var part in parts(item))
            shape.WriteJson(writer, part);
        writer.WriteEndArray();
    }

    internal override void WriteXml(XmlWriter writer, T item)
    {
        writer.WriteStartElement(Name);
        foreach (var part in parts(item))
        {
            writer.WriteStartElement(XmlRules.ListItem);
            shape.WriteXml(writer, part);
            writer.WriteEndElement();
        }
        writer.WriteEndElement();
    }

    internal override IEnumerable<string> Paths() => shape.Paths().Select(path => $"{Name}.{path}");

    internal override IEnumerable<string> Columns() =>
        isNarrowed ? shape.Members.Select(member => $"{Name}.{member.Name}") : [Name];

    internal override void WriteCells(CsvWriter writer, T? item)
    {
        var known = item is null ? [] : parts(item);
        var columns = isNarrowed ? shape.Members : [shape.Members[0]];
        foreach (var member in columns)
            writer.WriteList(known.Select(part => member.TextOf(part) ?? ""));
    }

    internal override Member<T> Narrow(IReadOnlyList<FieldPath> within, string prefix, List<Error> errors) =>
        new PartListMember<T, TPart>(Name, Description, parts, shape.Select(within, prefix, errors), isNarrowed: true);
}
