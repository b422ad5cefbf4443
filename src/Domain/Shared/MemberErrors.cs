using System.Globalization;

namespace Shared.Domain;

/// <summary>
/// The expected failures of the members of a record, beside those of texts (<see cref="TextErrors"/>); the subject, which is
/// the path of the member (<c>country.capitals.latitude</c>), is the start of each code.
/// </summary>
public static class MemberErrors
{
    [Remedy("Write the value as the sentence says.")]
    public static Failure Invalid(string subject, string sentence) =>
        new($"{subject}.invalid", FailureKind.Invalid, sentence);

    [Remedy("Take one of the words.")]
    public static Failure Unknown(string subject, string words) =>
        new($"{subject}.unknown", FailureKind.Invalid, $"The value is one of {words}.");

    [Remedy("Send a number within the bounds, or leave it out.")]
    public static Failure OutOfRange(string subject, string least, string most) =>
        new($"{subject}.out_of_range", FailureKind.Invalid, $"The number is {least} to {most}.");

    [Remedy("Send fewer items.")]
    public static Failure TooMany(string subject, int most) =>
        new(
            $"{subject}.too_many",
            FailureKind.Invalid,
            $"The list has {most.ToString(CultureInfo.InvariantCulture)} items at most."
        );

    [Remedy("Send both, or none.")]
    public static Failure Incomplete(string subject) =>
        new($"{subject}.incomplete", FailureKind.Invalid, "A place has a latitude and a longitude.");

    [Remedy("Send the other code too, or none.")]
    public static Failure Missing(string subject) =>
        new(
            $"{subject}.missing",
            FailureKind.Invalid,
            "A country with a code has both, that of two letters and that of three."
        );

    [Remedy("Leave one of them out, or let its period end before the other one begins.")]
    public static Failure Duplicate(string subject) =>
        new($"{subject}.duplicate", FailureKind.Invalid, "A currency is given once for the same time.");

    [Remedy("Choose another code, or change the record that has it.")]
    public static Failure Taken(string subject) =>
        new($"{subject}.taken", FailureKind.Conflict, "A record with this code exists already.");

    [Remedy("Leave one of the two lines out.")]
    public static Failure Repeated(string subject, int line) =>
        new(
            $"{subject}.repeated",
            FailureKind.Conflict,
            $"Line {line.ToString(CultureInfo.InvariantCulture)} of the file has it already."
        )
        {
            Detail = line.ToString(CultureInfo.InvariantCulture),
        };

    [Remedy("Send the list; an empty one says that there is none.")]
    public static Failure ListRequired(string subject) =>
        new($"{subject}.required", FailureKind.Invalid, "A list is required; where there is nothing, an empty one.");
}
