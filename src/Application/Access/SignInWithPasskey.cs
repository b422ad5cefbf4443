using Access.Domain;
using ErrorOr;
using FluentValidation;
using Shared.Application;

namespace Access.Application;

/// <summary>Signs somebody in with a passkey, alone or after the password. No failed password stands in its way.</summary>
/// <param name="Answer">What the browser answered to <see cref="AskForPasskey"/>.</param>
public sealed record SignInWithPasskey(PasskeyAnswer Answer) : ICommand<OpenedSession>
{
    /// <summary>Without the answer, which must not get into a log.</summary>
    public override string ToString() => nameof(SignInWithPasskey);
}

internal sealed class SignInWithPasskeyValidator : AbstractValidator<SignInWithPasskey>
{
    public SignInWithPasskeyValidator() => RuleFor(command => command.Answer).NotNull();
}

internal sealed class SignInWithPasskeyHandler(
    IPasskeys passkeys,
    ISessionRepository sessions,
    SessionRules rules,
    TimeProvider clock
) : ICommandHandler<SignInWithPasskey, OpenedSession>
{
    public async Task<ErrorOr<OpenedSession>> Handle(SignInWithPasskey command, CancellationToken cancellationToken)
    {
        if (await passkeys.CheckAsync(command.Answer) is not { User: { MayEnter: true } user } proof)
            return UserErrors.PasskeyRefused.ToError();
        user.RecordUse(proof.Credential);
        return sessions.Open(user, rules, clock.GetUtcNow());
    }
}
