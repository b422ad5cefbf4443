using Shared.Domain;

namespace Shared.Application.Events;

/// <summary>
/// Handles an event of another module. It runs in a unit of work of its own module that also saves the inbox row, so an
/// event that is handed over twice takes effect once.
/// </summary>
/// <typeparam name="TEvent">A record of the other module's Contracts.</typeparam>
public interface IIntegrationEventHandler<in TEvent>
{
    /// <summary>Takes the event in. An exception means: try again later.</summary>
    Task HandleAsync(TEvent integrationEvent, CancellationToken cancellationToken);
}

/// <summary>Says which events of a module's domain leave the module, and as what.</summary>
public interface IIntegrationEventMap
{
    /// <summary>The record of the module's Contracts that tells other modules, or <see langword="null"/> for a private event.</summary>
    object? Map(IDomainEvent domainEvent);
}
