using Shared.Domain;

namespace Currencies.Domain;

/// <summary>The expected failures of the aggregate, beside those of its value objects.</summary>
public static class CurrencyErrors
{
    /// <summary>No currency has this code.</summary>
    /// <param name="code">What was asked for.</param>
    /// <param name="nearest">The code of the currency that was probably meant, if there is one.</param>
    public static Failure NotFound(string code, string? nearest) =>
        new(
            "currency.not_found",
            FailureKind.NotFound,
            $"No currency has the code '{code}'" + (nearest is null ? "." : $"; did you mean {nearest}?")
        )
        {
            Field = "code",
            Nearest = nearest,
        };
}
