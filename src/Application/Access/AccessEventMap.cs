using Access.Contracts;
using Access.Domain;
using Shared.Application.Events;
using Shared.Domain;

namespace Access.Application;

/// <summary>What the other modules learn of this module's events.</summary>
internal sealed class AccessEventMap : IIntegrationEventMap
{
    public object? Map(IDomainEvent domainEvent) =>
        domainEvent switch
        {
            ApiKeyCreated created => new ApiKeyWasCreated(created.Id.Value, created.Name.Value),
            ApiKeyRevoked revoked => new ApiKeyWasRevoked(revoked.Id.Value, revoked.Name.Value),
            _ => null,
        };
}
