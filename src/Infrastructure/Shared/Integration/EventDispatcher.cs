using System.Reflection;
using System.Text.Json;
using ErrorOr;
using Microsoft.Extensions.DependencyInjection;
using Shared.Application;
using Shared.Application.Events;

namespace Shared.Infrastructure.Integration;

/// <summary>The handlers in this process that wait for an event.</summary>
internal sealed class EventDispatcher(IServiceScopeFactory scopes, IEnumerable<EventSubscription> subscriptions)
{
    private static readonly MethodInfo Typed = typeof(EventDispatcher).GetMethod(
        nameof(HandleAsync),
        BindingFlags.NonPublic | BindingFlags.Static
    )!;

    private readonly ILookup<string, EventSubscription> byEvent = subscriptions.ToLookup(s => s.Event.FullName!);

    /// <summary>Whether anybody waits for messages of a type. If not, there is nothing for the relay to do.</summary>
    public bool AwaitsAny(string type) => byEvent.Contains(type);

    /// <summary>Hands a message to each of them, each in a transaction of its own module.</summary>
    /// <exception cref="Exception">One of them failed; those that did not fail will know the message when it comes again.</exception>
    public async Task DispatchAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        foreach (var subscription in byEvent[message.Type])
        {
            await using var scope = scopes.CreateAsyncScope();
            var services = scope.ServiceProvider;
            var inbox = services.GetRequiredKeyedService<IInbox>(subscription.Module);
            var unitOfWork = services.GetRequiredKeyedService<IUnitOfWork>(subscription.Module);
            await unitOfWork.ExecuteAsync<Success>(
                async token =>
                {
                    if (await inbox.TryRecordAsync(message.MessageId, subscription.Handler.Name, token))
                    {
                        var handle = Typed.MakeGenericMethod(subscription.Event);
                        await (Task)handle.Invoke(null, [services, subscription.Handler, message.Payload, token])!;
                    }
                    return Result.Success;
                },
                cancellationToken
            );
        }
    }

    private static async Task HandleAsync<TEvent>(
        IServiceProvider services,
        Type handler,
        string payload,
        CancellationToken cancellationToken
    )
    {
        var integrationEvent =
            JsonSerializer.Deserialize<TEvent>(payload)
            ?? throw new InvalidDataException($"The payload of a {typeof(TEvent).Name} is null.");
        var instance = (IIntegrationEventHandler<TEvent>)ActivatorUtilities.CreateInstance(services, handler);
        await instance.HandleAsync(integrationEvent, cancellationToken);
    }
}
