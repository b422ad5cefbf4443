using System.Collections;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using ErrorOr;
using Shared.Application.Lists;

namespace Shared.Api.V1;

/// <summary>
/// The members of a resource as clients see them, written down once: each with its name, what it means and where its
/// value comes from. Every format is written from this table, <c>fields</c> chooses from it, and the documents tell it.
/// </summary>
/// <example><code>
/// new Shape&lt;City&gt;("city")
/// {
///     { "name", "What it is called.", city => city.Name },
///     { "mayor", "Who governs it.", city => city.Mayor, MayorShape },
/// };
/// </code></example>
/// <typeparam name="T">The type of the resource in the application.</typeparam>
/// <param name="name">The name of one resource, in the singular.</param>
/// <param name="isKeyed">Whether the first member says which one it is, so that CSV needs no more of it in a list.</param>
public sealed class Shape<T>(string name, bool isKeyed = true) : IEnumerable<Member<T>>
{
    private readonly List<Member<T>> members = [];

    /// <summary>The name of one resource; the root of its XML document.</summary>
    public string Name { get; } = name;

    /// <summary>Whether the first member says which one it is.</summary>
    internal bool IsKeyed { get; } = isKeyed;

    /// <summary>The members in their order.</summary>
    public IReadOnlyList<Member<T>> Members => members;

    /// <summary>A text.</summary>
    public void Add(string name, string description, Func<T, string?> value) =>
        Add(name, description, ValueKinds.Text, value);

    /// <summary>A whole number.</summary>
    public void Add(string name, string description, Func<T, long?> value) =>
        Add(name, description, ValueKinds.Integer, value);

    /// <summary>A number.</summary>
    public void Add(string name, string description, Func<T, double?> value) =>
        Add(name, description, ValueKinds.Number, value);

    /// <summary>A number that must not lose a digit.</summary>
    public void Add(string name, string description, Func<T, decimal?> value) =>
        Add(name, description, ValueKinds.Decimal, value);

    /// <summary>Yes or no.</summary>
    public void Add(string name, string description, Func<T, bool?> value) =>
        Add(name, description, ValueKinds.Flag, value);

    /// <summary>A day.</summary>
    public void Add(string name, string description, Func<T, DateOnly?> value) =>
        Add(name, description, ValueKinds.Day, value);

    /// <summary>A moment.</summary>
    public void Add(string name, string description, Func<T, DateTimeOffset?> value) =>
        Add(name, description, ValueKinds.Moment, value);

    /// <summary>Any JSON, kept as it is.</summary>
    public void Add(string name, string description, Func<T, JsonElement?> value) =>
        Add(name, description, ValueKinds.Json, value);

    /// <summary>A list of texts.</summary>
    public void Add(string name, string description, Func<T, IReadOnlyList<string>> values) =>
        members.Add(new TextListMember<T>(name, description, values));

    /// <summary>A resource within the resource.</summary>
    public void Add<TPart>(string name, string description, Func<T, TPart?> part, Shape<TPart> shape)
        where TPart : class => members.Add(new PartMember<T, TPart>(name, description, part, shape));

    /// <summary>A list of resources within the resource.</summary>
    public void Add<TPart>(string name, string description, Func<T, IReadOnlyList<TPart>> parts, Shape<TPart> shape)
        where TPart : class =>
        members.Add(new PartListMember<T, TPart>(name, description, parts, shape, isNarrowed: !shape.IsKeyed));

    /// <summary>The shape with some of its members.</summary>
    /// <param name="fields">Their names, separated by commas, with a dot before those within: <c>name,currencies.code</c>.</param>
    /// <returns>The shape, or <c>query.field.unknown</c> for each name that is none of its members.</returns>
    public ErrorOr<Shape<T>> Select(string fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var wanted = fields
            .Split(',', StringSplitOptions.TrimEntries)
            .Select(field => new FieldPath(field, field))
            .ToList();
        var errors = new List<Error>();
        var selected = Select(wanted, "", errors);
        return errors.Count > 0 ? errors : selected;
    }

    /// <summary>The shape with a column of its own in CSV for each member within, also for those of lists.</summary>
    public Shape<T> Unfold() => Select([.. Paths().Select(path => new FieldPath(path, path))], "", []);

    internal Shape<T> Select(IReadOnlyList<FieldPath> wanted, string prefix, List<Error> errors)
    {
        var selected = new Shape<T>(Name, IsKeyed);
        foreach (var group in wanted.GroupBy(path => path.Head))
        {
            if (members.Find(member => member.Name == group.Key) is not { } member)
            {
                var nearest = Nearest.To(group.Key, members.Select(m => m.Name));
                errors.AddRange(
                    group.Select(path =>
                        QueryErrors.UnknownField(path.Whole, nearest is null ? null : prefix + nearest)
                    )
                );
                continue;
            }
            // A member that is asked for as a whole has all that is within.
            var within = group.All(path => path.Rest is not null)
                ? group.Select(path => new FieldPath(path.Rest!, path.Whole)).ToList()
                : [];
            selected.members.Add(within.Count == 0 ? member : member.Narrow(within, $"{prefix}{member.Name}.", errors));
        }
        return selected;
    }

    internal void WriteJson(Utf8JsonWriter writer, T item)
    {
        writer.WriteStartObject();
        foreach (var member in members)
            member.WriteJson(writer, item);
        writer.WriteEndObject();
    }

    /// <summary>The resource as JSON that can be changed.</summary>
    internal JsonObject ToJson(T item)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
            WriteJson(writer, item);
        return JsonNode.Parse(stream.ToArray())!.AsObject();
    }

    internal void WriteXml(XmlWriter writer, T item)
    {
        foreach (var member in members)
            member.WriteXml(writer, item);
    }

    internal IEnumerable<string> Paths() => members.SelectMany(member => member.Paths());

    internal IEnumerable<string> Columns() => members.SelectMany(member => member.Columns());

    internal void WriteCells(CsvWriter writer, T? item)
    {
        foreach (var member in members)
            member.WriteCells(writer, item);
    }

    /// <inheritdoc />
    public IEnumerator<Member<T>> GetEnumerator() => members.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Add<TValue>(string name, string description, ValueKind<TValue> kind, Func<T, TValue> value) =>
        members.Add(new ValueMember<T, TValue>(name, description, kind, value));
}

/// <summary>A path of member names, such as <c>currencies.code</c>.</summary>
/// <param name="Path">What is left of it at this depth.</param>
/// <param name="Whole">The path as it was asked for.</param>
internal readonly record struct FieldPath(string Path, string Whole)
{
    public string Head => Path.IndexOf('.', StringComparison.Ordinal) is >= 0 and var dot ? Path[..dot] : Path;

    public string? Rest => Path.IndexOf('.', StringComparison.Ordinal) is >= 0 and var dot ? Path[(dot + 1)..] : null;
}
