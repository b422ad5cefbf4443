using Access.Domain;

namespace Access.Application;

/// <summary>Hashes and checks passwords: one at a time, since each takes a processor for a tenth of a second.</summary>
public interface IPasswords
{
    /// <summary>Waits for its turn.</summary>
    /// <returns>The turn, to be given back; <see langword="null"/> where too many wait already.</returns>
    Task<IPasswordTurn?> EnterAsync(CancellationToken cancellationToken);
}

/// <summary>The time in which nobody else hashes a password.</summary>
public interface IPasswordTurn : IDisposable
{
    /// <summary>Hashes a password.</summary>
    PasswordHash Hash(Password password);

    /// <summary>Checks a password. It takes the same time whatever is missing or wrong.</summary>
    /// <param name="stored">What is stored, if anything is.</param>
    /// <param name="shown">What was typed, if it can be a password.</param>
    PasswordCheck Check(PasswordHash? stored, Password? shown);
}

/// <summary>What came of a check.</summary>
public enum PasswordCheck
{
    /// <summary>It is not the password.</summary>
    Wrong,

    /// <summary>It is the password.</summary>
    Right,

    /// <summary>It is the password, and its hash is weaker than new ones are.</summary>
    RightButWeak,
}

/// <summary>The passwords that are tried first.</summary>
public interface ICommonPasswords
{
    /// <summary>Whether a password is one of them, in any case.</summary>
    bool Contains(Password password);
}

/// <summary>
/// Counts sign-ins that fail: by name and address together, so that nobody can lock out somebody who sits elsewhere, and by
/// address alone, so that nobody tries one password on all names.
/// </summary>
public interface ISignInAttempts
{
    /// <summary>Whether an address may try no name for now.</summary>
    bool IsBarred(string client);

    /// <summary>Whether an address may not try this name for now.</summary>
    bool IsLocked(string name, string client);

    /// <summary>Counts a failure, and logs it.</summary>
    /// <param name="name">The key of the name that was tried; never logged, since people type passwords into the wrong field.</param>
    /// <param name="client">The address or network that it came from.</param>
    /// <param name="user">The user of that name, if there is one.</param>
    void Failed(string name, string client, UserId? user);

    /// <summary>Forgets the failures with this name from this address.</summary>
    void Succeeded(string name, string client);
}
