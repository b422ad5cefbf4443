using Access.Domain;
using ErrorOr;
using FluentValidation;
using Shared.Application;

namespace Access.Application;

/// <summary>Signs somebody in with a passkey, alone or after the password. No failed password stands in its way.</summary>
/// <param name="Answer">What the browser answered to <see cref="AskForPasskey"/>.</param>
public sealed record SignInWithPasskey(PasskeyAnswer Answer) : ICommandWithOwnUnitOfWork<OpenedSession>
{
    /// <summary>Without the answer, which must not get into a log.</summary>
    public override string ToString() => nameof(SignInWithPasskey);
}

internal sealed class SignInWithPasskeyValidator : AbstractValidator<SignInWithPasskey>
{
    public SignInWithPasskeyValidator() =>
        RuleFor(command => command.Answer).NotNull().OrElse(UserErrors.PasskeyRefused);
}

internal sealed class SignInWithPasskeyHandler(
    IPasskeys passkeys,
    IUserRepository users,
    ISessionRepository sessions,
    IUnitOfWorkProvider work,
    SessionRules rules,
    TimeProvider clock
) : ICommandHandler<SignInWithPasskey, OpenedSession>
{
    public async Task<ErrorOr<OpenedSession>> Handle(SignInWithPasskey command, CancellationToken cancellationToken)
    {
        // Anybody can ask for this check, which reads and computes: it is not done again in the turn of a writer.
        if (await passkeys.CheckAsync(command.Answer) is not { } proof)
            return UserErrors.PasskeyRefused.ToError();
        return await work.Of(ModuleName.Of<SignInWithPasskey>())
            .ExecuteAsync<OpenedSession>(
                async token =>
                {
                    var user = await users.FindAsync(proof.User.Id, token);
                    if (user is not { MayEnter: true } || user.Stamp != proof.User.Stamp)
                        return UserErrors.PasskeyRefused.ToError();
                    user.RecordUse(proof.Credential);
                    return sessions.Open(user, rules, clock.GetUtcNow());
                },
                cancellationToken
            );
    }
}
