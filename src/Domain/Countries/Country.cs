using Shared.Domain;

namespace Countries.Domain;

/// <summary>A country or territory. The data set brings those of ISO 3166-1; people add local records beside them.</summary>
public sealed class Country : DataSetRecord<CountryFacts>
{
    private Country(CountryId id, Origin origin, CountryName name, DateTimeOffset addedAt)
        : base(origin) => (Id, Name, NameKey, AddedAt) = (id, name, name.Key, addedAt);

    /// <summary>The identity.</summary>
    public CountryId Id { get; }

    /// <inheritdoc />
    public override string AggregateId => Id.ToString();

    /// <summary>The common English name. No other country has one that compares equal.</summary>
    public CountryName Name { get; private set; }

    /// <summary>The name as it is compared, stored so that the database keeps names unique as this code does.</summary>
    public string NameKey { get; private set; }

    /// <summary>The codes of ISO 3166-1, which no other country has; a local record need not have any.</summary>
    public CountryCodes? Codes { get; private set; }

    /// <summary>What is known beside name, codes and money.</summary>
    public CountryProfile Profile
    {
        get => field ?? CountryProfile.Empty;
        private set;
    }

    /// <summary>What the money is called by whoever added a local record, in their own words.</summary>
    public LocalCurrencyName? LocalCurrency { get; private set; }

    /// <summary>Which currencies are and were money here. Of those of the same day the principal one stands first.</summary>
    public IReadOnlyList<TenderPeriod> TenderPeriods { get; private set; } = [];

    /// <summary>When the record came into this service.</summary>
    public DateTimeOffset AddedAt { get; }

    /// <inheritdoc />
    public override CountryFacts Facts => CountryFacts.Of(Name, Codes, LocalCurrency, TenderPeriods, Profile);

    /// <inheritdoc />
    protected override IReadOnlyList<Member<CountryFacts>> Members => CountryFacts.Members;

    /// <summary>Adds a local record of which only the name and the money in words are known.</summary>
    /// <param name="id">Its identity.</param>
    /// <param name="name">Its name, which must be free.</param>
    /// <param name="localCurrency">Its money in the words of whoever adds it.</param>
    /// <param name="currency">The currency that those words mean, where one is known.</param>
    /// <param name="now">The present moment.</param>
    public static Country AddLocal(
        CountryId id,
        CountryName name,
        LocalCurrencyName localCurrency,
        CurrencyCode? currency,
        DateTimeOffset now
    ) =>
        AddLocal(
            id,
            CountryFacts.Of(
                name,
                codes: null,
                localCurrency,
                currency is null ? [] : [IsTenderNow(currency)],
                CountryProfile.Empty
            ),
            now
        );

    /// <summary>Adds a local record.</summary>
    /// <param name="id">Its identity.</param>
    /// <param name="facts">What is said of it; name and codes must be free.</param>
    /// <param name="now">The present moment.</param>
    public static Country AddLocal(CountryId id, CountryFacts facts, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var country = new Country(id, Origin.Local, facts.Name, now);
        country.Take(facts);
        country.Raise(new CountryAdded(id, facts.Name, country.Members.Compare(null, facts)));
        return country;
    }

    /// <summary>Makes a country of the data set.</summary>
    public static Country FromDataSet(
        CountryId id,
        CountryName name,
        CountryCodes codes,
        CountryProfile profile,
        IEnumerable<TenderPeriod> periods,
        DateTimeOffset now
    ) =>
        new(id, Origin.DataSet, name, now)
        {
            Codes = codes,
            Profile = profile,
            TenderPeriods = [.. periods],
        };

    /// <summary>A person edits the record. Nothing happens where nothing differs.</summary>
    /// <param name="facts">All that is now said of it; a name and codes that differ must be free.</param>
    /// <returns><see cref="CountryErrors.CodesAreFixed"/> for other codes than those of the data set, else nothing.</returns>
    public Failure? Edit(CountryFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (Origin == Origin.DataSet && facts.Codes != Codes)
            return CountryErrors.CodesAreFixed;
        TakeFromPerson(facts);
        return null;
    }

    /// <summary>Says that the record is removed; the repository takes it away.</summary>
    public void Remove() => Raise(new CountryRemoved(Id, Members.Compare(Facts, null)));

    /// <summary>Records which currency the words of a local record mean. Does nothing where that is known already.</summary>
    public void LinkLocalCurrency(CurrencyCode currency)
    {
        if (LocalCurrency is null || TenderPeriods.Count > 0)
            return;
        var before = Facts;
        TenderPeriods = [IsTenderNow(currency)];
        RaiseChange(new LocalCurrencyLinked(Id, currency, Members.Compare(before, Facts)));
    }

    /// <inheritdoc />
    protected override void Take(CountryFacts facts) =>
        (Name, NameKey, Codes, LocalCurrency, TenderPeriods, Profile) = (
            facts.Name,
            facts.Name.Key,
            facts.Codes,
            facts.LocalCurrency,
            facts.TenderPeriods,
            facts.Profile
        );

    /// <inheritdoc />
    protected override IMemberChanges Changed(IReadOnlyList<MemberChange> changes) => new CountryChanged(Id, changes);

    private static TenderPeriod IsTenderNow(CurrencyCode currency) =>
        TenderPeriod.Create(currency, TenderKind.LegalTender, from: null, to: null).Value;
}

/// <summary>The three codes of ISO 3166-1. Kosovo, which ISO does not list, has no numeric one.</summary>
public sealed record CountryCodes(Alpha2Code Alpha2, Alpha3Code Alpha3, NumericCode? Numeric);
