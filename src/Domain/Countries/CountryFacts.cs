using Shared.Domain;

namespace Countries.Domain;

/// <summary>
/// All that can be said of a country, checked: what a person writes into a record, and what a data set brings. Its
/// members (<see cref="Members"/>) have the names by which contracts and the history know them.
/// </summary>
public sealed partial record CountryFacts
{
    /// <summary>How many currencies may be given at once.</summary>
    public const int MostCurrencies = 50;

    private CountryFacts(CountryName name, CountryProfile profile) => (Name, Profile) = (name, profile);

    /// <inheritdoc cref="Country.Name" />
    public CountryName Name { get; private init; }

    /// <inheritdoc cref="Country.Codes" />
    public CountryCodes? Codes { get; private init; }

    /// <inheritdoc cref="Country.LocalCurrency" />
    public LocalCurrencyName? LocalCurrency { get; private init; }

    /// <inheritdoc cref="Country.TenderPeriods" />
    public IReadOnlyList<TenderPeriod> TenderPeriods { get; private init; } = [];

    /// <inheritdoc cref="Country.Profile" />
    public CountryProfile Profile { get; private init; }

    /// <summary>Checks what somebody says of a country.</summary>
    /// <param name="statement">What is said.</param>
    /// <param name="known">The periods of money known so far.</param>
    /// <param name="today">The present day (UTC).</param>
    /// <returns>The facts, or every failure with the path of its member.</returns>
    public static Result<CountryFacts> Create(
        CountryStatement statement,
        IReadOnlyList<TenderPeriod> known,
        DateOnly today
    )
    {
        ArgumentNullException.ThrowIfNull(statement);
        ArgumentNullException.ThrowIfNull(known);
        var checks = new Checks("country");
        var facts = new CountryFacts(
            checks.Value("name", CountryName.Create(statement.Name)),
            CountryProfileRules.Clean(statement.Profile, checks)
        )
        {
            Codes = CodesOf(statement, checks),
            LocalCurrency = checks.Optional("localCurrency", statement.LocalCurrency, LocalCurrencyName.Create),
            TenderPeriods = MoneyOf(statement.Currencies, known, today, checks),
        };
        return checks.Failures.Count > 0 ? checks.Failures : facts;
    }

    /// <summary>The facts of a country as they are stored: they were checked when they came in.</summary>
    internal static CountryFacts Of(
        CountryName name,
        CountryCodes? codes,
        LocalCurrencyName? localCurrency,
        IReadOnlyList<TenderPeriod> periods,
        CountryProfile profile
    ) =>
        new(name, profile)
        {
            Codes = codes,
            LocalCurrency = localCurrency,
            TenderPeriods = periods,
        };

    /// <summary>The same facts under another name.</summary>
    public CountryFacts Named(CountryName name) => this with { Name = name };

    private static CountryCodes? CodesOf(CountryStatement statement, Checks checks)
    {
        var alpha2 = checks.Optional("alpha2", statement.Alpha2, Alpha2Code.Create);
        var alpha3 = checks.Optional("alpha3", statement.Alpha3, Alpha3Code.Create);
        var numeric = checks.Optional("numeric", statement.Numeric, NumericCode.Create);
        if (statement is { Alpha2: null, Alpha3: null, Numeric: null })
            return null;
        if (statement.Alpha2 is null || statement.Alpha3 is null)
            checks.Fail(statement.Alpha2 is null ? "alpha2" : "alpha3", MemberErrors.Missing);
        return new CountryCodes(alpha2!, alpha3!, numeric);
    }

    private static IReadOnlyList<TenderPeriod> MoneyOf(
        IReadOnlyList<TenderStatement>? said,
        IReadOnlyList<TenderPeriod> known,
        DateOnly today,
        Checks checks
    )
    {
        if (said is null)
            checks.Fail("currencies", MemberErrors.ListRequired);
        var given = new List<TenderPeriod>();
        checks.Each(
            "currencies",
            said,
            MostCurrencies,
            (field, item) =>
            {
                if (PeriodOf(field, item, known, today, checks) is { } period)
                {
                    if (given.Exists(other => other.Currency == period.Currency && other.Overlaps(period)))
                        checks.Fail(field, MemberErrors.Duplicate);
                    given.Add(period);
                }
                return item;
            }
        );
        return checks.Failures.Count > 0 ? [] : TenderPeriod.Replace(known, given, today);
    }

    private static TenderPeriod? PeriodOf(
        string field,
        TenderStatement said,
        IReadOnlyList<TenderPeriod> known,
        DateOnly today,
        Checks checks
    )
    {
        var word = checks.OptionalWord($"{field}.kind", said.Kind, TenderKinds.Words);
        if (checks.Value($"{field}.code", CurrencyCode.Create(said.Code)) is not { } currency)
            return null;
        // The code alone says that nothing changes where it is money already.
        if (
            said is { Kind: null, From: null, To: null }
            && known.FirstOrDefault(period => period.Currency == currency && period.Covers(today)) is { } current
        )
            return current;
        var kind = word is null ? TenderKind.LegalTender : TenderKinds.Of(word) ?? TenderKind.LegalTender;
        return checks.Value(field, TenderPeriod.Create(currency, kind, said.From, said.To));
    }
}
