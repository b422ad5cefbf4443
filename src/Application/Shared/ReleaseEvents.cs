using ErrorOr;
using FluentValidation;

namespace Shared.Application;

/// <summary>
/// Lets events be tried again that were parked after too many tries, once their cause is mended. It takes a unit of work of
/// each module, since each has an outbox of its own.
/// </summary>
/// <param name="Events">Which ones (<see cref="OutboxItem.Id"/>), of whatever modules.</param>
public sealed record ReleaseEvents(IReadOnlyCollection<Guid> Events) : ICommandWithOwnUnitOfWork<int>;

internal sealed class ReleaseEventsValidator : AbstractValidator<ReleaseEvents>
{
    public ReleaseEventsValidator() => RuleFor(command => command.Events).NotEmpty().OrElse(OutboxErrors.NotParked);
}

internal sealed class ReleaseEventsHandler(IOutboxes outboxes, IUnitOfWorkProvider work)
    : ICommandHandler<ReleaseEvents, int>
{
    /// <summary>Answers with the number of events that are free again.</summary>
    public async Task<ErrorOr<int>> Handle(ReleaseEvents command, CancellationToken cancellationToken)
    {
        var released = 0;
        foreach (var module in outboxes.Modules)
        {
            var outcome = await work.Of(module)
                .ExecuteAsync<int>(
                    async token => await outboxes.Of(module).ReleaseAsync(command.Events, token),
                    cancellationToken
                );
            if (outcome.IsError)
                return outcome;
            released += outcome.Value;
        }
        return released > 0 ? released : OutboxErrors.NotParked.ToError();
    }
}
