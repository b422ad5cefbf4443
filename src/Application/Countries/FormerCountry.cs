namespace Countries.Application;

/// <summary>Gives the countries that ISO 3166-3 took out of ISO 3166-1. Nobody edits history, so they stand in no database.</summary>
public interface IFormerCountries
{
    /// <summary>All of them.</summary>
    IReadOnlyList<FormerCountry> All { get; }
}

/// <summary>A country that is no longer in ISO 3166-1 by this code.</summary>
/// <param name="Alpha2">The alpha-2 code that it had; another country may have it now.</param>
/// <param name="Alpha3">The alpha-3 code that it had.</param>
/// <param name="Alpha4">The four letters of ISO 3166-3.</param>
/// <param name="Numeric">The numeric code that it had, if any.</param>
/// <param name="Name">Its name.</param>
/// <param name="From">The year or day from which the code was in use.</param>
/// <param name="To">The year or day on which it was withdrawn.</param>
/// <param name="Successors">The alpha-2 codes of what came after it; some of these are former themselves.</param>
public sealed record FormerCountry(
    string Alpha2,
    string Alpha3,
    string Alpha4,
    string? Numeric,
    string Name,
    string From,
    string To,
    IReadOnlyList<string> Successors
);
