using Access.Domain;
using ErrorOr;
using FluentValidation;
using Shared.Application;

namespace Access.Application;

/// <summary>Says all that is now to be said of a user. What the draft leaves out the user has no longer.</summary>
/// <param name="Id">The identity of the user.</param>
/// <param name="Version">The version that the draft was made from; nothing to write over any.</param>
/// <param name="Draft">What is said.</param>
public sealed record EditUser(string? Id, long? Version, UserDraft Draft) : ICommand<Success>;

internal sealed class EditUserValidator : AbstractValidator<EditUser>
{
    public EditUserValidator() => RuleFor(command => command.Draft).MustPass(UserDraft.Check);
}

internal sealed class EditUserHandler(IUserRepository users, IGroupRepository groups, ICaller caller)
    : ICommandHandler<EditUser, Success>
{
    public async Task<ErrorOr<Success>> Handle(EditUser command, CancellationToken cancellationToken)
    {
        if (await users.FindAsync(command.Id, cancellationToken) is not { } user)
            return UserErrors.NotFound.ToError();
        if (command.Version is { } version && version != user.Version)
            return UserErrors.Stale.ToError();
        var facts = command.Draft.ToFacts();
        if (await users.FindAsync(facts.Name, cancellationToken) is { } other && other != user)
            return UserErrors.NameTaken.ToError();

        var joined = await groups.FindAsync([.. facts.Groups.Except(user.Groups)], cancellationToken);
        if (joined.Count != facts.Groups.Except(user.Groups).Count())
            return UserErrors.UnknownGroup.ToError();
        if (caller.RefusalOf(user, facts, joined) is { } refusal)
            return refusal;
        if (
            user is { IsActive: true, IsSuperuser: true }
            && facts is not { IsActive: true, IsSuperuser: true }
            && !await users.AnotherSuperuserIsActiveAsync(user.Id, cancellationToken)
        )
            return UserErrors.LastSuperuser.ToError();
        user.Edit(facts);
        return Result.Success;
    }
}
