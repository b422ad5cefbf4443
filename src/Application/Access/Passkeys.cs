using Access.Domain;

namespace Access.Application;

/// <summary>Speaks WebAuthn: asks browsers for passkeys and checks what they answer.</summary>
public interface IPasskeys
{
    /// <summary>Asks for a new passkey of a user.</summary>
    Task<PasskeyQuestion> AskForNewAsync(User user, string host);

    /// <summary>Checks the answer to <see cref="AskForNewAsync"/>.</summary>
    /// <returns>The new passkey's public half; nothing where it is not accepted.</returns>
    Task<PasskeyCredential?> CheckNewAsync(User user, PasskeyAnswer answer);

    /// <summary>Asks whoever sits before the browser for a passkey of theirs.</summary>
    /// <param name="beside">
    /// Whose password was right; their passkey need not know its owner then. <see langword="null"/> where the passkey is all.
    /// </param>
    /// <param name="host">The name and port of the host, as the browser knows it.</param>
    Task<PasskeyQuestion> AskAsync(User? beside, string host);

    /// <summary>Checks the answer to <see cref="AskAsync"/>.</summary>
    /// <returns>Whose passkey it is, and its public half after the use; nothing where it is not accepted.</returns>
    Task<PasskeyProof?> CheckAsync(PasskeyAnswer answer);
}

/// <summary>What a browser is asked.</summary>
/// <param name="Options">The options of WebAuthn, as JSON.</param>
/// <param name="State">What must come back with the answer; it tells nothing, and is good for five minutes.</param>
public sealed record PasskeyQuestion(string Options, string State);

/// <summary>What a browser answers.</summary>
/// <param name="Credential">The credential, as JSON.</param>
/// <param name="State">The state of the question.</param>
/// <param name="Host">The name and port of the host, as the browser knows it.</param>
public sealed record PasskeyAnswer(string? Credential, string? State, string Host);

/// <summary>A passkey that was shown.</summary>
/// <param name="User">Whose it is.</param>
/// <param name="Credential">Its public half after the use.</param>
public sealed record PasskeyProof(User User, PasskeyCredential Credential);
