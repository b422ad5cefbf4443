using Shared.Domain;

namespace Countries.Domain;

/// <summary>The expected failures of the aggregate, beside those of its value objects.</summary>
public static class CountryErrors
{
    /// <summary>Another country has a name that compares equal (<see cref="CountryName.Key"/>).</summary>
    public static readonly Failure NameTaken = new(
        "country.name.taken",
        FailureKind.Conflict,
        "A country of this name exists already."
    )
    {
        Field = "Name",
    };

    /// <summary>No country has this code or id.</summary>
    /// <param name="key">What was asked for.</param>
    /// <param name="nearest">The code of the country that was probably meant, if there is one.</param>
    public static Failure NotFound(string key, string? nearest) =>
        new(
            "country.not_found",
            FailureKind.NotFound,
            $"No country has the code or id '{key}'" + (nearest is null ? "." : $"; did you mean {nearest}?")
        )
        {
            Field = "key",
            Nearest = nearest,
        };

    /// <summary>No currency has this code.</summary>
    /// <param name="code">What was given.</param>
    /// <param name="nearest">The code of the currency that was probably meant, if there is one.</param>
    public static Failure UnknownCurrency(string code, string? nearest) =>
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
