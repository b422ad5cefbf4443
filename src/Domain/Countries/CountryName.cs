using Shared.Domain;

namespace Countries.Domain;

/// <summary>The common name of a country: 1 to 100 characters, without white space around them.</summary>
public sealed record CountryName
{
    /// <summary>The longest name, in Unicode code points.</summary>
    public const int MaxLength = 100;

    /// <summary>The longest key. A few ligatures fold to 18 characters; a database can index only so many.</summary>
    private const int MaxKeyLength = 4 * MaxLength;

    private const string Subject = "country.name";

    private CountryName(string value, string key) => (Value, Key) = (value, key);

    /// <summary>The name as it is shown.</summary>
    public string Value { get; }

    /// <summary>The name as it is compared: two names with the same key are the same name (<see cref="PlainText.Fold"/>).</summary>
    public string Key { get; }

    /// <summary>Makes a name from what somebody wrote.</summary>
    /// <returns>The name, or failures with codes <c>country.name.*</c>.</returns>
    public static Result<CountryName> Create(string? text)
    {
        var (name, failures) = PlainText.Check(text, Subject, MaxLength);
        if (failures.Count > 0)
            return failures;
        var key = PlainText.Fold(name);
        if (key.Length == 0)
            return TextErrors.Invisible(Subject);
        return key.Length <= MaxKeyLength
            ? new CountryName(name, key)
            : TextErrors.TooLongToCompare(Subject, MaxLength);
    }

    public override string ToString() => Value;
}
