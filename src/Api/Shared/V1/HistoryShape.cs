using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shared.Application;

namespace Shared.Api.V1;

/// <summary>What happened to a record, as clients see it.</summary>
public static class HistoryShape
{
    private static readonly Shape<HistoryChange> Change = new("change")
    {
        { "member", "The member.", change => change.Member },
        { "before", "Its value before; null where there was none.", change => change.Before },
        { "after", "Its value afterwards; null where there is none.", change => change.After },
    };

    /// <summary>An entry.</summary>
    public static readonly Shape<HistoryItem> Entry = new("entry")
    {
        { "record", "What sort of record: country or currency.", entry => entry.Record },
        { "id", "The identity of the record.", entry => entry.Id },
        { "action", "created, changed or removed.", entry => entry.Action },
        { "at", "When.", entry => entry.At },
        { "who", "Who did it: an API key by its name, or a data set by its version.", entry => entry.Who },
        { "source", "By which contract: v1, seed, data set, command line.", entry => entry.Contract },
        { "changes", "The members that changed.", entry => entry.Changes, Change },
    };
}

/// <summary>What happened in all modules: of no module, since each keeps a history of its own.</summary>
internal static class ChangesEndpoint
{
    public static void MapChanges(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapV1().MapRead("/changes", ListChanges, "What changed since a moment, when and by which source");

    private static Task<IResult> ListChanges(
        ListRequest request,
        IHistories histories,
        CancellationToken cancellationToken
    ) =>
        request.AnswerAsync(
            HistoryShape.Entry,
            query => HistoryPages.SinceAsync(histories, query, cancellationToken),
            dependsOnDay: false
        );
}
