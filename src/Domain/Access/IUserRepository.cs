namespace Access.Domain;

/// <summary>The users, as a handler that changes one sees them: inside its unit of work.</summary>
public interface IUserRepository
{
    /// <summary>The user with an id.</summary>
    Task<User?> FindAsync(UserId id, CancellationToken cancellationToken);

    /// <summary>The user with a name that compares equal.</summary>
    Task<User?> FindAsync(UserName name, CancellationToken cancellationToken);

    /// <summary>Whether an active superuser is left beside this one. Until the unit of work ends, nobody else changes that.</summary>
    Task<bool> AnotherSuperuserIsActiveAsync(UserId except, CancellationToken cancellationToken);

    /// <summary>The users that are in a group. Until the unit of work ends, nobody else is put into it.</summary>
    Task<IReadOnlyList<User>> InGroupAsync(GroupId group, CancellationToken cancellationToken);

    /// <summary>The user who has a passkey.</summary>
    /// <param name="credentialId">Its credential id, in base64url.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<User?> WithPasskeyAsync(string credentialId, CancellationToken cancellationToken);

    /// <summary>Adds a user.</summary>
    void Add(User user);

    /// <summary>Takes a user away.</summary>
    void Remove(User user);
}
