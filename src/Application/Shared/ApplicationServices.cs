using System.Reflection;
using ErrorOr;
using FluentValidation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Shared.Application.Events;
using Shared.Application.Pipeline;

namespace Shared.Application;

/// <summary>Finds what a module's Application assembly offers, so that nothing needs to be registered by hand.</summary>
public static class ApplicationServices
{
    /// <summary>
    /// Registers the handlers, validators, event handlers, the event map and the answers to the module's own
    /// Contracts, and puts the pipeline (telemetry, validation, unit of work) before every handler.
    /// </summary>
    public static IServiceCollection AddApplication(this IServiceCollection services, Assembly application)
    {
        ArgumentNullException.ThrowIfNull(application);
        services.AddMediatR(configuration => configuration.RegisterServicesFromAssembly(application));
        services.TryAddSingleton<UseCaseMetrics>();
        services.TryAddScoped<Caller>();
        services.TryAddScoped<ICaller>(provider => provider.GetRequiredService<Caller>());

        var module = application.GetName().Name!.Replace(".Application", "", StringComparison.Ordinal);
        foreach (var type in application.DefinedTypes.Where(type => type is { IsClass: true, IsAbstract: false }))
        {
            foreach (var contract in type.ImplementedInterfaces)
            {
                if (IsClosed(contract, typeof(ICommand<>)) || IsClosed(contract, typeof(IQuery<>)))
                    AddPipeline(services, type, contract);
                else if (IsClosed(contract, typeof(IValidator<>)))
                    services.AddSingleton(contract, type);
                else if (IsClosed(contract, typeof(IIntegrationEventHandler<>)))
                    services.AddSingleton(new EventSubscription(module, type, contract.GenericTypeArguments[0]));
                else if (contract == typeof(IIntegrationEventMap))
                    services.AddKeyedSingleton(typeof(IIntegrationEventMap), module, type);
                else if (contract.Assembly.GetName().Name == $"{module}.Contracts")
                    services.AddScoped(contract, type);
            }
        }
        return services;
    }

    private static void AddPipeline(IServiceCollection services, Type request, Type contract)
    {
        var answer = contract.GenericTypeArguments[0];
        var service = typeof(IPipelineBehavior<,>).MakeGenericType(request, typeof(ErrorOr<>).MakeGenericType(answer));
        services.AddTransient(service, typeof(TelemetryBehavior<,>).MakeGenericType(request, answer));
        services.AddTransient(service, typeof(ValidationBehavior<,>).MakeGenericType(request, answer));
        if (
            IsClosed(contract, typeof(ICommand<>))
            && !request.GetInterfaces().Any(type => IsClosed(type, typeof(ICommandWithOwnUnitOfWork<>)))
        )
            services.AddTransient(service, typeof(UnitOfWorkBehavior<,>).MakeGenericType(request, answer));
    }

    private static bool IsClosed(Type type, Type definition) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == definition;
}

/// <summary>A handler that was found, and the event that it waits for.</summary>
/// <param name="Module">The module that the handler belongs to.</param>
/// <param name="Handler">The handler's type.</param>
/// <param name="Event">The event's type.</param>
public sealed record EventSubscription(string Module, Type Handler, Type Event);
