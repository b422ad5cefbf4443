using Access.Domain;
using Shared.Application.Lists;

namespace Access.Application;

/// <summary>Gives the read side: all users in memory, so that a request of somebody who is signed in asks no database.</summary>
public interface IUserCatalogue
{
    /// <summary>The users as of the last commit; a change of another process is seen within <c>Storage:PollInterval</c>.</summary>
    ValueTask<UserCatalogue> ReadAsync(CancellationToken cancellationToken);
}

/// <summary>All users at one moment. It never changes.</summary>
public sealed class UserCatalogue
{
    private readonly Dictionary<UserId, UserRecord> byId;

    /// <summary>Sorts the users and makes the indexes.</summary>
    public UserCatalogue(IEnumerable<UserRecord> users)
    {
        All = [.. users.OrderBy(user => user.NameKey, StringComparer.Ordinal)];
        byId = All.ToDictionary(user => user.Id);
        Listing = new(UserTable.Table, All);
    }

    /// <summary>The users by name.</summary>
    public IReadOnlyList<UserRecord> All { get; }

    /// <summary>The users as they can be searched, filtered and sorted.</summary>
    internal Listing<UserRecord> Listing { get; }

    /// <summary>The user with an id.</summary>
    public UserRecord? Find(UserId id) => byId.GetValueOrDefault(id);
}

/// <summary>A user on the read side: nothing that would help to sign in as them.</summary>
public sealed record UserRecord(
    UserId Id,
    string Name,
    string NameKey,
    string? Email,
    bool IsActive,
    bool IsStaff,
    bool IsSuperuser,
    IReadOnlyList<GroupId> Groups,
    IReadOnlyList<string> Permissions,
    bool HasPassword,
    DateTimeOffset? PasswordChangedAt,
    IReadOnlyList<PasskeyRecord> Passkeys,
    string Stamp,
    DateTimeOffset CreatedAt,
    long Version
)
{
    /// <summary>Whether the user is let in with a session: those are for the administration.</summary>
    public bool MayEnter => IsActive && IsStaff;

    /// <summary>By what the user is searched.</summary>
    internal IReadOnlyList<SearchText> SearchNames { get; } =
    [.. new[] { Name, Email }.OfType<string>().Select(text => new SearchText(text))];

    /// <summary>The record without the stamp, which must not get into a log.</summary>
    public override string ToString() => $"{nameof(UserRecord)} {Id}";
}

/// <summary>A passkey on the read side.</summary>
/// <param name="Id">Its credential id, in base64url.</param>
/// <param name="Name">What its owner calls it.</param>
/// <param name="AddedAt">When it was added.</param>
public sealed record PasskeyRecord(string Id, string Name, DateTimeOffset AddedAt);
