using Shared.Domain;

namespace Currencies.Domain;

/// <summary>Somebody added a currency of their own beside the data set.</summary>
public sealed record CurrencyAdded(CurrencyCode Code, IReadOnlyList<MemberChange> Changes) : IMemberChanges
{
    public string AggregateId => Code.Value;
}

/// <summary>A person or a data set changed what is said of a currency.</summary>
public sealed record CurrencyChanged(CurrencyCode Code, IReadOnlyList<MemberChange> Changes) : IMemberChanges
{
    public string AggregateId => Code.Value;
}

/// <summary>A person removed a currency, or a data set knows it no longer.</summary>
public sealed record CurrencyRemoved(CurrencyCode Code, IReadOnlyList<MemberChange> Changes) : IMemberChanges
{
    public string AggregateId => Code.Value;
}

/// <summary>A version of the data set was loaded: any currency may be new or changed.</summary>
public sealed record CurrencyDataSetLoaded(string Version) : IDomainEvent
{
    public string AggregateId => "data-set";
}
