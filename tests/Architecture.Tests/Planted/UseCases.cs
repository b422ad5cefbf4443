using ErrorOr;
using FluentValidation;
using MediatR;
using Shared.Application;
using Shared.Application.Events;

namespace Architecture.Tests.Planted;

/// <summary>Planted: a command with input that no validator looks at.</summary>
internal sealed record NotValidated(string? Name) : ICommand<string>;

/// <summary>Planted: asks another use case through the mediator, in the body of an asynchronous method.</summary>
internal sealed class NotValidatedHandler(IServiceProvider services) : ICommandHandler<NotValidated, string>
{
    public async Task<ErrorOr<string>> Handle(NotValidated command, CancellationToken cancellationToken)
    {
        await Task.Yield();
        var sender = (ISender)services.GetService(typeof(ISender))!;
        return await sender.Send(command, cancellationToken);
    }
}

/// <summary>Planted: nobody handles it.</summary>
internal sealed record NotHandled : IQuery<string>;

/// <summary>Planted: its handler is not in its file.</summary>
internal sealed record HandledElsewhere : IQuery<string>;

/// <summary>Planted: calls another handler.</summary>
internal sealed class CallsAnotherHandler(NotValidatedHandler other) : IIntegrationEventHandler<NotValidated>
{
    public Task HandleAsync(NotValidated integrationEvent, CancellationToken cancellationToken) =>
        other.Handle(integrationEvent, cancellationToken);
}

/// <summary>A use case as it should be.</summary>
internal sealed record Validated(string? Name) : ICommand<string>;

internal sealed class ValidatedValidator : AbstractValidator<Validated>
{
    /// <summary>But for this: the rule has no failure of a catalogue.</summary>
    public ValidatedValidator() => RuleFor(command => command.Name).NotNull();
}
