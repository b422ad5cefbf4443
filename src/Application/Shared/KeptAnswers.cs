namespace Shared.Application;

/// <summary>
/// The answers of writes that were sent with a key of the sender's choice (the header <c>Idempotency-Key</c>): a write that
/// is sent again takes effect once. An answer is kept in the transaction of its write.
/// </summary>
public interface IKeptAnswers
{
    /// <summary>How long an answer is kept.</summary>
    static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    /// <summary>The answer that this caller's write with this key was given, if it is still kept.</summary>
    Task<KeptAnswer?> FindAsync(string key, CancellationToken cancellationToken);

    /// <summary>Keeps an answer, as part of the unit of work under way.</summary>
    void Keep(string key, KeptAnswer answer);
}

/// <summary>The kept answers of each module.</summary>
public interface IKeptAnswersProvider
{
    /// <summary>The kept answers of a module.</summary>
    IKeptAnswers Of(string module);
}

/// <summary>An answer that was given.</summary>
/// <param name="Fingerprint">Tells apart what was asked: another one under the same key is a mistake of the sender.</param>
/// <param name="Content">The answer, in the form of the adapter that gave it.</param>
public sealed record KeptAnswer(string Fingerprint, byte[] Content);
