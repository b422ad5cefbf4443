using Access.Domain;
using ErrorOr;
using FluentValidation;
using Shared.Application;

namespace Access.Application;

/// <summary>Takes a group away; its users lose what they had by it alone.</summary>
/// <param name="Id">The identity of the group.</param>
/// <param name="Version">The version that was seen; nothing to remove any.</param>
public sealed record RemoveGroup(string? Id, long? Version) : ICommand<Success>;

internal sealed class RemoveGroupValidator : AbstractValidator<RemoveGroup>
{
    public RemoveGroupValidator() => RuleFor(command => command.Id).NotNull().OrElse(GroupErrors.NotFound);
}

internal sealed class RemoveGroupHandler(IGroupRepository groups, IUserRepository users)
    : ICommandHandler<RemoveGroup, Success>
{
    public async Task<ErrorOr<Success>> Handle(RemoveGroup command, CancellationToken cancellationToken)
    {
        if (await groups.FindAsync(command.Id, cancellationToken) is not { } group)
            return GroupErrors.NotFound.ToError();
        if (command.Version is { } version && version != group.Version)
            return GroupErrors.Stale.ToError();
        foreach (var user in await users.InGroupAsync(group.Id, cancellationToken))
            user.Leave(group.Id);
        group.Remove();
        groups.Remove(group);
        return Result.Success;
    }
}
