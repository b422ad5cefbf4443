using Shared.Domain;

namespace Countries.Domain;

/// <summary>The three digits of ISO 3166-1 and UN M49, with leading zeros ("008").</summary>
public sealed record NumericCode
{
    private NumericCode(string value) => Value = value;

    /// <summary>The code.</summary>
    public string Value { get; }

    /// <summary>Makes a code from three digits.</summary>
    /// <returns>The code, or the failure <c>country.numeric.invalid</c>.</returns>
    public static Result<NumericCode> Create(string? text) =>
        text?.Trim() is { Length: 3 } code && code.All(char.IsAsciiDigit)
            ? new NumericCode(code)
            : CountryErrors.NumericInvalid;

    public override string ToString() => Value;
}
