using Gadgets.Contracts;
using Gadgets.Domain;
using Shared.Application.Events;
using Shared.Domain;

namespace Gadgets.Application;

/// <summary>What the other modules learn of this module's events.</summary>
internal sealed class GadgetsEventMap : IIntegrationEventMap
{
    public object? Map(IDomainEvent domainEvent) =>
        domainEvent switch
        {
            GadgetAdded added => new GadgetWasAdded(added.Id.Value, added.Name.Value),
            _ => null,
        };
}
