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

/// <summary>The words for the kinds, the same in the data set, the contracts and the history.</summary>
public static class TenderKinds
{
    private static readonly Dictionary<string, TenderKind> ByWord = new()
    {
        ["tender"] = TenderKind.LegalTender,
        ["customary"] = TenderKind.Customary,
        ["fund"] = TenderKind.Fund,
        ["non-iso"] = TenderKind.NonIso,
    };

    /// <summary>All words.</summary>
    public static IReadOnlyList<string> Words { get; } = [.. ByWord.Keys];

    /// <summary>The word for a kind.</summary>
    public static string Word(this TenderKind kind) => ByWord.First(word => word.Value == kind).Key;

    /// <summary>The kind that a word stands for, if any.</summary>
    public static TenderKind? Of(string word) => ByWord.TryGetValue(word, out var kind) ? kind : null;
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
        from > to ? CountryErrors.TenderReversed : new TenderPeriod(currency, kind, from, to);

    /// <summary>Whether the currency is money there on that day.</summary>
    public bool Covers(DateOnly day) => (From is null || From <= day) && (To is null || To >= day);

    /// <summary>Whether there is a day that both periods cover.</summary>
    public bool Overlaps(TenderPeriod other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return !(From > other.To) && !(other.From > To);
    }

    /// <summary>
    /// The money of a country once somebody has said what it is now: what was given, and what they did not speak of,
    /// that is the periods that are over or still to come. A given period takes the place of those of its currency that
    /// it overlaps. Whoever says again what is known changes nothing, whatever has begun or ended since it was written.
    /// </summary>
    /// <param name="known">The periods so far.</param>
    /// <param name="given">What was said.</param>
    /// <param name="today">The present day.</param>
    public static IReadOnlyList<TenderPeriod> Replace(
        IReadOnlyList<TenderPeriod> known,
        IReadOnlyList<TenderPeriod> given,
        DateOnly today
    )
    {
        var others = known
            .Where(period => !period.Covers(today))
            .Where(period => !given.Any(g => g.Currency == period.Currency && g.Overlaps(period)));
        List<TenderPeriod> money = [.. given, .. others];
        var isKnown =
            money.Count == known.Count
            && money.All(known.Contains)
            && money.Where(period => period.Covers(today)).SequenceEqual(known.Where(period => period.Covers(today)));
        return isKnown ? known : money;
    }
}
