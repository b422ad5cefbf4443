using Access.Domain;
using ErrorOr;
using FluentValidation;
using Shared.Application;

namespace Access.Application;

/// <summary>Signs somebody in by name and password. Every failure has the same answer, and takes the same time.</summary>
/// <param name="Name">The name that was typed.</param>
/// <param name="Password">The password that was typed.</param>
/// <param name="Client">The address or network that it comes from.</param>
public sealed record SignIn(string? Name, string? Password, string Client) : ICommandWithOwnUnitOfWork<SignedIn>
{
    /// <summary>Without what was typed, which must not get into a log.</summary>
    public override string ToString() => nameof(SignIn);
}

/// <summary>The password was right.</summary>
/// <param name="Session">The session; <see langword="null"/> where a passkey is asked for beside the password.</param>
/// <param name="UserId">Who it is.</param>
public sealed record SignedIn(OpenedSession? Session, string UserId);

internal sealed class SignInValidator : AbstractValidator<SignIn>
{
    public SignInValidator() => RuleFor(command => command.Client).NotEmpty().OrElse(UserErrors.SignInFailed);
}

internal sealed class SignInHandler(
    IUserRepository users,
    ISessionRepository sessions,
    IPasswords passwords,
    ISignInAttempts attempts,
    IUnitOfWorkProvider work,
    SessionRules rules,
    TimeProvider clock
) : ICommandHandler<SignIn, SignedIn>
{
    public async Task<ErrorOr<SignedIn>> Handle(SignIn command, CancellationToken cancellationToken)
    {
        var name = UserName.Create(command.Name);
        var shown = Password.Typed(command.Password);
        User? user;
        PasswordHash? stronger = null;
        using (var turn = await passwords.EnterAsync(cancellationToken))
        {
            if (turn is null)
                return UserErrors.Busy.ToError();
            if (attempts.IsBarred(command.Client))
                return UserErrors.TooManyTries.ToError();
            var key = name.IsSuccess ? name.Value.Key : "";
            user = name.IsSuccess ? await users.FindAsync(name.Value, cancellationToken) : null;
            var check = turn.Check(user?.Password, shown);
            if (
                attempts.IsLocked(key, command.Client)
                || check == PasswordCheck.Wrong
                || user is not { MayEnter: true }
            )
            {
                attempts.Failed(key, command.Client, user?.Id);
                return UserErrors.SignInFailed.ToError();
            }
            attempts.Succeeded(key, command.Client);
            if (check == PasswordCheck.RightButWeak)
                stronger = turn.Hash(shown!);
        }
        if (user.Passkeys.Count > 0)
            return new SignedIn(null, user.Id.ToString());

        return await work.Of(ModuleName.Of<SignIn>())
            .ExecuteAsync<SignedIn>(
                async token =>
                {
                    // The user may have gone since, or got another password, which what was typed must not open or replace.
                    var current = await users.FindAsync(user.Id, token);
                    if (current is not { MayEnter: true } || current.Stamp != user.Stamp)
                        return UserErrors.SignInFailed.ToError();
                    if (stronger is not null)
                        current.Rehash(stronger);
                    return new SignedIn(sessions.Open(current, rules, clock.GetUtcNow()), current.Id.ToString());
                },
                cancellationToken
            );
    }
}
