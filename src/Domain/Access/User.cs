using System.Security.Cryptography;
using Shared.Domain;

namespace Access.Domain;

/// <summary>A person who signs in. Which passwords and passkeys are theirs is told to nobody, nor to the history.</summary>
public sealed class User : AggregateRoot
{
    /// <summary>How many passkeys a user has at most.</summary>
    public const int MaxPasskeys = 20;

    private User(UserId id, UserName name, DateTimeOffset createdAt) =>
        (Id, Name, NameKey, CreatedAt) = (id, name, name.Key, createdAt);

    /// <summary>The identity.</summary>
    public UserId Id { get; }

    /// <inheritdoc />
    public override string AggregateId => Id.ToString();

    /// <summary>The name to sign in with. No other user has one that compares equal.</summary>
    public UserName Name { get; private set; }

    /// <summary>The name as it is compared, stored so that the database keeps names unique as this code does.</summary>
    public string NameKey { get; private set; }

    /// <summary>The address for mail.</summary>
    public EmailAddress? Email { get; private set; }

    /// <summary>Whether the user may sign in, and is let in with a session.</summary>
    public bool IsActive { get; private set; }

    /// <summary>Whether the user may enter the administration. A superuser always may.</summary>
    public bool IsStaff { get; private set; }

    /// <summary>Whether the user may do everything.</summary>
    public bool IsSuperuser { get; private set; }

    /// <summary>Whether the user may sign in to the administration.</summary>
    public bool MayEnter => IsActive && IsStaff;

    /// <summary>The groups of which the user has the permissions too.</summary>
    public IReadOnlyList<GroupId> Groups { get; private set; } = [];

    /// <summary>What the user may do beside that, in the order of the alphabet.</summary>
    public IReadOnlyList<Permission> Permissions { get; private set; } = [];

    /// <summary>The password's hash; <see langword="null"/> for a user who signs in with a passkey only, or not yet.</summary>
    public PasswordHash? Password { get; private set; }

    /// <summary>When the password was last chosen; <see langword="null"/> while there is none.</summary>
    public DateTimeOffset? PasswordChangedAt { get; private set; }

    /// <summary>The passkeys. Whoever has one needs it beside the password, or in place of it.</summary>
    public IReadOnlyList<Passkey> Passkeys { get; private set; } = [];

    /// <summary>Another one whenever all sessions of the user must end: they carry the one that they began with.</summary>
    public string Stamp { get; private set; } = NewStamp();

    /// <summary>When the user was made.</summary>
    public DateTimeOffset CreatedAt { get; }

    /// <summary>What others say of the user.</summary>
    public UserFacts Facts => new(Name, Email, IsActive, IsStaff, IsSuperuser, Groups, Permissions);

    /// <summary>Makes a user.</summary>
    /// <param name="id">The identity.</param>
    /// <param name="facts">What is said of the user; the name must be free.</param>
    /// <param name="password">The password's hash, where there is a password yet.</param>
    /// <param name="now">The present moment.</param>
    public static User Create(UserId id, UserFacts facts, PasswordHash? password, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var user = new User(id, facts.Name, now)
        {
            Password = password,
            PasswordChangedAt = password is null ? null : now,
        };
        user.Take(facts.Tidied());
        user.Raise(new UserCreated(id, UserFacts.Members.Compare(null, user.Facts)));
        return user;
    }

    /// <summary>Takes over what is now said of the user. Nothing happens where nothing differs.</summary>
    /// <param name="facts">All that is now said; a name that differs must be free.</param>
    public void Edit(UserFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var before = Facts;
        var mightEnter = MayEnter;
        Take(facts.Tidied());
        var changes = UserFacts.Members.Compare(before, Facts);
        if (changes.Count == 0)
            return;
        // Who is let in again later must not find sessions of before.
        if (mightEnter && !MayEnter)
            Stamp = NewStamp();
        RaiseChange(new UserChanged(Id, changes));
    }

    /// <summary>Takes another password. All sessions end, but the one that is told the new <see cref="Stamp"/>.</summary>
    public void SetPassword(PasswordHash password, DateTimeOffset now)
    {
        var change = new MemberChange("passwordChangedAt", PasswordChangedAt, now);
        (Password, PasswordChangedAt, Stamp) = (password, now, NewStamp());
        RaiseChange(new UserChanged(Id, [change]));
    }

    /// <summary>Takes a stronger hash of the same password: nothing that the history tells.</summary>
    public void Rehash(PasswordHash password) => Password = password;

    /// <summary>Adds a passkey.</summary>
    /// <returns><see cref="UserErrors.TooManyPasskeys"/>, or nothing.</returns>
    public Failure? AddPasskey(Passkey passkey)
    {
        ArgumentNullException.ThrowIfNull(passkey);
        if (Passkeys.Count >= MaxPasskeys)
            return UserErrors.TooManyPasskeys;
        ChangePasskeys([.. Passkeys, passkey]);
        return null;
    }

    /// <summary>Removes a passkey.</summary>
    /// <param name="credentialId">Its credential id, in base64url.</param>
    /// <returns>A failure of <see cref="UserErrors"/>, or nothing.</returns>
    public Failure? RemovePasskey(string credentialId)
    {
        if (FindPasskey(credentialId) is not { } passkey)
            return UserErrors.PasskeyNotFound;
        if (Passkeys.Count == 1 && Password is not { StandsAlone: true })
            return UserErrors.LastPasskey;
        ChangePasskeys([.. Passkeys.Where(other => other != passkey)]);
        return null;
    }

    /// <summary>Removes all passkeys of somebody who lost theirs. Their password is chosen anew beside it.</summary>
    public void RemovePasskeys()
    {
        if (Passkeys.Count > 0)
            ChangePasskeys([]);
    }

    /// <summary>Records what a use changed in a passkey: nothing that the history tells.</summary>
    public void RecordUse(PasskeyCredential credential)
    {
        ArgumentNullException.ThrowIfNull(credential);
        Passkeys = [.. Passkeys.Select(known => known.Credential.Id == credential.Id ? known.Used(credential) : known)];
    }

    /// <summary>The passkey with a credential id.</summary>
    public Passkey? FindPasskey(string credentialId) =>
        Passkeys.FirstOrDefault(passkey => passkey.Credential.Id == credentialId);

    /// <summary>Takes the user out of a group that goes away.</summary>
    public void Leave(GroupId group) => Edit(Facts with { Groups = [.. Groups.Where(other => other != group)] });

    /// <summary>Says that the user is removed; the repository takes it away.</summary>
    public void Remove() => Raise(new UserRemoved(Id, UserFacts.Members.Compare(Facts, null)));

    private void ChangePasskeys(IReadOnlyList<Passkey> passkeys)
    {
        var change = new MemberChange("passkeys", Names(Passkeys), Names(passkeys));
        Passkeys = passkeys;
        RaiseChange(new UserChanged(Id, [change]));

        static string[] Names(IEnumerable<Passkey> passkeys) => [.. passkeys.Select(passkey => passkey.Name)];
    }

    private void Take(UserFacts facts) =>
        (Name, NameKey, Email, IsActive, IsStaff, IsSuperuser, Groups, Permissions) = (
            facts.Name,
            facts.Name.Key,
            facts.Email,
            facts.IsActive,
            facts.IsStaff,
            facts.IsSuperuser,
            facts.Groups,
            facts.Permissions
        );

    private static string NewStamp() => RandomNumberGenerator.GetString(Base62.Digits, 22);
}
