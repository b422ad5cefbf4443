using Shared.Domain;

namespace Countries.Domain;

/// <summary>The expected failures of the aggregate, beside those of its value objects.</summary>
public static class CountryErrors
{
    /// <summary>Another country has a name that compares equal (<see cref="CountryName.Key"/>).</summary>
    [Remedy("Choose another name, or change the country that has it.")]
    public static readonly Failure NameTaken = new(
        "country.name.taken",
        FailureKind.Conflict,
        "A country of this name exists already."
    )
    {
        Field = "Name",
    };

    /// <summary>A file that is to be imported has no line.</summary>
    [Remedy("Send a file with a line for each country.")]
    public static readonly Failure NothingToImport = new(
        "import.empty",
        FailureKind.Invalid,
        "The file has no countries in it."
    );

    /// <summary>A line of a file names a country that exists: an import adds countries and changes none.</summary>
    [Remedy("Take the line out, or change the country with PATCH.")]
    public static readonly Failure Exists = new(
        "country.exists",
        FailureKind.Conflict,
        "A country with this id exists already. An import adds countries; it changes none."
    )
    {
        Field = "id",
    };

    /// <summary>The text is no identity.</summary>
    [Remedy("Leave the id out, or send the one that an export has.")]
    public static readonly Failure InvalidId = new(
        "country.id.invalid",
        FailureKind.Invalid,
        "An id is a UUID, as this service gives it."
    )
    {
        Field = "id",
    };

    /// <summary>The codes of a country of the data set are its identity there.</summary>
    [Remedy("Send the codes as they are.")]
    public static readonly Failure CodesAreFixed = new(
        "country.codes.fixed",
        FailureKind.Invalid,
        "The codes of a country of the data set cannot be changed."
    )
    {
        Field = "alpha2",
    };

    /// <summary>Somebody else changed the record in the meantime.</summary>
    [Remedy("Read the country again, and repeat the change with its new ETag.")]
    public static readonly Failure Stale = new(
        "country.stale",
        FailureKind.Conflict,
        "The record was changed in the meantime. Read it again, then repeat your change."
    );

    /// <summary>No currency has the code.</summary>
    /// <param name="field">Where the code stands.</param>
    /// <param name="code">The code.</param>
    /// <param name="nearest">The code that was probably meant.</param>
    [Remedy("Take the code that is named as the nearest, or add the currency first.")]
    public static Failure UnknownMoney(string field, string code, string? nearest) =>
        new(
            "country.currency.unknown",
            FailureKind.Invalid,
            $"There is no currency {code}" + (nearest is null ? "." : $"; did you mean {nearest}?")
        )
        {
            Field = field,
            Detail = code,
            Nearest = nearest,
        };

    [Remedy("Send the two letters of ISO 3166-1.")]
    public static readonly Failure Alpha2Invalid = new(
        "country.alpha2.invalid",
        FailureKind.Invalid,
        "The code has two letters, such as CH."
    );

    [Remedy("Send the three letters of ISO 3166-1.")]
    public static readonly Failure Alpha3Invalid = new(
        "country.alpha3.invalid",
        FailureKind.Invalid,
        "The code has three letters, such as CHE."
    );

    [Remedy("Send the three digits of ISO 3166-1, with leading zeros.")]
    public static readonly Failure NumericInvalid = new(
        "country.numeric.invalid",
        FailureKind.Invalid,
        "The code has three digits, such as 756."
    );

    [Remedy("Swap the two days, or leave one out.")]
    public static readonly Failure TenderReversed = new(
        "country.tender.reversed",
        FailureKind.Invalid,
        "A period must not end before it begins."
    );

    /// <summary>No country has this code or id.</summary>
    /// <param name="key">What was asked for.</param>
    /// <param name="nearest">The code of the country that was probably meant, if there is one.</param>
    [Remedy("Look the country up: /api/v1/resolve?q= takes any code and any name.")]
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
    [Remedy("Look the currency up: /api/v1/currencies lists them all.")]
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
