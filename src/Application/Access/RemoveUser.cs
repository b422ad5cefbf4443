using Access.Domain;
using ErrorOr;
using FluentValidation;
using Shared.Application;

namespace Access.Application;

/// <summary>Takes a user away, and with it all sessions. The history of what the user did stays.</summary>
/// <param name="Id">The identity of the user.</param>
/// <param name="Version">The version that was seen; nothing to remove any.</param>
public sealed record RemoveUser(string? Id, long? Version) : ICommand<Success>;

internal sealed class RemoveUserValidator : AbstractValidator<RemoveUser>
{
    public RemoveUserValidator() => RuleFor(command => command.Id).NotNull().OrElse(UserErrors.NotFound);
}

internal sealed class RemoveUserHandler(IUserRepository users, ICaller caller) : ICommandHandler<RemoveUser, Success>
{
    public async Task<ErrorOr<Success>> Handle(RemoveUser command, CancellationToken cancellationToken)
    {
        if (await users.FindAsync(command.Id, cancellationToken) is not { } user)
            return UserErrors.NotFound.ToError();
        if (command.Version is { } version && version != user.Version)
            return UserErrors.Stale.ToError();
        if (caller.RefusalOf(user, after: null, joined: []) is { } refusal)
            return refusal;
        if (
            user is { IsActive: true, IsSuperuser: true }
            && !await users.AnotherSuperuserIsActiveAsync(user.Id, cancellationToken)
        )
            return UserErrors.LastSuperuser.ToError();
        user.Remove();
        users.Remove(user);
        return Result.Success;
    }
}
