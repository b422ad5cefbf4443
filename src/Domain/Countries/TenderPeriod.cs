using Shared.Domain;

namespace Countries.Domain;

/// <summary>In what way a currency is money in a country.</summary>
public enum TenderKind
{
    /// <summary>Legal tender.</summary>
    LegalTender,

    /// <summary>Not legal tender, yet used beside the country's own money every day (the US dollar in Cambodia).</summary>
    Customary,

    /// <summary>A unit of account of ISO 4217 that nobody carries in the pocket (the Chilean UF).</summary>
    Fund,

    /// <summary>A local issue that ISO 4217 has no code for (the Faroese króna).</summary>
    NonIso,
}

/// <summary>A currency was or is money in a country from one day to another, both days included.</summary>
public sealed record TenderPeriod
{
    private TenderPeriod(CurrencyCode currency, TenderKind kind, DateOnly? from, DateOnly? to) =>
        (Currency, Kind, From, To) = (currency, kind, from, to);

    /// <summary>The currency.</summary>
    public CurrencyCode Currency { get; }

    /// <summary>In what way it is money there.</summary>
    public TenderKind Kind { get; }

    /// <summary>The first day; <see langword="null"/> when it is not known.</summary>
    public DateOnly? From { get; }

    /// <summary>The last day; <see langword="null"/> when it has not ended.</summary>
    public DateOnly? To { get; }

    /// <summary>Makes a period.</summary>
    /// <returns>The period, or the failure <c>country.tender.reversed</c> when it ends before it begins.</returns>
    public static Result<TenderPeriod> Create(CurrencyCode currency, TenderKind kind, DateOnly? from, DateOnly? to) =>
        from > to
            ? new Failure("country.tender.reversed", FailureKind.Invalid, "A period must not end before it begins.")
            : new TenderPeriod(currency, kind, from, to);

    /// <summary>Whether the currency is money there on that day.</summary>
    public bool Covers(DateOnly day) => (From is null || From <= day) && (To is null || To >= day);
}
