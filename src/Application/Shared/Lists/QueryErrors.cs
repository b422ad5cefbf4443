using ErrorOr;
using Shared.Domain;

namespace Shared.Application.Lists;

/// <summary>The expected failures of queries.</summary>
public static class QueryErrors
{
    /// <summary>No list word and no filter has this name.</summary>
    [Remedy("Take the parameter that is named as the nearest, or leave it out.")]
    public static Error UnknownParameter(string name, string? nearest) =>
        Unknown("query.parameter.unknown", name, "parameter", name, nearest);

    /// <summary>A parameter was given more than once, so that nobody knows which one counts.</summary>
    [Remedy("Send it once; several values of a filter are separated by commas.")]
    public static Error RepeatedParameter(string name) =>
        Invalid("query.parameter.repeated", name, $"The parameter '{Shown(name)}' may be given only once.");

    /// <summary>A parameter has no value.</summary>
    [Remedy("Give it a value, or leave it out.")]
    public static Error EmptyParameter(string name) =>
        Invalid("query.parameter.empty", name, $"The parameter '{Shown(name)}' needs a value.");

    /// <summary>The items have no such member.</summary>
    [Remedy("Take the field that is named as the nearest; an item without fields shows all there are.")]
    public static Error UnknownField(string field, string? nearest) =>
        Unknown("query.field.unknown", "fields", "field", field, nearest);

    /// <summary>The items are not sorted by this.</summary>
    [Remedy("Take the sort key that is named as the nearest.")]
    public static Error UnknownSortKey(string key, string? nearest) =>
        Unknown("query.sort.unknown", "sort", "sort key", key, nearest);

    /// <summary>A filter knows its values, and this is none of them.</summary>
    [Remedy("Take the value that is named as the nearest.")]
    public static Error UnknownValue(string filter, string value, string? nearest) =>
        Unknown("query.value.unknown", filter, $"value for {filter}", value, nearest);

    /// <summary>Names are not known in this language.</summary>
    [Remedy("Send a language tag such as de or pt-BR.")]
    public static Error UnknownLanguage(string tag, string? nearest) =>
        Unknown("query.language.unknown", "lang", "language", tag, nearest);

    /// <summary>The limit is no number, or too small or too great.</summary>
    [Remedy("Send a whole number within the bounds.")]
    public static readonly Error InvalidLimit = Invalid(
        "query.limit.invalid",
        "limit",
        $"The limit must be a whole number from 1 to {ListQuery.MostItems}."
    );

    /// <summary>The text is no day.</summary>
    [Remedy("Write the day as year, month and day.")]
    public static Error InvalidDate(string name) =>
        Invalid("query.date.invalid", name, "A day is written YYYY-MM-DD, such as 2023-01-01.");

    /// <summary>The text is no moment.</summary>
    [Remedy("Write the moment as year, month and day, with a time behind a T if it matters.")]
    public static Error InvalidMoment(string name) =>
        Invalid(
            "query.moment.invalid",
            name,
            "A moment is a day or a day and a time: 2026-01-31, 2026-01-31T12:00:00Z or, with %2B for the plus sign, 2026-01-31T12:00:00+01:00."
        );

    /// <summary>The cursor was not made by this service, or for another list.</summary>
    [Remedy("Begin at the first page, and follow next without changing the other parameters.")]
    public static readonly Error InvalidCursor = Invalid(
        "query.cursor.invalid",
        "cursor",
        "The cursor is not one of this list. Follow 'next' as it was given, and change nothing else on the way."
    );

    /// <summary>What is searched for is too long.</summary>
    [Remedy("Search for fewer words.")]
    public static Error SearchTooLong(int most) =>
        Invalid("query.search.too_long", "q", $"What is searched for must not be longer than {most} characters.");

    private static Error Unknown(string code, string field, string what, string text, string? nearest) =>
        Invalid(
            code,
            field,
            $"There is no {what} '{Shown(text)}'" + (nearest is null ? "." : $"; did you mean {nearest}?"),
            nearest
        );

    private static Error Invalid(string code, string field, string message, string? nearest = null) =>
        new Failure(code, FailureKind.Invalid, message) { Field = field, Nearest = nearest }.ToError();

    /// <summary>A text as an answer may repeat it: short.</summary>
    private static string Shown(string text) =>
        text.Length <= 60 ? text : $"{text[..(char.IsHighSurrogate(text[59]) ? 59 : 60)]}…";
}
