using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Shared.Domain;

/// <summary>
/// Checks many members at once and keeps every failure with the path of its member ("capitals[0].name"). The code of a
/// failure is the path without numbers, in snake case, and the rule: <c>country.capitals.name.too_long</c>.
/// </summary>
/// <param name="subject">What the members belong to: the start of each code ("country").</param>
public sealed class Checks(string subject)
{
    private readonly List<Failure> failures = [];

    /// <summary>All failures, in the order of the checks.</summary>
    public List<Failure> Failures => failures;

    /// <summary>Keeps the failures of a value object's factory.</summary>
    /// <returns>The value; of no meaning beside a failure.</returns>
    public T Value<T>(string field, Result<T> result)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(result);
        failures.AddRange(result.Failures.Select(failure => failure with { Field = field }));
        return result.IsSuccess ? result.Value : null!;
    }

    /// <summary>A value object that need not be given.</summary>
    public T? Optional<T>(string field, string? text, Func<string?, Result<T>> create)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(create);
        return text is null ? null : Value(field, create(text));
    }

    /// <summary>A line of text (<see cref="PlainText"/>).</summary>
    /// <returns>The text, trimmed and composed (Unicode NFC).</returns>
    public string Text(string field, string? text, int maxLength)
    {
        var (trimmed, found) = PlainText.Check(text, CodeOf(field), maxLength);
        failures.AddRange(found.Select(failure => failure with { Field = field }));
        return found.Count > 0 ? trimmed : trimmed.Normalize(NormalizationForm.FormC);
    }

    /// <summary>A line of text that need not be given.</summary>
    public string? OptionalText(string field, string? text, int maxLength) =>
        text is null ? null : Text(field, text, maxLength);

    /// <summary>A text of a shape.</summary>
    /// <param name="field">The path.</param>
    /// <param name="text">The text; <see langword="null"/> when it was not given, which is a failure.</param>
    /// <param name="shape">What it must match as a whole.</param>
    /// <param name="sentence">What it must be: "The code has three letters, such as CHE."</param>
    public string Shape(string field, string? text, Regex shape, string sentence)
    {
        ArgumentNullException.ThrowIfNull(shape);
        if (text is null)
            Fail(field, TextErrors.Required);
        else if (!shape.IsMatch(text))
            Fail(field, code => MemberErrors.Invalid(code, sentence));
        return text ?? "";
    }

    /// <summary>A text of a shape that need not be given.</summary>
    public string? OptionalShape(string field, string? text, Regex shape, string sentence) =>
        text is null ? null : Shape(field, text, shape, sentence);

    /// <summary>One of a few words, which need not be given.</summary>
    public string? OptionalWord(string field, string? word, IReadOnlyCollection<string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        if (word is not null && !words.Contains(word))
            Fail(field, code => MemberErrors.Unknown(code, string.Join(", ", words)));
        return word;
    }

    /// <summary>A number within bounds, both included; it need not be given.</summary>
    public void Range(string field, double? number, double least, double most)
    {
        // Also what is no number is outside.
        if (number is { } value && !(value >= least && value <= most))
            Fail(field, code => MemberErrors.OutOfRange(code, Text(least), Text(most)));
    }

    /// <summary>Each item of a list that is not too long.</summary>
    /// <param name="field">The path of the list.</param>
    /// <param name="items">The items.</param>
    /// <param name="most">How many there may be.</param>
    /// <param name="check">Checks the item at a path and gives it cleaned.</param>
    public IReadOnlyList<T> Each<T>(string field, IReadOnlyList<T>? items, int most, Func<string, T, T> check)
    {
        ArgumentNullException.ThrowIfNull(check);
        if (items is null)
            return [];
        if (items.Count > most)
        {
            Fail(field, code => MemberErrors.TooMany(code, most));
            return [];
        }
        return [.. items.Select((item, i) => check($"{field}[{i}]", item))];
    }

    /// <summary>Records a failure.</summary>
    /// <param name="field">The path of the member at fault.</param>
    /// <param name="make">Makes it, from the start of its code: an entry of <see cref="MemberErrors"/>.</param>
    public void Fail(string field, Func<string, Failure> make)
    {
        ArgumentNullException.ThrowIfNull(make);
        failures.Add(make(CodeOf(field)) with { Field = field });
    }

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);

    private string CodeOf(string field)
    {
        var code = new StringBuilder(subject).Append('.');
        var inIndex = false;
        foreach (var c in field)
        {
            if (c is '[' or ']')
                inIndex = c == '[';
            else if (char.IsAsciiLetterUpper(c))
                code.Append('_').Append(char.ToLowerInvariant(c));
            else if (!inIndex)
                code.Append(c);
        }
        return code.ToString();
    }
}
