using Shared.Domain;

namespace Countries.Domain;

/// <summary>The two-letter code of ISO 3166-1, in upper case ("CH"); "XK" stands for Kosovo, which has no code of ISO.</summary>
public sealed record Alpha2Code
{
    private Alpha2Code(string value) => Value = value;

    /// <summary>The code.</summary>
    public string Value { get; }

    /// <summary>Makes a code from two letters, such as CH, in any case.</summary>
    /// <returns>The code, or the failure <c>country.alpha2.invalid</c>.</returns>
    public static Result<Alpha2Code> Create(string? text) =>
        text?.Trim() is { Length: 2 } code && code.All(char.IsAsciiLetter)
            ? new Alpha2Code(code.ToUpperInvariant())
            : CountryErrors.Alpha2Invalid;

    public override string ToString() => Value;
}
