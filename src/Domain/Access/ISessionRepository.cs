namespace Access.Domain;

/// <summary>The sessions, as a handler that changes one sees them: inside its unit of work.</summary>
public interface ISessionRepository
{
    /// <summary>The session with an id.</summary>
    Task<Session?> FindAsync(SessionId id, CancellationToken cancellationToken);

    /// <summary>The session that a token belongs to.</summary>
    Task<Session?> FindAsync(SecretHash tokenHash, CancellationToken cancellationToken);

    /// <summary>Adds a session.</summary>
    void Add(Session session);

    /// <summary>Takes a session away.</summary>
    void Remove(Session session);
}
