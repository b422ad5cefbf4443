using Access.Domain;

namespace Access.Application;

/// <summary>How long sessions last.</summary>
/// <param name="Lifetime">After this time a session ends, however much it is used.</param>
/// <param name="Idle">When it was not used for this time, it ends earlier.</param>
public sealed record SessionRules(TimeSpan Lifetime, TimeSpan Idle);

/// <summary>A session that was just opened, and its token: the only place where that is ever shown.</summary>
/// <param name="Token">What the browser is to send from now on.</param>
/// <param name="EndsAt">When it ends at the latest.</param>
public sealed record OpenedSession(string Token, DateTimeOffset EndsAt)
{
    /// <summary>Without the token, which must not get into a log.</summary>
    public override string ToString() => nameof(OpenedSession);
}

/// <summary>Gives the read side: all sessions in memory, so that a request of somebody who is signed in asks no database.</summary>
public interface ISessionCatalogue
{
    /// <summary>The sessions as of the last commit; a change of another process is seen within <c>Storage:PollInterval</c>.</summary>
    ValueTask<SessionCatalogue> ReadAsync(CancellationToken cancellationToken);
}

/// <summary>All sessions at one moment. It never changes.</summary>
public sealed class SessionCatalogue
{
    private readonly Dictionary<SecretHash, SessionRecord> byToken;

    /// <summary>Makes the index.</summary>
    public SessionCatalogue(IEnumerable<SessionRecord> sessions) =>
        byToken = sessions.ToDictionary(session => session.TokenHash);

    /// <summary>The session that a token belongs to.</summary>
    public SessionRecord? Find(SecretHash token) => byToken.GetValueOrDefault(token);
}

/// <summary>A session on the read side.</summary>
public sealed record SessionRecord(
    SessionId Id,
    UserId UserId,
    SecretHash TokenHash,
    string Stamp,
    DateTimeOffset EndsAt,
    DateTimeOffset LastSeenAt
)
{
    /// <summary>Whether it lets anybody in at a moment.</summary>
    /// <param name="moment">The moment.</param>
    /// <param name="noted">A use that was not written down yet.</param>
    /// <param name="rules">How long sessions last.</param>
    public bool IsOpenAt(DateTimeOffset moment, DateTimeOffset? noted, SessionRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var lastSeen = noted > LastSeenAt ? noted.Value : LastSeenAt;
        return moment < EndsAt && moment - lastSeen < rules.Idle;
    }
}

/// <summary>Opens sessions.</summary>
internal static class SessionOpening
{
    /// <summary>Opens a session, inside the unit of work.</summary>
    public static OpenedSession Open(
        this ISessionRepository sessions,
        User user,
        SessionRules rules,
        DateTimeOffset now
    )
    {
        var token = SessionToken.New();
        var session = Session.Start(token, user, rules.Lifetime, now);
        sessions.Add(session);
        return new OpenedSession(token.Reveal(), session.EndsAt);
    }
}
