namespace Access.Application;

/// <summary>Collects when something is used, so that a use costs no write: it is written down now and then.</summary>
/// <typeparam name="TId">What tells what is used: the identity of an API key, the hash of a session's token.</typeparam>
public interface IUses<in TId>
{
    /// <summary>Notes that it is used at a moment.</summary>
    void Note(TId id, DateTimeOffset moment);

    /// <summary>
    /// The last use that was not written down yet. Who asks this first and then reads what is written down misses none.
    /// </summary>
    DateTimeOffset? LastOf(TId id);
}
