using Shared.Domain;

namespace Countries.Domain;

/// <summary>The three-letter code of ISO 3166-1, in upper case ("CHE"); "XKX" stands for Kosovo.</summary>
public sealed record Alpha3Code
{
    private Alpha3Code(string value) => Value = value;

    /// <summary>The code.</summary>
    public string Value { get; }

    /// <summary>Makes a code from three letters, such as CHE, in any case.</summary>
    /// <returns>The code, or the failure <c>country.alpha3.invalid</c>.</returns>
    public static Result<Alpha3Code> Create(string? text) =>
        text?.Trim() is { Length: 3 } code && code.All(char.IsAsciiLetter)
            ? new Alpha3Code(code.ToUpperInvariant())
            : CountryErrors.Alpha3Invalid;

    public override string ToString() => Value;
}
