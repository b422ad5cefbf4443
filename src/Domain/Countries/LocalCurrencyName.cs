using Shared.Domain;

namespace Countries.Domain;

/// <summary>What the person who added a country calls its money, in their own words: 1 to 100 characters, trimmed.</summary>
public sealed record LocalCurrencyName
{
    /// <summary>The longest text, in Unicode code points.</summary>
    public const int MaxLength = 100;

    private LocalCurrencyName(string value) => Value = value;

    /// <summary>The text as given, trimmed.</summary>
    public string Value { get; }

    /// <summary>Makes the text from what somebody wrote.</summary>
    /// <returns>The text, or failures with codes <c>country.local_currency.*</c>.</returns>
    public static Result<LocalCurrencyName> Create(string? text)
    {
        var (name, failures) = PlainText.Check(text, "country.local_currency", MaxLength);
        return failures.Count > 0 ? failures : new LocalCurrencyName(name);
    }

    public override string ToString() => Value;
}
