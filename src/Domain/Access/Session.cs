using Shared.Domain;

namespace Access.Domain;

/// <summary>The time in which a browser is let in without signing in again. It ends at the latest at a moment set at its start.</summary>
public sealed class Session : AggregateRoot
{
    private Session(
        SessionId id,
        UserId userId,
        SecretHash tokenHash,
        string stamp,
        DateTimeOffset startedAt,
        DateTimeOffset endsAt
    )
    {
        (Id, UserId, TokenHash, Stamp) = (id, userId, tokenHash, stamp);
        (StartedAt, EndsAt, LastSeenAt) = (startedAt, endsAt, startedAt);
    }

    /// <summary>The identity.</summary>
    public SessionId Id { get; }

    /// <inheritdoc />
    public override string AggregateId => Id.ToString();

    /// <summary>Who signed in.</summary>
    public UserId UserId { get; }

    /// <summary>All that is kept of its token.</summary>
    public SecretHash TokenHash { get; }

    /// <summary>The user's stamp at the start; the session is over when the user has another one.</summary>
    public string Stamp { get; }

    /// <summary>When it began.</summary>
    public DateTimeOffset StartedAt { get; }

    /// <summary>When it ends at the latest, however much it is used.</summary>
    public DateTimeOffset EndsAt { get; }

    /// <summary>When it was last used, late by as much as the service collects uses before it writes them down.</summary>
    public DateTimeOffset LastSeenAt { get; private set; }

    /// <summary>Begins a session.</summary>
    /// <param name="token">The token that the browser will send.</param>
    /// <param name="user">Who signed in.</param>
    /// <param name="lifetime">After what time it ends, however much it is used.</param>
    /// <param name="now">The present moment.</param>
    public static Session Start(SessionToken token, User user, TimeSpan lifetime, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(token);
        ArgumentNullException.ThrowIfNull(user);
        var session = new Session(SessionId.New(now), user.Id, token.Hash, user.Stamp, now, now + lifetime);
        session.Raise(new SessionStarted(session.Id, [new MemberChange("user", null, user.Name.Value)]));
        return session;
    }

    /// <summary>Says that it is over; the repository takes it away.</summary>
    public void End() => Raise(new SessionEnded(Id, [new MemberChange("endedAt", null, LastSeenAt)]));

    /// <summary>Records that it was used, unless a later use is known.</summary>
    public void RecordUse(DateTimeOffset moment)
    {
        if (LastSeenAt < moment)
            LastSeenAt = moment;
    }
}

/// <summary>Somebody signed in.</summary>
public sealed record SessionStarted(SessionId Id, IReadOnlyList<MemberChange> Changes) : IMemberChanges
{
    public string AggregateId => Id.ToString();
}

/// <summary>Somebody signed out.</summary>
public sealed record SessionEnded(SessionId Id, IReadOnlyList<MemberChange> Changes) : IMemberChanges
{
    public string AggregateId => Id.ToString();
}
