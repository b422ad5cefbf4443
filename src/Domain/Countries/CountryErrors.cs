using System.Globalization;
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

    /// <summary>Another country has one of the codes.</summary>
    /// <param name="member">Which code.</param>
    public static Failure CodeTaken(string member) =>
        new($"country.{member}.taken", FailureKind.Conflict, "A country with this code exists already.")
        {
            Field = member,
        };

    /// <summary>A file that is to be imported has no line.</summary>
    public static readonly Failure NothingToImport = new(
        "import.empty",
        FailureKind.Invalid,
        "The file has no countries in it."
    );

    /// <summary>A line of a file names a country that exists: an import adds countries and changes none.</summary>
    public static readonly Failure Exists = new(
        "country.exists",
        FailureKind.Conflict,
        "A country with this id exists already. An import adds countries; it changes none."
    )
    {
        Field = "id",
    };

    /// <summary>The text is no identity.</summary>
    public static readonly Failure InvalidId = new(
        "country.id.invalid",
        FailureKind.Invalid,
        "An id is a UUID, as this service gives it."
    )
    {
        Field = "id",
    };

    /// <summary>An earlier line of the same file has the name or the code.</summary>
    /// <param name="member">Which member.</param>
    /// <param name="line">The number of that line.</param>
    public static Failure Repeated(string member, int line) =>
        new($"country.{member}.repeated", FailureKind.Conflict, $"Line {line} of the file has it already.")
        {
            Field = member,
            Detail = line.ToString(CultureInfo.InvariantCulture),
        };

    /// <summary>The codes of a country of the data set are its identity there.</summary>
    public static readonly Failure CodesAreFixed = new(
        "country.codes.fixed",
        FailureKind.Invalid,
        "The codes of a country of the data set cannot be changed."
    )
    {
        Field = "alpha2",
    };

    /// <summary>Somebody else changed the record in the meantime.</summary>
    public static readonly Failure Stale = new(
        "country.stale",
        FailureKind.Conflict,
        "The record was changed in the meantime. Read it again, then repeat your change."
    );

    /// <summary>No currency has the code.</summary>
    /// <param name="field">Where the code stands.</param>
    /// <param name="code">The code.</param>
    /// <param name="nearest">The code that was probably meant.</param>
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
