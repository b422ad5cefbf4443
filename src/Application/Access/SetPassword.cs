using Access.Domain;
using ErrorOr;
using FluentValidation;
using Shared.Application;

namespace Access.Application;

/// <summary>Gives a user another password without asking for the old one, and ends the user's sessions.</summary>
/// <param name="User">The identity or the name of the user.</param>
/// <param name="Password">The password.</param>
/// <param name="RemovePasskeys">Whether the passkeys go too, for somebody who lost them.</param>
public sealed record SetPassword(string? User, string? Password, bool RemovePasskeys = false)
    : ICommandWithOwnUnitOfWork<StoredUser>
{
    /// <summary>Without the password, which must not get into a log.</summary>
    public override string ToString() => $"{nameof(SetPassword)} {User}";
}

internal sealed class SetPasswordValidator : AbstractValidator<SetPassword>
{
    // What is wrong with the password hangs on whose it is: the handler says it.
    public SetPasswordValidator() => RuleFor(command => command.User).NotEmpty().OrElse(UserErrors.NotFound);
}

internal sealed class SetPasswordHandler(
    IUserRepository users,
    IGroupRepository groups,
    IPasswords passwords,
    ICommonPasswords common,
    IUnitOfWorkProvider work,
    ICaller caller,
    TimeProvider clock
) : ICommandHandler<SetPassword, StoredUser>
{
    public async Task<ErrorOr<StoredUser>> Handle(SetPassword command, CancellationToken cancellationToken)
    {
        if (await users.FindByKeyAsync(command.User, cancellationToken) is not { } found)
            return UserErrors.NotFound.ToError();
        var hasPasskey = found.Passkeys.Count > 0 && !command.RemovePasskeys;
        var wrong = common.Failures(command.Password, found.Name.Value, found.Email?.Value, hasPasskey);
        if (wrong.Count > 0)
            return wrong.ConvertAll(Errors.ToError);
        PasswordHash hash;
        using (var turn = await passwords.EnterAsync(cancellationToken))
        {
            if (turn is null)
                return UserErrors.Busy.ToError();
            hash = turn.Hash(Password.Create(command.Password, hasPasskey).Value);
        }
        return await work.Of(ModuleName.Of<SetPassword>())
            .ExecuteAsync<StoredUser>(
                async token =>
                {
                    if (await users.FindAsync(found.Id, token) is not { } user)
                        return UserErrors.NotFound.ToError();
                    // Whoever sets a password can sign in with it: so the caller must have all that the user has.
                    var theirs = await groups.FindAsync(user.Groups, token);
                    if (caller.RefusalOf(user, theirs) is { } refusal)
                        return refusal;
                    if (command.RemovePasskeys)
                        user.RemovePasskeys();
                    user.SetPassword(hash, clock.GetUtcNow());
                    return new StoredUser(user.Id.ToString(), user.Name.Value);
                },
                cancellationToken
            );
    }
}
