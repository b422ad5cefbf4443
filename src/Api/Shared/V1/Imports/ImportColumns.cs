using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using ErrorOr;
using Shared.Application;

namespace Shared.Api.V1.Imports;

/// <summary>
/// The columns that a CSV file may have: those that the same resource is written with (<see cref="Shape{T}.Columns"/>), and
/// how a cell becomes a member of a body. Columns of derived members are passed over.
/// </summary>
internal sealed class ImportColumns
{
    /// <summary>The name of the member that says which record it is.</summary>
    public const string Identity = "id";

    private readonly Dictionary<string, ImportColumn> columns = [];
    private readonly List<string> derived;

    /// <summary>Makes the columns of a resource.</summary>
    /// <param name="body">The type of its bodies.</param>
    /// <param name="shown">The paths of the members that it is shown with.</param>
    public ImportColumns(Type body, IEnumerable<string> shown)
    {
        foreach (var member in StrictJson.Describe(body).Properties)
            AddMember(member.Name, StrictJson.Describe(member.PropertyType));
        derived = [.. shown.Where(path => !columns.ContainsKey(path))];
        foreach (var path in derived)
            columns.Add(path, new ImportColumn(path, null, (_, _) => null));
    }

    /// <summary>The names of all columns.</summary>
    public IEnumerable<string> Names => columns.Keys;

    /// <summary>The column of a name.</summary>
    public ImportColumn? Find(string name) => columns.GetValueOrDefault(name);

    /// <summary>Takes away what is shown and not written: it stands in what was exported.</summary>
    public void RemoveDerived(JsonObject body)
    {
        foreach (var path in derived)
        {
            if (path.Split('.') is not [var name, var part])
                body.Remove(path);
            else if (body[name] is JsonArray items)
            {
                foreach (var item in items)
                    (item as JsonObject)?.Remove(part);
            }
        }
    }

    private void AddMember(string name, JsonTypeInfo type)
    {
        // Of a number that need not be given, the element is the number.
        if (type.Kind != JsonTypeInfoKind.Enumerable || type.ElementType is not { } element)
        {
            if (type.Kind != JsonTypeInfoKind.Object)
                Add(name, null, (row, cell) => Set(row, name, type.Type, cell, at: name));
            foreach (var part in type.Properties.Where(_ => type.Kind == JsonTypeInfoKind.Object))
            {
                var at = $"{name}.{part.Name}";
                Add(at, null, (row, cell) => Set(Part(row, name), part.Name, part.PropertyType, cell, at));
            }
            return;
        }
        var item = StrictJson.Describe(element);
        if (item.Kind != JsonTypeInfoKind.Object)
        {
            Add(name, name, (row, cell) => SetTexts(row, name, cell));
            return;
        }
        // A list of parts is one column with the first member of each, or a column for each member.
        Add(name, name, (row, cell) => SetItems(row, name, item.Properties[0], cell));
        foreach (var part in item.Properties)
            Add($"{name}.{part.Name}", name, (row, cell) => SetItems(row, name, part, cell));
    }

    private void Add(string name, string? list, Func<JsonObject, string, Error?> put) =>
        columns.Add(name, new ImportColumn(name, list, put));

    private static Error? SetTexts(JsonObject row, string name, string cell)
    {
        row[name] = new JsonArray([.. CsvLists.Split(cell).Select(text => JsonValue.Create(text))]);
        return null;
    }

    private static Error? SetItems(JsonObject row, string name, JsonPropertyInfo part, string cell)
    {
        var texts = CsvLists.Split(cell);
        if (row[name] is not JsonArray items)
            row[name] = items = [.. texts.Select(_ => new JsonObject())];
        if (items.Count != texts.Count)
            return ImportErrors.UnevenList($"{name}.{part.Name}", name);
        for (var i = 0; i < texts.Count; i++)
        {
            var item = items[i]!.AsObject();
            var at = $"{name}[{i}].{part.Name}";
            if (texts[i].Length > 0 && Set(item, part.Name, part.PropertyType, texts[i], at) is { } error)
                return error;
        }
        return null;
    }

    private static JsonObject Part(JsonObject row, string name)
    {
        if (row[name] is not JsonObject part)
            row[name] = part = [];
        return part;
    }

    private static Error? Set(JsonObject row, string name, Type type, string cell, string at)
    {
        var kind = Nullable.GetUnderlyingType(type) ?? type;
        var value =
            kind == typeof(bool)
                ? bool.TryParse(cell, out var flag)
                    ? JsonValue.Create(flag)
                    : null
                : kind.IsPrimitive
                    ? Number(cell, kind)
                    : JsonValue.Create(cell);
        row[name] = value;
        return value is null ? BodyProblems.WrongType.ToError(at) : null;
    }

    private static JsonValue? Number(string cell, Type kind)
    {
        try
        {
            // Read as what it is to be, or a fraction would pass for a whole number here and be refused later alone.
            return
                JsonNode.Parse(cell) is JsonValue value
                && value.GetValueKind() == JsonValueKind.Number
                && value.Deserialize(kind) is not null
                ? value
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>A column of a CSV file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="List">The list that it says something of, if it does.</param>
/// <param name="Put">Puts the text of a cell that is not empty into a body, and says what is wrong with it.</param>
internal sealed record ImportColumn(string Name, string? List, Func<JsonObject, string, Error?> Put);
