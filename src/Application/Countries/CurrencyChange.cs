using Currencies.Contracts;
using Shared.Application.Lists;

namespace Countries.Application;

/// <summary>A change from or to another currency.</summary>
/// <param name="Other">The code of the other one.</param>
/// <param name="Name">Its name.</param>
/// <param name="Ratio">How many units of the old one make one of the new.</param>
/// <param name="Date">The day, where it is known.</param>
/// <param name="Countries">The alpha-2 codes of the countries where it happened so.</param>
public sealed record CurrencyChange(
    string Other,
    string Name,
    decimal Ratio,
    DateOnly? Date,
    IReadOnlyList<string> Countries
)
{
    internal static CurrencyChange Of(string other, CurrencySuccessor change, CurrencyNames names, Language language) =>
        new(
            other,
            names.ByCode.GetValueOrDefault(other)?.NameIn(language.Code) ?? other,
            change.Ratio,
            change.Date,
            change.Countries
        );
}
