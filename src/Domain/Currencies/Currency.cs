using Shared.Domain;

namespace Currencies.Domain;

/// <summary>
/// A currency: what ISO 4217 says of it (codes, status, minor unit) and what CLDR says (names, symbols, digits, cash).
/// Where a country uses it, and when, is the business of the countries. The data set brings them; people may add others.
/// </summary>
public sealed class Currency : DataSetRecord<CurrencyFacts>
{
    private Currency(
        CurrencyCode code,
        Origin origin,
        CurrencyName name,
        CurrencyStatus status,
        CurrencyKind kind,
        CurrencyProfile profile
    )
        : base(origin) => (Code, Name, Status, Kind, Profile) = (code, name, status, kind, profile);

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

    /// <inheritdoc />
    public override CurrencyFacts Facts => CurrencyFacts.Of(Name, Status, Kind, Profile);

    /// <inheritdoc />
    protected override IReadOnlyList<Member<CurrencyFacts>> Members => CurrencyFacts.Members;

    /// <summary>Adds a local record.</summary>
    /// <param name="code">Its code, which must be free.</param>
    /// <param name="facts">What is said of it.</param>
    /// <param name="lastVersion">The last version of records with this code that were removed, or more; 0 where there was none.</param>
    public static Currency AddLocal(CurrencyCode code, CurrencyFacts facts, long lastVersion = 0)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var currency = new Currency(code, Origin.Local, facts.Name, facts.Status, facts.Kind, facts.Profile);
        currency.CountOnAfter(lastVersion);
        currency.Raise(new CurrencyAdded(code, currency.Members.Compare(null, facts)));
        return currency;
    }

    /// <summary>Makes a currency of the data set.</summary>
    public static Currency FromDataSet(
        CurrencyCode code,
        CurrencyName name,
        CurrencyStatus status,
        CurrencyKind kind,
        CurrencyProfile profile
    ) => new(code, Origin.DataSet, name, status, kind, profile);

    /// <summary>A person edits the record. Nothing happens where nothing differs.</summary>
    /// <param name="facts">All that is now said of it.</param>
    public void Edit(CurrencyFacts facts) => TakeFromPerson(facts);

    /// <summary>Says that the record is removed; the repository takes it away.</summary>
    public void Remove() => Raise(new CurrencyRemoved(Code, Members.Compare(Facts, null)));

    /// <inheritdoc />
    protected override void Take(CurrencyFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        (Name, Status, Kind, Profile) = (facts.Name, facts.Status, facts.Kind, facts.Profile);
    }

    /// <inheritdoc />
    protected override IMemberChanges Changed(IReadOnlyList<MemberChange> changes) =>
        new CurrencyChanged(Code, changes);
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

/// <summary>The words for status and kind, the same in the data set, the contracts and the history.</summary>
public static class CurrencyWords
{
    private static readonly Dictionary<string, CurrencyStatus> StatusByWord = new()
    {
        ["active"] = CurrencyStatus.Active,
        ["historic"] = CurrencyStatus.Historic,
    };

    private static readonly Dictionary<string, CurrencyKind> KindByWord = new()
    {
        ["money"] = CurrencyKind.Money,
        ["fund"] = CurrencyKind.Fund,
        ["metal"] = CurrencyKind.Metal,
        ["test"] = CurrencyKind.Test,
        ["non-iso"] = CurrencyKind.NonIso,
    };

    /// <summary>All words for a status.</summary>
    public static IReadOnlyList<string> Statuses { get; } = [.. StatusByWord.Keys];

    /// <summary>All words for a kind.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [.. KindByWord.Keys];

    /// <summary>The word for a status.</summary>
    public static string Word(this CurrencyStatus status) => StatusByWord.First(word => word.Value == status).Key;

    /// <summary>The word for a kind.</summary>
    public static string Word(this CurrencyKind kind) => KindByWord.First(word => word.Value == kind).Key;

    /// <summary>The status that a word stands for, if any.</summary>
    public static CurrencyStatus? StatusOf(string word) =>
        StatusByWord.TryGetValue(word, out var status) ? status : null;

    /// <summary>The kind that a word stands for, if any.</summary>
    public static CurrencyKind? KindOf(string word) => KindByWord.TryGetValue(word, out var kind) ? kind : null;
}
