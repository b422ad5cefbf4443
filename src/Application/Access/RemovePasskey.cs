using Access.Domain;
using ErrorOr;
using FluentValidation;
using Shared.Application;

namespace Access.Application;

/// <summary>Removes a passkey from the account of somebody who is signed in.</summary>
/// <param name="UserId">The identity of the user.</param>
/// <param name="PasskeyId">The credential id of the passkey, in base64url.</param>
/// <param name="Password">Their password, once more.</param>
/// <param name="Client">The address or network that it comes from.</param>
public sealed record RemovePasskey(string? UserId, string? PasskeyId, string? Password, string Client)
    : ICommandWithOwnUnitOfWork<Success>
{
    /// <summary>Without what was typed, which must not get into a log.</summary>
    public override string ToString() => $"{nameof(RemovePasskey)} {UserId}";
}

internal sealed class RemovePasskeyValidator : AbstractValidator<RemovePasskey>
{
    public RemovePasskeyValidator()
    {
        RuleFor(command => command.UserId).NotEmpty().OrElse(UserErrors.NotFound);
        RuleFor(command => command.PasskeyId).NotNull().OrElse(UserErrors.PasskeyNotFound);
    }
}

internal sealed class RemovePasskeyHandler(
    IUserRepository users,
    IPasswords passwords,
    ISignInAttempts attempts,
    IUnitOfWorkProvider work
) : ICommandHandler<RemovePasskey, Success>
{
    public async Task<ErrorOr<Success>> Handle(RemovePasskey command, CancellationToken cancellationToken)
    {
        if (await users.FindAsync(command.UserId, cancellationToken) is not { } found)
            return UserErrors.NotFound.ToError();
        if (
            await passwords.RefusalAsync(attempts, found, command.Password, command.Client, cancellationToken) is
            { } refusal
        )
            return refusal;
        return await work.Of(ModuleName.Of<RemovePasskey>())
            .ExecuteAsync<Success>(
                async token =>
                {
                    if (await users.FindAsync(found.Id, token) is not { } user || user.Stamp != found.Stamp)
                        return UserErrors.Stale.ToError();
                    return user.RemovePasskey(command.PasskeyId!) is { } failure ? failure.ToError() : Result.Success;
                },
                cancellationToken
            );
    }
}
