using Shared.Domain;

namespace Currencies.Domain;

/// <summary>The expected failures of the aggregate, beside those of its value objects.</summary>
public static class CurrencyErrors
{
    /// <summary>No currency has this code.</summary>
    /// <param name="code">What was asked for.</param>
    /// <param name="nearest">The code that was probably meant, if there is one.</param>
    [Remedy("Look the currency up: /api/v1/currencies lists them all.")]
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

    /// <summary>Another currency has the code.</summary>
    [Remedy("Choose another code, or change the currency that has it.")]
    public static readonly Failure CodeTaken = new(
        "currency.code.taken",
        FailureKind.Conflict,
        "A currency with this code exists already."
    )
    {
        Field = "code",
    };

    /// <summary>The code is the identity of a currency.</summary>
    [Remedy("Leave the code out.")]
    public static readonly Failure CodeIsFixed = new(
        "currency.code.fixed",
        FailureKind.Invalid,
        "The code of a currency cannot be changed."
    )
    {
        Field = "code",
    };

    /// <summary>Somebody else changed the record in the meantime.</summary>
    [Remedy("Read the currency again, and repeat the change with its new ETag.")]
    public static readonly Failure Stale = new(
        "currency.stale",
        FailureKind.Conflict,
        "The record was changed in the meantime. Read it again, then repeat your change."
    );
}
