namespace Countries.Domain;

/// <summary>What somebody says of a country, unchecked: <see cref="CountryFacts.Create"/> makes facts of it.</summary>
public sealed record CountryStatement
{
    /// <summary>The common English name.</summary>
    public string? Name { get; init; }

    /// <summary>The two letters of ISO 3166-1, or of the range that ISO leaves to users.</summary>
    public string? Alpha2 { get; init; }

    /// <summary>The three letters.</summary>
    public string? Alpha3 { get; init; }

    /// <summary>The three digits.</summary>
    public string? Numeric { get; init; }

    /// <summary>The money in words.</summary>
    public string? LocalCurrency { get; init; }

    /// <summary>What is money there now; also periods that are over or still to come.</summary>
    public IReadOnlyList<TenderStatement>? Currencies { get; init; }

    /// <summary>The rest. Its texts may be missing, in spite of their types, and need not be clean.</summary>
    public CountryProfile Profile { get; init; } = CountryProfile.Empty;
}

/// <summary>What somebody says of a currency of a country. The code alone means: it is money there now.</summary>
/// <param name="Code">The code of the currency.</param>
/// <param name="Kind">The word for its kind (<see cref="TenderKinds"/>); legal tender where none is given.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
public sealed record TenderStatement(string? Code, string? Kind, DateOnly? From, DateOnly? To);
