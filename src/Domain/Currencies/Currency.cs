using Shared.Domain;

namespace Currencies.Domain;

/// <summary>
/// A currency: what ISO 4217 says of it (codes, status, minor unit) and what CLDR says (names, symbols, digits, cash).
/// Where a country uses it, and when, is the business of the countries.
/// </summary>
public sealed class Currency : AggregateRoot
{
    private Currency(
        CurrencyCode code,
        CurrencyName name,
        CurrencyStatus status,
        CurrencyKind kind,
        CurrencyProfile profile
    ) => (Code, Name, Status, Kind, Profile) = (code, name, status, kind, profile);

    /// <summary>The three letters; the identity.</summary>
    public CurrencyCode Code { get; }

    /// <inheritdoc />
    public override string AggregateId => Code.Value;

    /// <summary>The English name (CLDR).</summary>
    public CurrencyName Name { get; private set; }

    /// <summary>Whether ISO 4217 lists it as active today.</summary>
    public CurrencyStatus Status { get; private set; }

    /// <summary>What sort of thing it is.</summary>
    public CurrencyKind Kind { get; private set; }

    /// <summary>The rest of what is known.</summary>
    public CurrencyProfile Profile { get; private set; }

    /// <summary>Makes a currency of the data set.</summary>
    public static Currency FromDataSet(
        CurrencyCode code,
        CurrencyName name,
        CurrencyStatus status,
        CurrencyKind kind,
        CurrencyProfile profile
    ) => new(code, name, status, kind, profile);
}

/// <summary>Where a code stands in ISO 4217.</summary>
public enum CurrencyStatus
{
    /// <summary>On the current list.</summary>
    Active,

    /// <summary>Withdrawn, or never listed.</summary>
    Historic,
}

/// <summary>What sort of thing a currency code stands for.</summary>
public enum CurrencyKind
{
    /// <summary>Money.</summary>
    Money,

    /// <summary>A unit of account (CHE, CLF).</summary>
    Fund,

    /// <summary>A precious metal (XAU).</summary>
    Metal,

    /// <summary>For tests, or for no currency at all (XTS, XXX).</summary>
    Test,

    /// <summary>A local issue that ISO 4217 has no code for (JEP).</summary>
    NonIso,
}

/// <summary>A version of the data set was loaded: any currency may be new or changed.</summary>
public sealed record CurrencyDataSetLoaded(string Version) : IDomainEvent
{
    public string AggregateId => "data-set";
}
