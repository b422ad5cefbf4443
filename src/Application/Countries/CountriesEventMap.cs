using Countries.Contracts;
using Countries.Domain;
using Shared.Application.Events;
using Shared.Domain;

namespace Countries.Application;

/// <summary>What the other modules learn of this module's events.</summary>
internal sealed class CountriesEventMap : IIntegrationEventMap
{
    public object? Map(IDomainEvent domainEvent) =>
        domainEvent switch
        {
            CountryAdded added => new CountryWasAdded(added.Id.Value, added.Name.Value),
            CountryChanged changed => new CountryWasChanged(changed.Id.Value),
            CountryRemoved removed => new CountryWasRemoved(removed.Id.Value),
            LocalCurrencyLinked linked => new CountryWasChanged(linked.Id.Value),
            CountryDataSetLoaded loaded => new CountryDataSetWasLoaded(loaded.Version),
            _ => null,
        };
}
