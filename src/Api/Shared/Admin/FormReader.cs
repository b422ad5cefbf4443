using System.Globalization;
using System.Text.Json.Nodes;
using ErrorOr;
using Shared.Api.Pages;
using Shared.Application;

namespace Shared.Api.Admin;

/// <summary>
/// Makes JSON of what a form posted, with the names and types of the API. What is blank is left out; what is no number,
/// say, stays as it was written, so that the form can show it again beside the error.
/// </summary>
internal sealed class FormReader
{
    private readonly PostedForm form;
    private readonly HashSet<string> rows;
    private readonly List<Error> errors = [];

    private readonly bool keepsBlankRows;

    private FormReader(PostedForm form, bool keepsBlankRows)
    {
        (this.form, this.keepsBlankRows) = (form, keepsBlankRows);
        // The names of rows: "currencies[0]" of "currencies[0].code".
        rows =
        [
            .. form
                .Names.Where(name => name.Contains("]."))
                .Select(name => name[..(name.IndexOf("].", StringComparison.Ordinal) + 1)]),
        ];
    }

    /// <summary>Reads the fields.</summary>
    /// <param name="fields">The fields.</param>
    /// <param name="form">The form.</param>
    /// <param name="keepsBlankRows">Whether rows of tables with nothing in them count: they do while a person adds and removes rows.</param>
    /// <returns>The values, and what cannot be understood.</returns>
    public static (JsonObject Values, IReadOnlyList<Error> Errors) Read(
        IReadOnlyList<FormField> fields,
        PostedForm form,
        bool keepsBlankRows
    )
    {
        var reader = new FormReader(form, keepsBlankRows);
        return (reader.ReadAll(fields, "") ?? [], reader.errors);
    }

    /// <summary>The members that were filled in; nothing where none was.</summary>
    private JsonObject? ReadAll(IReadOnlyList<FormField> fields, string prefix)
    {
        var read = new JsonObject();
        foreach (var field in fields)
        {
            if (Read(field, prefix + field.Name) is { } value)
                read[field.Name] = value;
        }
        return read.Count > 0 ? read : null;
    }

    private JsonNode? Read(FormField field, string path) =>
        field.Kind switch
        {
            FieldKind.Check => form[path] is not null,
            FieldKind.Choices => new JsonArray([.. form.All(path).Select(text => JsonValue.Create(text))]),
            FieldKind.Lines => new JsonArray([
                .. (form[path] ?? "")
                    .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                    .Select(text => JsonValue.Create(text)),
            ]),
            FieldKind.Group => ReadAll(field.Within, $"{path}."),
            FieldKind.Rows => ReadRows(field, path),
            _ => form[path] is { } text && !string.IsNullOrWhiteSpace(text) ? ReadText(field.Kind, text, path) : null,
        };

    /// <summary>The rows that have something in them; the errors speak of these.</summary>
    private JsonArray ReadRows(FormField field, string path)
    {
        var items = new JsonArray();
        for (var i = 0; rows.Contains(RowOf(path, i)); i++)
        {
            var known = errors.Count;
            var row = ReadAll(field.Within, $"{RowOf(path, i)}.");
            if (row is null && !keepsBlankRows)
                continue;
            for (var e = known; e < errors.Count; e++)
                errors[e] = FormProblems.InvalidValue.ToError(
                    errors[e].Field()!.Replace(RowOf(path, i), RowOf(path, items.Count), StringComparison.Ordinal),
                    errors[e].Description
                );
            items.Add((JsonNode)(row ?? []));
        }
        return items;
    }

    private JsonValue ReadText(FieldKind kind, string text, string path)
    {
        switch (kind)
        {
            case FieldKind.WholeNumber:
                if (
                    long.TryParse(
                        text.Trim(),
                        NumberStyles.AllowLeadingSign,
                        CultureInfo.InvariantCulture,
                        out var whole
                    )
                )
                    return JsonValue.Create(whole);
                Fail(path, "Enter a whole number, such as 12.");
                break;
            case FieldKind.Number:
                if (decimal.TryParse(text.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
                    return JsonValue.Create(number);
                Fail(path, "Enter a number, such as 12.5.");
                break;
            case FieldKind.Date:
                if (!DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", out _))
                    Fail(path, "Enter a day as YYYY-MM-DD, such as 2002-01-31.");
                return JsonValue.Create(text.Trim());
            case FieldKind.Moment:
                if (
                    DateTimeOffset.TryParse(
                        text.Trim(),
                        CultureInfo.InvariantCulture,
                        DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
                        out var moment
                    )
                )
                    return JsonValue.Create(moment);
                Fail(path, "Enter a moment as YYYY-MM-DD HH:MM, such as 2030-01-31 12:00; the time is UTC.");
                break;
            default:
                break;
        }
        return JsonValue.Create(text);
    }

    private void Fail(string path, string sentence) => errors.Add(FormProblems.InvalidValue.ToError(path, sentence));

    private static string RowOf(string path, int row) => string.Create(CultureInfo.InvariantCulture, $"{path}[{row}]");
}
