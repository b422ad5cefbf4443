using System.Text.Json.Nodes;
using ErrorOr;
using Shared.Application;

namespace Shared.Api.Admin;

/// <summary>A form as it is to be shown.</summary>
/// <param name="Model">The resource.</param>
/// <param name="Values">What the fields say.</param>
public sealed record FormState(AdminModel Model, JsonObject Values)
{
    /// <summary>The record that is changed; none where one is added.</summary>
    public AdminRecord? Record { get; init; }

    /// <summary>What is wrong with the values.</summary>
    public IReadOnlyList<Error> Errors { get; init; } = [];

    /// <summary>The choices of the fields that offer some, by name.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Choice>> Offers { get; init; } =
        new Dictionary<string, IReadOnlyList<Choice>>();

    /// <summary>Makes the form take effect once; none where its answer is another page, so that no reload sends it again.</summary>
    public string? Once { get; init; }

    /// <summary>Whether the caller may save it.</summary>
    public bool MaySave { get; init; } = true;

    /// <summary>Whether the caller may delete the record.</summary>
    public bool MayDelete { get; init; }

    /// <summary>The fields that somebody else changed meanwhile; none in most cases.</summary>
    public IReadOnlyList<Clash> Clashes { get; init; } = [];

    /// <summary>The members of a record of the data set that were edited here.</summary>
    public IReadOnlyList<string> Edited =>
        Record?.Shown["edited"] is JsonArray edited ? [.. edited.Select(member => member!.ToString())] : [];

    /// <summary>The sections with the fields that are asked for: neither those in <see cref="Clashes"/>, nor those for new records only.</summary>
    public IEnumerable<FieldSection> Sections =>
        Model
            .Form.Value.Sections.Select(section => new FieldSection(
                section.Title,
                [
                    .. section.Fields.Where(asked =>
                        !(asked.Declared.IsForNew && Record is not null) && Clashes.All(clash => clash.Field != asked)
                    ),
                ]
            ))
            .Where(section => section.Fields.Count > 0);

    /// <summary>What may be chosen in a field.</summary>
    public IReadOnlyList<Choice> ChoicesOf(FormField field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return Offers.GetValueOrDefault(field.Name)
            ?? [.. field.Declared.Choices.Select(choice => new Choice(choice, choice))];
    }

    /// <summary>The sentences about a field, or about an item of its list.</summary>
    /// <param name="field">The field.</param>
    /// <param name="path">Its path.</param>
    public IReadOnlyList<string> ErrorsAt(FormField field, string path)
    {
        ArgumentNullException.ThrowIfNull(field);
        var isList = field.Kind is FieldKind.Lines or FieldKind.Choices;
        return
        [
            .. Errors
                .Where(error =>
                    PathOf(error) is { } at
                    && (at == path || (isList && at.StartsWith($"{path}[", StringComparison.Ordinal)))
                )
                .Select(error => error.Description),
        ];
    }

    /// <summary>The sentences about what has this very path.</summary>
    public IReadOnlyList<string> ErrorsAt(string path) =>
        [.. Errors.Where(error => PathOf(error) == path).Select(error => error.Description)];

    /// <summary>The path of the field at fault. Commands name their properties in upper case, contracts their members in lower.</summary>
    public static string? PathOf(Error error) =>
        error.Field() is { Length: > 0 } field ? char.ToLowerInvariant(field[0]) + field[1..] : null;
}

/// <summary>A field that somebody else changed while this form was open.</summary>
/// <param name="Field">The field.</param>
/// <param name="Seen">As it was when the form was opened.</param>
/// <param name="Mine">As the form has it.</param>
/// <param name="Theirs">As it is now.</param>
public sealed record Clash(FormField Field, JsonNode? Seen, JsonNode? Mine, JsonNode? Theirs)
{
    /// <summary>Whether this form changed it too: then a person must decide.</summary>
    public bool IsMineToo => !FormValues.AreSame(Seen, Mine);

    /// <summary>The fields that are no longer what they were when the form was opened.</summary>
    public static IReadOnlyList<Clash> Find(AdminModel model, JsonObject seen, JsonObject mine, JsonObject theirs)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentNullException.ThrowIfNull(mine);
        ArgumentNullException.ThrowIfNull(theirs);
        return
        [
            .. from field in model.Form.Value.Fields
            where !FormValues.AreSame(seen[field.Name], theirs[field.Name])
            select new Clash(field, seen[field.Name], mine[field.Name], theirs[field.Name]),
        ];
    }
}
