using Shared.Api.V1;
using Shared.Application;

namespace Shared.Api.Admin;

/// <summary>What happened in all modules, in the admin. It can only be read.</summary>
internal static class AuditTrail
{
    private static readonly Shape<HistoryItem> Entry = new("entry")
    {
        { "at", "When (UTC).", entry => Wording.OfMoment(entry.At) },
        { "who", "Who did it.", entry => entry.Who },
        { "by", "By which contract.", entry => entry.Contract },
        { "action", "created, changed or removed.", entry => entry.Action },
        { "record", "What sort of record.", entry => entry.Record },
        { "id", "The identity of the record.", entry => entry.Id },
        { "changes", "What changed.", entry => Wording.OfChanges(entry) },
    };

    public static readonly AdminResource<Nothing, HistoryItem> Entries = new("history", "entry", "entries", Entry)
    {
        Heading = "Audit trail",
        Permission = "history",
        Key = entry => entry.Number.ToString(System.Globalization.CultureInfo.InvariantCulture),
        Title = entry => $"{entry.Record} {entry.Id}",
        Columns = ["at", "who", "by", "action", "record", "id", "changes"],
        Words = HistoryTrail.Words,
        List = (call, query) => call.ReadTrailAsync(query),
    };
}

/// <summary>What is written of a resource that can only be read.</summary>
internal sealed record Nothing;
