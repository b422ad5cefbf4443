namespace Shared.Domain;

/// <summary>The expected failures of <see cref="CurrencyCode"/>.</summary>
public static class CurrencyCodeErrors
{
    [Remedy("Send the three letters of ISO 4217; /api/v1/currencies lists them.")]
    public static readonly Failure Invalid = new(
        "currency.code.invalid",
        FailureKind.Invalid,
        "A currency code has three letters, such as CHF."
    );
}
