using System.Text.Json;

namespace Shared.Application;

/// <summary>What happened to the records of a module: one entry for each record that a write added, changed or removed.</summary>
public interface IHistory
{
    /// <summary>The entries of one record, newest first.</summary>
    /// <param name="record">What sort of record it is: "country".</param>
    /// <param name="id">Its identity.</param>
    /// <param name="before">Only entries older than the one of this number.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyList<HistoryItem>> OfAsync(
        string record,
        string id,
        long? before,
        int limit,
        CancellationToken cancellationToken
    );

    /// <summary>How many entries a record has.</summary>
    Task<int> CountAsync(string record, string id, CancellationToken cancellationToken);

    /// <summary>The newest entries of all records that answer to a search, newest first.</summary>
    /// <param name="search">Which entries are wanted.</param>
    /// <param name="before">Only entries older than the one of this number.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyList<HistoryItem>> LatestAsync(
        HistorySearch search,
        long? before,
        int limit,
        CancellationToken cancellationToken
    );

    /// <summary>How many entries answer to a search.</summary>
    Task<int> CountAsync(HistorySearch search, CancellationToken cancellationToken);

    /// <summary>
    /// The entries of records after a number, oldest first; what was done to events on their way is none of these. None is ever added before one that was shown: whoever asks on after the
    /// last number that they saw misses nothing.
    /// </summary>
    Task<IReadOnlyList<HistoryItem>> AfterAsync(long number, int limit, CancellationToken cancellationToken);

    /// <summary>
    /// The number before that of the first entry that was made at a moment or later; where there is none, that of the last
    /// entry, or 0. After it nothing of that time is missing, also where the clock was set back.
    /// </summary>
    Task<long> LastBeforeAsync(DateTimeOffset moment, CancellationToken cancellationToken);

    /// <summary>The number of the last entry; 0 where there is none.</summary>
    Task<long> LastAsync(CancellationToken cancellationToken);

    /// <summary>How many such entries there are after a number, up to another one.</summary>
    Task<int> CountBetweenAsync(long after, long upTo, CancellationToken cancellationToken);

    /// <summary>
    /// The identity of a record of the data set that somebody removed, by the key that the data set knows it by ("CH").
    /// </summary>
    Task<string?> FindRemovedAsync(string key, CancellationToken cancellationToken);
}

/// <summary>The history of each module.</summary>
public interface IHistories
{
    /// <summary>The modules that have one which anybody may read, in the order of their names.</summary>
    IReadOnlyList<string> Modules { get; }

    /// <summary>All modules, also those of which the history is for the audit trail only.</summary>
    IReadOnlyList<string> All { get; }

    /// <summary>The history of a module.</summary>
    IHistory Of(string module);
}

/// <summary>What a write did to one record.</summary>
/// <param name="Number">Its place among the entries of its module.</param>
/// <param name="Record">What sort of record: "country".</param>
/// <param name="Id">The identity of the record.</param>
/// <param name="Action"><c>created</c>, <c>changed</c> or <c>removed</c>.</param>
/// <param name="Who">Who did it (<see cref="ICaller.Name"/>); "data set 2026.11.1" for what a data set brought.</param>
/// <param name="Contract">By which contract (<see cref="ICaller.Contract"/>).</param>
/// <param name="At">When.</param>
/// <param name="Changes">The members that changed.</param>
public sealed record HistoryItem(
    long Number,
    string Record,
    string Id,
    string Action,
    string Who,
    string Contract,
    DateTimeOffset At,
    IReadOnlyList<HistoryChange> Changes
);

/// <summary>A member that changed.</summary>
/// <param name="Member">Its name.</param>
/// <param name="Before">Its value before; JSON null where there was none.</param>
/// <param name="After">Its value afterwards; JSON null where there is none.</param>
public sealed record HistoryChange(string Member, JsonElement Before, JsonElement After);
