using Shared.Domain;

namespace Countries.Domain;

/// <summary>Somebody added a country of their own beside the data set.</summary>
public sealed record CountryAdded(CountryId Id, CountryName Name, IReadOnlyList<MemberChange> Changes) : IMemberChanges
{
    public string AggregateId => Id.ToString();
}

/// <summary>A person or a data set changed what is said of a country.</summary>
public sealed record CountryChanged(CountryId Id, IReadOnlyList<MemberChange> Changes) : IMemberChanges
{
    public string AggregateId => Id.ToString();
}

/// <summary>A person removed a country, or a data set knows it no longer.</summary>
public sealed record CountryRemoved(CountryId Id, IReadOnlyList<MemberChange> Changes) : IMemberChanges
{
    public string AggregateId => Id.ToString();
}

/// <summary>The words that somebody used for a country's money were found to mean a currency that has a code.</summary>
public sealed record LocalCurrencyLinked(CountryId Id, CurrencyCode Currency, IReadOnlyList<MemberChange> Changes)
    : IMemberChanges
{
    public string AggregateId => Id.ToString();
}

/// <summary>A version of the data set was loaded: any country may be new or changed.</summary>
public sealed record CountryDataSetLoaded(string Version) : IDomainEvent
{
    public string AggregateId => "data-set";
}
