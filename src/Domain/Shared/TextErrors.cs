using System.Globalization;

namespace Shared.Domain;

/// <summary>The expected failures of every text; the subject (<c>country.name</c>) is the start of each code.</summary>
public static class TextErrors
{
    [Remedy("Send the member.")]
    public static Failure Required(string subject) =>
        new($"{subject}.required", FailureKind.Invalid, "A value is required.");

    [Remedy("Send a text with at least one visible character, or leave the member out where it is optional.")]
    public static Failure Blank(string subject) =>
        new($"{subject}.blank", FailureKind.Invalid, "The value must not be blank.");

    [Remedy("Send a text with at least one visible character, or leave the member out where it is optional.")]
    public static Failure Invisible(string subject) =>
        new($"{subject}.blank", FailureKind.Invalid, "The value has no visible character.");

    [Remedy(
        "Shorten the text. Characters are counted as Unicode code points, after white space around the text is gone."
    )]
    public static Failure TooLong(string subject, int limit) =>
        new($"{subject}.too_long", FailureKind.Invalid, $"The value must not be longer than {Text(limit)} characters.")
        {
            Detail = Text(limit),
        };

    [Remedy("Shorten the text. Some characters stand for many: they are compared as what they stand for.")]
    public static Failure TooLongToCompare(string subject, int limit) =>
        new($"{subject}.too_long", FailureKind.Invalid, "The value is too long in its plain form.")
        {
            Detail = Text(limit),
        };

    [Remedy("Take U+0000 out of the text.")]
    public static Failure NullCharacter(string subject) =>
        new($"{subject}.null_character", FailureKind.Invalid, "Null characters are not allowed.");

    [Remedy("Send well-formed Unicode: half of a pair was cut off somewhere.")]
    public static Failure Surrogate(string subject, string character) =>
        new($"{subject}.surrogate", FailureKind.Invalid, $"Unpaired surrogates are not allowed: {character}.")
        {
            Detail = character,
        };

    [Remedy("Take the character out. Control characters and direction overrides are not shown as what they are.")]
    public static Failure ForbiddenCharacter(string subject, string character) =>
        new($"{subject}.forbidden_character", FailureKind.Invalid, $"This character is not allowed: {character}.")
        {
            Detail = character,
        };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
