namespace Access.Application;

/// <summary>Collects when something is used, so that a use costs no write: it is written down now and then.</summary>
/// <typeparam name="TId">The identity of what is used: of an API key, of a session.</typeparam>
public interface IUses<in TId>
{
    /// <summary>Notes that it is used at a moment.</summary>
    void Note(TId id, DateTimeOffset moment);

    /// <summary>The last use that was not written down yet.</summary>
    DateTimeOffset? LastOf(TId id);
}
