using System.Text.RegularExpressions;
using Shared.Domain;

namespace Currencies.Domain;

/// <summary>What somebody says of a currency, unchecked: <see cref="CurrencyFacts.Create"/> makes facts of it.</summary>
/// <param name="Name">The English name.</param>
/// <param name="Status">The word for its status (<see cref="CurrencyWords"/>); active where none is given.</param>
/// <param name="Kind">The word for its kind; money without a code of ISO where none is given.</param>
/// <param name="Profile">The rest. Its texts need not be clean.</param>
public sealed record CurrencyStatement(string? Name, string? Status, string? Kind, CurrencyProfile Profile);

/// <summary>
/// All that can be said of a currency beside its code, checked: what a person writes into a record, and what a data set
/// brings. Its members (<see cref="Members"/>) have the names by which contracts and the history know them.
/// </summary>
public sealed partial record CurrencyFacts
{
    private const int SymbolLength = 20;

    /// <summary>Every member that can be edited, updated by a data set, and told by the history.</summary>
    public static readonly IReadOnlyList<Member<CurrencyFacts>> Members =
    [
        new("name", f => f.Name.Value, (f, other) => f with { Name = other.Name }),
        new("status", f => f.Status.Word(), (f, other) => f with { Status = other.Status }),
        new("kind", f => f.Kind.Word(), (f, other) => f with { Kind = other.Kind }),
        Of("numeric", p => p.Numeric, (p, other) => p with { Numeric = other.Numeric }),
        Of("symbol", p => p.Symbol, (p, other) => p with { Symbol = other.Symbol }),
        Of("narrowSymbol", p => p.NarrowSymbol, (p, other) => p with { NarrowSymbol = other.NarrowSymbol }),
        Of("localSymbol", p => p.LocalSymbol, (p, other) => p with { LocalSymbol = other.LocalSymbol }),
        Of("minorUnits", p => p.MinorUnits, (p, other) => p with { MinorUnits = other.MinorUnits }),
        Of("withdrawn", p => p.Withdrawn, (p, other) => p with { Withdrawn = other.Withdrawn }),
        Of("localized", p => p.Localized, (p, other) => p with { Localized = other.Localized }),
        Of(
            "successors",
            p => p.Successors.Select(SuccessionInWords.Of).ToArray(),
            (p, other) => p with { Successors = other.Successors }
        ),
    ];

    private CurrencyFacts(CurrencyName name, CurrencyStatus status, CurrencyKind kind, CurrencyProfile profile) =>
        (Name, Status, Kind, Profile) = (name, status, kind, profile);

    /// <inheritdoc cref="Currency.Name" />
    public CurrencyName Name { get; private init; }

    /// <inheritdoc cref="Currency.Status" />
    public CurrencyStatus Status { get; private init; }

    /// <inheritdoc cref="Currency.Kind" />
    public CurrencyKind Kind { get; private init; }

    /// <inheritdoc cref="Currency.Profile" />
    public CurrencyProfile Profile { get; private init; }

    /// <summary>Checks what somebody says of a currency.</summary>
    /// <returns>The facts, or every failure with the path of its member.</returns>
    public static Result<CurrencyFacts> Create(CurrencyStatement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        var checks = new Checks("currency");
        var facts = new CurrencyFacts(
            checks.Value("name", CurrencyName.Create(statement.Name)),
            checks.OptionalWord("status", statement.Status, CurrencyWords.Statuses) is { } status
                ? CurrencyWords.StatusOf(status).GetValueOrDefault()
                : CurrencyStatus.Active,
            checks.OptionalWord("kind", statement.Kind, CurrencyWords.Kinds) is { } kind
                ? CurrencyWords.KindOf(kind).GetValueOrDefault()
                : CurrencyKind.NonIso,
            Clean(statement.Profile, checks)
        );
        return checks.Failures.Count > 0 ? checks.Failures : facts;
    }

    /// <summary>The facts of a currency as they are stored: they were checked when they came in.</summary>
    internal static CurrencyFacts Of(
        CurrencyName name,
        CurrencyStatus status,
        CurrencyKind kind,
        CurrencyProfile profile
    ) => new(name, status, kind, profile);

    private static CurrencyProfile Clean(CurrencyProfile profile, Checks checks)
    {
        checks.Range("minorUnits.iso", profile.MinorUnits.Iso, 0, 8);
        checks.Range("minorUnits.cldr", profile.MinorUnits.Cldr, 0, 8);
        checks.Range("minorUnits.cash", profile.MinorUnits.Cash, 0, 8);
        checks.Range("minorUnits.cashRounding", profile.MinorUnits.CashRounding, 0, 1000);
        return profile with
        {
            Numeric = checks.OptionalShape(
                "numeric",
                profile.Numeric,
                ThreeDigits(),
                "The code has three digits, such as 756."
            ),
            Symbol = checks.OptionalText("symbol", profile.Symbol, SymbolLength),
            NarrowSymbol = checks.OptionalText("narrowSymbol", profile.NarrowSymbol, SymbolLength),
        };
    }

    private static Member<CurrencyFacts> Of(
        string name,
        Func<CurrencyProfile, object?> value,
        Func<CurrencyProfile, CurrencyProfile, CurrencyProfile> take
    ) => new(name, f => value(f.Profile), (f, other) => f with { Profile = take(f.Profile, other.Profile) });

    /// <summary>A succession as it is compared, and told by the history.</summary>
    private sealed record SuccessionInWords(string To, decimal Ratio, DateOnly? Date, string Countries)
    {
        public static SuccessionInWords Of(Succession succession) =>
            new(succession.To, succession.Ratio, succession.Date, string.Join(' ', succession.Countries));
    }

    [GeneratedRegex(@"\A[0-9]{3}\z", RegexOptions.None, 100)]
    private static partial Regex ThreeDigits();
}
