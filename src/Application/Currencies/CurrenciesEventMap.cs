using Currencies.Contracts;
using Currencies.Domain;
using Shared.Application.Events;
using Shared.Domain;

namespace Currencies.Application;

/// <summary>What the other modules learn of this module's events.</summary>
internal sealed class CurrenciesEventMap : IIntegrationEventMap
{
    public object? Map(IDomainEvent domainEvent) =>
        domainEvent switch
        {
            CurrencyAdded added => new CurrencyWasAdded(added.Code.Value),
            CurrencyChanged changed => new CurrencyWasChanged(changed.Code.Value),
            CurrencyRemoved removed => new CurrencyWasRemoved(removed.Code.Value),
            CurrencyDataSetLoaded loaded => new CurrencyDataSetWasLoaded(loaded.Version),
            _ => null,
        };
}
