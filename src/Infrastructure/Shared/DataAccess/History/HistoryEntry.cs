using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Shared.Application;
using Shared.Domain;

namespace Shared.Infrastructure.DataAccess.History;

/// <summary>What a write did to one record; stored in the transaction of the write, and never changed.</summary>
public sealed class HistoryEntry
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        // It is read by this service only, which escapes what it shows.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>The action that is neither the first nor the last.</summary>
    public const string Changed = "changed";

    private HistoryEntry(
        string record,
        string recordId,
        string action,
        string who,
        string contract,
        DateTimeOffset at,
        string changes
    )
    {
        Record = record;
        RecordId = recordId;
        Action = action;
        Who = who;
        Contract = contract;
        At = at;
        Changes = changes;
    }

    /// <summary>The order in which the writes were committed.</summary>
    public long Sequence { get; private init; }

    /// <summary>What sort of record: "country".</summary>
    public string Record { get; private init; }

    /// <summary>The identity of the record, which may be gone by now.</summary>
    public string RecordId { get; private init; }

    /// <summary><c>created</c>, <c>changed</c> or <c>removed</c>.</summary>
    public string Action { get; private init; }

    /// <summary>Who did it.</summary>
    public string Who { get; private init; }

    /// <summary>By which contract.</summary>
    public string Contract { get; private init; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; internal set; }

    /// <summary>The members that changed, as JSON.</summary>
    public string Changes { get; private init; }

    /// <summary>Makes an entry.</summary>
    public static HistoryEntry Of(
        string record,
        string recordId,
        string action,
        ICaller caller,
        DateTimeOffset at,
        IEnumerable<MemberChange> changes
    )
    {
        ArgumentNullException.ThrowIfNull(caller);
        return new(
            record,
            recordId,
            action,
            caller.Name,
            caller.Contract,
            at,
            JsonSerializer.Serialize(changes, Options)
        );
    }

    /// <summary>The entry as the application shows it.</summary>
    public HistoryItem ToItem() =>
        new(
            Sequence,
            Record,
            RecordId,
            Action,
            Who,
            Contract,
            At,
            JsonSerializer.Deserialize<HistoryChange[]>(Changes, Options)!
        );
}

/// <summary>A record of the data set that somebody removed: no newer data set brings it back.</summary>
/// <param name="Key">What the data set knows it by ("CH").</param>
/// <param name="RecordId">The identity that it had, by which its history is found.</param>
public sealed record RemovedRecord(string Key, string RecordId);
