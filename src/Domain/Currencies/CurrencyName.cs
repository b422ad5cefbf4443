using Shared.Domain;

namespace Currencies.Domain;

/// <summary>The English name of a currency: 1 to 100 characters, trimmed.</summary>
public sealed record CurrencyName
{
    /// <summary>The longest name, in Unicode code points.</summary>
    public const int MaxLength = 100;

    private CurrencyName(string value) => Value = value;

    /// <summary>The name as it is shown.</summary>
    public string Value { get; }

    /// <summary>Makes a name.</summary>
    /// <returns>The name, or failures with codes <c>currency.name.*</c>.</returns>
    public static Result<CurrencyName> Create(string? text)
    {
        var (name, failures) = PlainText.Check(text, "currency.name", MaxLength);
        return failures.Count > 0 ? failures : new CurrencyName(name);
    }

    public override string ToString() => Value;
}
