using Access.Domain;
using ErrorOr;
using FluentValidation;
using Shared.Application;

namespace Access.Application;

/// <summary>Adds a passkey to the account of somebody who is signed in. From then on it is asked for at each sign-in.</summary>
/// <param name="UserId">The identity of the user.</param>
/// <param name="Name">What they call it.</param>
/// <param name="Answer">What the browser answered to <see cref="AskForNewPasskey"/>.</param>
/// <param name="Password">Their password, once more.</param>
/// <param name="Client">The address or network that it comes from.</param>
public sealed record AddPasskey(string? UserId, string? Name, PasskeyAnswer Answer, string? Password, string Client)
    : ICommandWithOwnUnitOfWork<Success>
{
    /// <summary>Without what was typed, which must not get into a log.</summary>
    public override string ToString() => $"{nameof(AddPasskey)} {UserId}";
}

internal sealed class AddPasskeyValidator : AbstractValidator<AddPasskey>
{
    public AddPasskeyValidator() => RuleFor(command => command.UserId).NotEmpty().OrElse(UserErrors.NotFound);
}

internal sealed class AddPasskeyHandler(
    IUserRepository users,
    IPasskeys passkeys,
    IPasswords passwords,
    ISignInAttempts attempts,
    IUnitOfWorkProvider work,
    TimeProvider clock
) : ICommandHandler<AddPasskey, Success>
{
    public async Task<ErrorOr<Success>> Handle(AddPasskey command, CancellationToken cancellationToken)
    {
        if (await users.FindAsync(command.UserId, cancellationToken) is not { } found)
            return UserErrors.NotFound.ToError();
        if (
            await passwords.RefusalAsync(attempts, found, command.Password, command.Client, cancellationToken) is
            { } refusal
        )
            return refusal;
        return await work.Of(ModuleName.Of<AddPasskey>())
            .ExecuteAsync<Success>(
                async token =>
                {
                    if (await users.FindAsync(found.Id, token) is not { } user)
                        return UserErrors.NotFound.ToError();
                    if (await passkeys.CheckNewAsync(user, command.Answer) is not { } credential)
                        return UserErrors.PasskeyRefused.ToError();
                    var passkey = Passkey.Create(command.Name, credential, clock.GetUtcNow());
                    if (!passkey.IsSuccess)
                        return passkey.Failures.Select(failure => failure.ToError()).ToList();
                    return user.AddPasskey(passkey.Value) is { } failure ? failure.ToError() : Result.Success;
                },
                cancellationToken
            );
    }
}
