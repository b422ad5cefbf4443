namespace Shared.Application;

/// <summary>The events of a module that are on their way to others.</summary>
public interface IOutbox
{
    /// <summary>The events that not every subscriber has had yet, in the order in which they will be handed over.</summary>
    /// <param name="parked">Only those that were put aside after too many tries, or only those that wait; either where nothing is given.</param>
    /// <param name="after">Only those after the one of this number.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyList<OutboxItem>> UnsentAsync(
        bool? parked,
        long? after,
        int limit,
        CancellationToken cancellationToken
    );

    /// <summary>How many there are of them.</summary>
    Task<int> CountUnsentAsync(bool? parked, CancellationToken cancellationToken);

    /// <summary>Lets parked events be tried again as if they were new, and notes it in the history: part of the unit of work under way.</summary>
    /// <param name="events">Which ones (<see cref="OutboxItem.Id"/>); those of other modules, and those that are not parked, are left alone.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many were parked.</returns>
    Task<int> ReleaseAsync(IReadOnlyCollection<Guid> events, CancellationToken cancellationToken);
}

/// <summary>The outbox of each module.</summary>
public interface IOutboxes
{
    /// <summary>The modules, in the order of their names.</summary>
    IReadOnlyList<string> Modules { get; }

    /// <summary>The outbox of a module.</summary>
    IOutbox Of(string module);
}

/// <summary>An event on its way.</summary>
/// <param name="Number">Its place in the outbox.</param>
/// <param name="Id">What makes it known to whoever takes it in.</param>
/// <param name="Module">The module that it comes from.</param>
/// <param name="Type">What happened: "CountryWasAdded".</param>
/// <param name="Subject">What it happened to.</param>
/// <param name="At">When.</param>
/// <param name="Attempts">How often it was tried in vain.</param>
/// <param name="NextAttemptAt">When it is tried again.</param>
/// <param name="ParkedAt">When it was put aside; nothing while it is tried.</param>
/// <param name="LastError">Why the last try failed.</param>
public sealed record OutboxItem(
    long Number,
    Guid Id,
    string Module,
    string Type,
    string Subject,
    DateTimeOffset At,
    int Attempts,
    DateTimeOffset? NextAttemptAt,
    DateTimeOffset? ParkedAt,
    string? LastError
);
