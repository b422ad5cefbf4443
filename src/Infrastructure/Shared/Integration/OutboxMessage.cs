using System.Text.Json;
using Shared.Application;
using Shared.Domain;

namespace Shared.Infrastructure.Integration;

/// <summary>An event on its way to other modules, stored in the transaction of the change that it tells of.</summary>
public sealed class OutboxMessage
{
    /// <summary>What the history calls a message.</summary>
    public const string Record = "event";

    private OutboxMessage(Guid messageId, string type, string aggregateId, string payload, DateTimeOffset occurredAt)
    {
        MessageId = messageId;
        Type = type;
        AggregateId = aggregateId;
        Payload = payload;
        OccurredAt = occurredAt;
    }

    /// <summary>The order in which the database took the messages.</summary>
    public long Sequence { get; private init; }

    /// <summary>What makes the message known to an inbox.</summary>
    public Guid MessageId { get; private init; }

    /// <summary>The event's type: "Countries.Contracts.CountryWasAdded".</summary>
    public string Type { get; private init; }

    /// <summary>What it happened to. Messages of one aggregate are handed over in order.</summary>
    public string AggregateId { get; private init; }

    /// <summary>The event as JSON.</summary>
    public string Payload { get; private init; }

    /// <summary>When the change was made.</summary>
    public DateTimeOffset OccurredAt { get; private init; }

    /// <summary>How often it was tried in vain.</summary>
    public int Attempts { get; private set; }

    /// <summary>When to try again; at once when it was not tried yet.</summary>
    public DateTimeOffset? NextAttemptAt { get; private set; }

    /// <summary>Why the last try failed: the exception's type and message.</summary>
    public string? LastError { get; private set; }

    /// <summary>When every subscriber had it.</summary>
    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>When it was put aside after too many tries.</summary>
    public DateTimeOffset? ParkedAt { get; private set; }

    /// <summary>Makes a message of an event.</summary>
    public static OutboxMessage Of(object integrationEvent, string aggregateId, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(integrationEvent);
        return new(
            Guid.CreateVersion7(now),
            integrationEvent.GetType().FullName!,
            aggregateId,
            JsonSerializer.Serialize(integrationEvent),
            now
        );
    }

    /// <summary>Every subscriber has it.</summary>
    public void MarkSent(DateTimeOffset now) => SentAt = now;

    /// <summary>A try failed: it comes again after a pause that doubles, or is parked after the last one.</summary>
    public void MarkFailed(Exception exception, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(exception);
        // A database out of reach is no fault of the message: it may last for hours and must park nothing.
        if (exception is not StorageUnavailableException)
            Attempts++;
        LastError = Bounded($"{exception.GetType().Name}: {exception.Message}");
        NextAttemptAt = now + TimeSpan.FromMilliseconds(100 * Math.Pow(2, Attempts));
        if (Attempts >= MaxAttempts)
            ParkedAt = now;
    }

    /// <summary>It is tried again as if it were new, though what the last try said is still told.</summary>
    /// <returns>What changed, for the history.</returns>
    public IReadOnlyList<MemberChange> Release()
    {
        var change = new MemberChange("parkedAt", ParkedAt, null);
        (ParkedAt, Attempts, NextAttemptAt) = (null, 0, null);
        return [change];
    }

    // The text is not ours: a NUL or a novel in it must not keep the row from being stored.
    private static string Bounded(string text)
    {
        var plain = text.Replace("\0", "", StringComparison.Ordinal);
        return plain.Length <= MaxError ? plain : plain[..MaxError];
    }

    private const int MaxError = 1000;

    /// <summary>How often a message is tried before it is parked; about 100 seconds in all.</summary>
    public const int MaxAttempts = 10;
}

/// <summary>An event of another module that took effect here; stored in the transaction of the effect.</summary>
/// <param name="MessageId">The message.</param>
/// <param name="Handler">The handler that took it in.</param>
/// <param name="HandledAt">When.</param>
public sealed record InboxMessage(Guid MessageId, string Handler, DateTimeOffset HandledAt);
