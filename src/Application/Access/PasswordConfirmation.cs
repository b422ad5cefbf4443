using Access.Domain;
using ErrorOr;
using Shared.Application;

namespace Access.Application;

/// <summary>
/// Asks somebody who is signed in for the password once more, before they change how they sign in: whoever finds a browser
/// open, or steals a session, must not keep the account. Tries count as those at the sign-in do.
/// </summary>
internal static class PasswordConfirmation
{
    /// <summary>Why the change must not be made; nothing where it may.</summary>
    /// <param name="passwords">Checks it.</param>
    /// <param name="attempts">Counts the tries.</param>
    /// <param name="user">Who is signed in. Without a password, who signs in with a passkey alone, there is none to ask for.</param>
    /// <param name="typed">What was typed.</param>
    /// <param name="client">The address or network that it comes from.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<Error?> RefusalAsync(
        this IPasswords passwords,
        ISignInAttempts attempts,
        User user,
        string? typed,
        string client,
        CancellationToken cancellationToken
    )
    {
        if (user.Password is null)
            return null;
        using var turn = await passwords.EnterAsync(cancellationToken);
        if (turn is null)
            return UserErrors.Busy.ToError();
        if (attempts.IsBarred(client) || attempts.IsLocked(user.NameKey, client))
            return UserErrors.TooManyTries.ToError();
        if (turn.Check(user.Password, Password.Typed(typed)) != PasswordCheck.Wrong)
            return null;
        attempts.Failed(user.NameKey, client, user.Id);
        return UserErrors.WrongPassword.ToError();
    }
}
