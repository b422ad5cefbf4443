using Shared.Domain;

namespace Countries.Domain;

/// <summary>
/// A country or territory. The data set's have codes of ISO 3166-1; a local record, added by a person beside the
/// data set, has none and says in its own words what its money is.
/// </summary>
public sealed class Country : AggregateRoot
{
    private Country(CountryId id, CountryName name, DateTimeOffset addedAt) =>
        (Id, Name, NameKey, AddedAt) = (id, name, name.Key, addedAt);

    /// <summary>The identity.</summary>
    public CountryId Id { get; }

    /// <inheritdoc />
    public override string AggregateId => Id.ToString();

    /// <summary>The common English name. No other country has one that compares equal.</summary>
    public CountryName Name { get; private set; }

    /// <summary>The name as it is compared, stored so that the database keeps names unique as this code does.</summary>
    public string NameKey { get; private set; }

    /// <summary>The codes of ISO 3166-1; <see langword="null"/> for a local record.</summary>
    public CountryCodes? Codes { get; private set; }

    /// <summary>What the data set knows beside names, codes and money; <see langword="null"/> for a local record.</summary>
    public CountryProfile? Profile { get; private set; }

    /// <summary>What the money is called by whoever added a local record; <see langword="null"/> for the data set's.</summary>
    public LocalCurrencyName? LocalCurrency { get; private set; }

    /// <summary>Which currencies are and were money here. Current ones stand first, the principal one first of all.</summary>
    public IReadOnlyList<TenderPeriod> TenderPeriods { get; private set; } = [];

    /// <summary>When the record came into this service.</summary>
    public DateTimeOffset AddedAt { get; }

    /// <summary>Adds a local record.</summary>
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
    )
    {
        var country = new Country(id, name, now) { LocalCurrency = localCurrency };
        if (currency is not null)
            country.TenderPeriods = [IsTenderNow(currency)];
        country.Raise(new CountryAdded(id, name));
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
        new(id, name, now)
        {
            Codes = codes,
            Profile = profile,
            TenderPeriods = [.. periods],
        };

    /// <summary>Records which currency the words of a local record mean. Does nothing where that is known already.</summary>
    public void LinkLocalCurrency(CurrencyCode currency)
    {
        if (LocalCurrency is null || TenderPeriods.Count > 0)
            return;
        TenderPeriods = [IsTenderNow(currency)];
        Raise(new LocalCurrencyLinked(Id, currency));
    }

    private static TenderPeriod IsTenderNow(CurrencyCode currency) =>
        TenderPeriod.Create(currency, TenderKind.LegalTender, from: null, to: null).Value;
}

/// <summary>The three codes of ISO 3166-1. Kosovo, which ISO does not list, has no numeric one.</summary>
public sealed record CountryCodes(Alpha2Code Alpha2, Alpha3Code Alpha3, NumericCode? Numeric);
