namespace Shared.Domain;

/// <summary>
/// The three letters of a currency, in upper case: ISO 4217 ("CHF"), or for money without an ISO code the letters
/// in common use ("FOK"). Shared, since every module that speaks of money speaks of it by this code.
/// </summary>
public sealed record CurrencyCode
{
    private CurrencyCode(string value) => Value = value;

    /// <summary>The letters, upper case.</summary>
    public string Value { get; }

    /// <summary>Makes a code from three ASCII letters in any case.</summary>
    /// <returns>The code, or the failure <c>currency.code.invalid</c>.</returns>
    public static Result<CurrencyCode> Create(string? text) =>
        text?.Trim() is { Length: 3 } letters && letters.All(char.IsAsciiLetter)
            ? new CurrencyCode(letters.ToUpperInvariant())
            : CurrencyCodeErrors.Invalid;

    public override string ToString() => Value;
}
