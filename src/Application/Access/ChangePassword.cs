using Access.Domain;
using ErrorOr;
using FluentValidation;
using Shared.Application;

namespace Access.Application;

/// <summary>Somebody who is signed in changes their own password. Their other sessions end; this one goes on under a new token.</summary>
/// <param name="UserId">The identity of the user.</param>
/// <param name="OldPassword">The password until now.</param>
/// <param name="Password">The password from now on.</param>
/// <param name="Client">The address or network that it comes from.</param>
public sealed record ChangePassword(string? UserId, string? OldPassword, string? Password, string Client)
    : ICommandWithOwnUnitOfWork<OpenedSession>
{
    /// <summary>Without what was typed, which must not get into a log.</summary>
    public override string ToString() => $"{nameof(ChangePassword)} {UserId}";
}

internal sealed class ChangePasswordValidator : AbstractValidator<ChangePassword>
{
    public ChangePasswordValidator() => RuleFor(command => command.UserId).NotEmpty().OrElse(UserErrors.NotFound);
}

internal sealed class ChangePasswordHandler(
    IUserRepository users,
    ISessionRepository sessions,
    IPasswords passwords,
    ICommonPasswords common,
    ISignInAttempts attempts,
    IUnitOfWorkProvider work,
    SessionRules rules,
    TimeProvider clock
) : ICommandHandler<ChangePassword, OpenedSession>
{
    public async Task<ErrorOr<OpenedSession>> Handle(ChangePassword command, CancellationToken cancellationToken)
    {
        if (await users.FindAsync(command.UserId, cancellationToken) is not { } found)
            return UserErrors.NotFound.ToError();
        var hasPasskey = found.Passkeys.Count > 0;
        var wrong = common.Failures(command.Password, found.Name.Value, found.Email?.Value, hasPasskey);
        if (wrong.Count > 0)
            return wrong.ConvertAll(Errors.ToError);
        if (
            await passwords.RefusalAsync(attempts, found, command.OldPassword, command.Client, cancellationToken) is
            { } refusal
        )
            return refusal;
        PasswordHash hash;
        using (var turn = await passwords.EnterAsync(cancellationToken))
        {
            if (turn is null)
                return UserErrors.Busy.ToError();
            hash = turn.Hash(Password.Create(command.Password, hasPasskey).Value);
        }
        return await work.Of(ModuleName.Of<ChangePassword>())
            .ExecuteAsync<OpenedSession>(
                async token =>
                {
                    if (await users.FindAsync(found.Id, token) is not { } user || user.Stamp != found.Stamp)
                        return UserErrors.Stale.ToError();
                    var now = clock.GetUtcNow();
                    user.SetPassword(hash, now);
                    return sessions.Open(user, rules, now);
                },
                cancellationToken
            );
    }
}
