namespace Currencies.Contracts;

/// <summary>
/// Answers other modules which currencies there are and what they are called. It answers from memory, since handlers that
/// run again in their turn ask it while other writers wait: an adapter to another process keeps a copy.
/// </summary>
public interface ICurrencyDirectory
{
    /// <summary>All currencies, as they stand now.</summary>
    ValueTask<CurrencyNames> ReadAsync(CancellationToken cancellationToken);

    /// <summary>The currency that a text means: one whose code, or else whose English name, equals it, in any case.</summary>
    /// <returns>The currency, or <see langword="null"/> when the text means none.</returns>
    ValueTask<CurrencySummary?> MatchAsync(string codeOrEnglishName, CancellationToken cancellationToken);
}

/// <summary>All currencies at one moment.</summary>
/// <param name="Version">Equal versions, equal content.</param>
/// <param name="ByCode">The currencies by their codes (upper case).</param>
public sealed record CurrencyNames(string Version, IReadOnlyDictionary<string, CurrencySummary> ByCode);

/// <summary>What other modules need to know of a currency.</summary>
/// <param name="Code">The three letters of ISO 4217, upper case.</param>
/// <param name="Name">The English name (CLDR): "Kenyan Shilling".</param>
/// <param name="Symbol">The shortest symbol, which other currencies may share ("$"); none where there is none.</param>
/// <param name="LocalSymbol">The symbol that people write where it is at home ("د.إ."), where that is not the code.</param>
/// <param name="LocalizedNames">The name by CLDR locale ("de", "pt-PT").</param>
public sealed record CurrencySummary(
    string Code,
    string Name,
    string? Symbol,
    string? LocalSymbol,
    IReadOnlyDictionary<string, string> LocalizedNames
)
{
    /// <summary>Which currencies took its place.</summary>
    public IReadOnlyList<CurrencySuccessor> Successors { get; init; } = [];

    /// <summary>The name in a language; the English one where it is not known.</summary>
    /// <param name="language">A CLDR locale.</param>
    public string NameIn(string language) =>
        language == "en" ? Name : LocalizedNames.GetValueOrDefault(language) ?? Name;
}

/// <summary>A currency took the place of another one.</summary>
/// <param name="To">The code of the new currency.</param>
/// <param name="Ratio">How many units of the old one make one of the new.</param>
/// <param name="Date">The day of the change, where it is known.</param>
/// <param name="Countries">The alpha-2 codes of the countries where it happened so.</param>
public sealed record CurrencySuccessor(string To, decimal Ratio, DateOnly? Date, IReadOnlyList<string> Countries);
