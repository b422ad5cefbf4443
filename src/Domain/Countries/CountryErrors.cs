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
}
