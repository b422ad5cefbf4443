using System.Text.Json.Serialization.Metadata;
using Shared.Api.V1;

namespace Shared.Api.Admin;

/// <summary>A part of a form, under a heading of its own.</summary>
/// <param name="Title">The heading; empty for none.</param>
/// <param name="Fields">The fields.</param>
public sealed record FormSection(string Title, params IReadOnlyList<Field> Fields);

/// <summary>A field of a form. Its kind is that of the member that it is for, its label the member's name in words.</summary>
/// <param name="Name">The member's name in the API.</param>
public sealed record Field(string Name)
{
    /// <summary>The label, where the name in words is not good enough.</summary>
    public string? Label { get; init; }

    /// <summary>What it means, where the sentence of the API is not meant for whoever writes.</summary>
    public string? Help { get; init; }

    /// <summary>All values that there are. For a list of texts: of which several may be chosen.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Gives all values that there are, where they are not known beforehand.</summary>
    public Func<AdminCall, Task<IReadOnlyList<Choice>>>? Offer { get; init; }

    /// <summary>Whether a text is long.</summary>
    public bool IsLong { get; init; }

    /// <summary>Whether it is given once, when the record is added.</summary>
    public bool IsFixed { get; init; }

    /// <summary>Whether a text is never shown again, as a password is not.</summary>
    public bool IsSecret { get; init; }

    /// <summary>Whether it is asked for only when a record is added.</summary>
    public bool IsForNew { get; init; }

    /// <summary>The fields of a part, or of each row of a table; all of them where none are named.</summary>
    public IReadOnlyList<Field> Within { get; init; } = [];
}

/// <summary>A value that may be chosen.</summary>
/// <param name="Value">The value.</param>
/// <param name="Label">What it is called.</param>
public sealed record Choice(string Value, string Label);

/// <summary>How a field is shown and read.</summary>
public enum FieldKind
{
    Text,
    LongText,
    Secret,
    WholeNumber,
    Number,
    Date,
    Moment,
    Check,
    Choice,
    Choices,

    /// <summary>A list of texts, one a line.</summary>
    Lines,

    /// <summary>Members that belong together.</summary>
    Group,

    /// <summary>A table, a row for each item.</summary>
    Rows,
}

/// <summary>A part of a form with the kinds of its fields.</summary>
public sealed record FieldSection(string Title, IReadOnlyList<FormField> Fields);

/// <summary>A field with its kind, as found from the type of the member.</summary>
public sealed record FormField(Field Declared, FieldKind Kind, string? Help, IReadOnlyList<FormField> Within)
{
    public string Name => Declared.Name;

    public string Label => Declared.Label ?? Wording.OfName(Name);

    /// <summary>Finds the kinds of the fields of a form.</summary>
    /// <typeparam name="T">The type that the form fills in.</typeparam>
    /// <param name="sections">The sections as they were declared.</param>
    /// <param name="help">A sentence for each member.</param>
    /// <exception cref="InvalidOperationException">A field is for no member.</exception>
    public static IReadOnlyList<FieldSection> Of<T>(
        IReadOnlyList<FormSection> sections,
        IReadOnlyDictionary<string, string> help
    ) =>
        [
            .. sections.Select(section => new FieldSection(
                section.Title,
                [.. section.Fields.Select(field => Of(StrictJson.Describe(typeof(T)), field, help))]
            )),
        ];

    private static FormField Of(JsonTypeInfo owner, Field field, IReadOnlyDictionary<string, string> help)
    {
        var property =
            owner.Properties.FirstOrDefault(property => property.Name == field.Name)
            ?? throw new InvalidOperationException($"{owner.Type.Name} has no member {field.Name} for a field.");
        var type = StrictJson.Describe(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType);
        var (kind, part) = KindOf(type, field);
        IReadOnlyList<Field> within =
            part is null ? []
            : field.Within.Count > 0 ? field.Within
            : [.. part.Properties.Select(inner => new Field(inner.Name))];
        return new(
            field,
            kind,
            field.Help ?? help.GetValueOrDefault(field.Name),
            [.. within.Select(inner => Of(part!, inner, NoHelp))]
        );
    }

    private static (FieldKind Kind, JsonTypeInfo? Part) KindOf(JsonTypeInfo type, Field field)
    {
        var isChosen = field.Choices.Count > 0 || field.Offer is not null;
        if (type.Type == typeof(string))
            return (
                isChosen ? FieldKind.Choice
                : field.IsSecret ? FieldKind.Secret
                : field.IsLong ? FieldKind.LongText
                : FieldKind.Text,
                null
            );
        if (type.Type == typeof(bool))
            return (FieldKind.Check, null);
        if (type.Type == typeof(int) || type.Type == typeof(long))
            return (FieldKind.WholeNumber, null);
        if (type.Type == typeof(double) || type.Type == typeof(decimal))
            return (FieldKind.Number, null);
        if (type.Type == typeof(DateOnly))
            return (FieldKind.Date, null);
        if (type.Type == typeof(DateTimeOffset))
            return (FieldKind.Moment, null);
        if (type.ElementType == typeof(string))
            return (isChosen ? FieldKind.Choices : FieldKind.Lines, null);
        return type.ElementType is { } element
            ? (FieldKind.Rows, StrictJson.Describe(element))
            : (FieldKind.Group, type);
    }

    private static readonly Dictionary<string, string> NoHelp = [];
}
