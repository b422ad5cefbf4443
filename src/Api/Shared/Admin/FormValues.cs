using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Shared.Api.Pages;

namespace Shared.Api.Admin;

/// <summary>What can be done with the values of a form.</summary>
internal static class FormValues
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>Adds a row to a table (<c>+currencies</c>) or takes one away (<c>-currencies[2]</c>), as a button of the form asks.</summary>
    public static void ChangeRows(JsonObject values, string button)
    {
        var name = button[1..].Split('[')[0];
        if (values[name] is not JsonArray rows)
            values[name] = rows = [];
        if (button[0] == '+')
            rows.Add((JsonNode)new JsonObject());
        else if (
            int.TryParse(
                button[1..].Split('[', ']').ElementAtOrDefault(1),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var row
            )
            && row < rows.Count
        )
            rows.RemoveAt(row);
    }

    /// <summary>The names and texts with which a form would post a value.</summary>
    public static IEnumerable<(string Name, string Text)> Flatten(FormField field, JsonNode? value, string path)
    {
        switch (value)
        {
            case null:
                return [];
            case JsonArray lines when field.Kind == FieldKind.Lines:
                return [(path, string.Join('\n', lines.Select(line => line?.ToString())))];
            case JsonArray choices when field.Kind == FieldKind.Choices:
                return choices.Select(choice => (path, choice?.ToString() ?? ""));
            case JsonArray rows:
                return rows.SelectMany((row, i) => Flatten(field.Within, row as JsonObject, $"{path}[{i}]."));
            case JsonObject part:
                return Flatten(field.Within, part, $"{path}.");
            default:
                return field.Kind == FieldKind.Check
                    ? value.GetValueKind() == JsonValueKind.True
                        ? [(path, "true")]
                        : []
                    : [(path, value.ToString())];
        }
    }

    /// <summary>Whether two values say the same. What is not given, what is empty and what is no say the same.</summary>
    public static bool AreSame(JsonNode? left, JsonNode? right) => Canonical(left) == Canonical(right);

    /// <summary>Takes over what somebody else wrote, where the form says so (<c>take:name</c> is <c>theirs</c>).</summary>
    public static void TakeTheirs(
        JsonObject values,
        JsonObject theirs,
        IReadOnlyList<FormField> fields,
        PostedForm form
    )
    {
        foreach (var field in fields.Where(field => form[$"take:{field.Name}"] == "theirs"))
            values[field.Name] = theirs[field.Name]?.DeepClone();
    }

    /// <summary>JSON that a form carries in a hidden field; an empty object where it is none.</summary>
    public static JsonObject Parse(string? text)
    {
        try
        {
            return JsonNode.Parse(text ?? "{}", documentOptions: Strict) as JsonObject ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static IEnumerable<(string Name, string Text)> Flatten(
        IReadOnlyList<FormField> fields,
        JsonObject? values,
        string prefix
    ) => fields.SelectMany(field => Flatten(field, values?[field.Name], prefix + field.Name));

    private static string Canonical(JsonNode? value)
    {
        switch (value)
        {
            case null:
                return "";
            case JsonArray items:
                return items.Count == 0 ? "" : $"[{string.Join(',', items.Select(Canonical))}]";
            case JsonObject members:
                var known = members
                    .Select(member => (member.Key, Value: Canonical(member.Value)))
                    .Where(member => member.Value.Length > 0)
                    .OrderBy(member => member.Key, StringComparer.Ordinal)
                    .Select(member => $"{member.Key}:{member.Value}")
                    .ToList();
                return known.Count == 0 ? "" : $"{{{string.Join(',', known)}}}";
            default:
                return value.GetValueKind() switch
                {
                    JsonValueKind.False => "",
                    JsonValueKind.Number => double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture)
                        .ToString("R", CultureInfo.InvariantCulture),
                    _ => value.ToJsonString(),
                };
        }
    }
}
