using Shared.Domain;

namespace Access.Domain;

/// <summary>
/// A key pair of WebAuthn that a person's device or password manager holds; here is what belongs to its public half. What
/// the figures mean is the business of WebAuthn, and of the adapter that speaks it.
/// </summary>
public sealed record Passkey
{
    /// <summary>The longest name, in Unicode code points.</summary>
    public const int MaxNameLength = 100;

    private Passkey(string name, PasskeyCredential credential, DateTimeOffset addedAt) =>
        (Name, Credential, AddedAt) = (name, credential, addedAt);

    /// <summary>What its owner calls it.</summary>
    public string Name { get; }

    /// <summary>What WebAuthn needs to know of it.</summary>
    public PasskeyCredential Credential { get; }

    /// <summary>When it was added.</summary>
    public DateTimeOffset AddedAt { get; }

    /// <summary>Makes a passkey.</summary>
    /// <returns>The passkey, or failures with codes <c>passkey.name.*</c>.</returns>
    public static Result<Passkey> Create(string? name, PasskeyCredential credential, DateTimeOffset addedAt)
    {
        var (line, failures) = PlainText.Check(name, "passkey.name", MaxNameLength);
        return failures.Count > 0 ? failures : new Passkey(line, credential, addedAt);
    }

    /// <summary>The passkey after a use.</summary>
    internal Passkey Used(PasskeyCredential credential) => new(Name, credential, AddedAt);
}

/// <summary>The public half of a passkey, in the terms of WebAuthn.</summary>
/// <param name="Id">The credential id, in base64url.</param>
/// <param name="PublicKey">The COSE key.</param>
/// <param name="SignCount">The signature counter; 0 for those that do not count.</param>
/// <param name="Transports">How the device is reached.</param>
/// <param name="IsUserVerified">Whether the device knew its owner when the passkey was made.</param>
/// <param name="IsBackupEligible">Whether it may be copied to other devices.</param>
/// <param name="IsBackedUp">Whether it was.</param>
public sealed record PasskeyCredential(
    string Id,
    byte[] PublicKey,
    uint SignCount,
    IReadOnlyList<string> Transports,
    bool IsUserVerified,
    bool IsBackupEligible,
    bool IsBackedUp
);
