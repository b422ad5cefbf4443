using ErrorOr;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shared.Api.V1.Documents;
using Shared.Application;
using Shared.Application.Lists;

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
        {
            "who",
            "Who did it: a key or a user, by name to callers that are known; a data set by its version.",
            entry => entry.Who
        },
        { "source", "By which way: v1, seed, admin, data set, commands or service.", entry => entry.Contract },
        { "changes", "The members that changed.", entry => entry.Changes, Change },
    };

    /// <summary>
    /// Answers with a page of entries. Anybody may read what happened; the names of the people and keys that did it are
    /// for callers that are known, and no cache on the way keeps them.
    /// </summary>
    public static async Task<IResult> AnswerHistoryAsync(
        this ListRequest request,
        Func<ListQuery, Task<ErrorOr<Page<HistoryItem>>>> find
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        var isKnown = request.IsFromKnownCaller;
        var answer = await request.AnswerAsync(
            Entry,
            async query => isKnown ? await find(query) : (await find(query)).Then(WithoutNames),
            dependsOnDay: false
        );
        return answer is Answer page ? page with { IsPrivate = isKnown, DependsOnCaller = true } : answer;
    }

    private static Page<HistoryItem> WithoutNames(Page<HistoryItem> page) =>
        page with
        {
            Items = [.. page.Items.Select(entry => entry with { Who = entry.Who.Split(':')[0] })],
        };
}

/// <summary>What happened in all modules: of no module, since each keeps a history of its own.</summary>
internal static class ChangesEndpoint
{
    public static void MapChanges(this IEndpointRouteBuilder endpoints) =>
        endpoints
            .MapV1()
            .MapRead("/changes", ListChanges, "What changed since a moment, when and by which source")
            .Lists(HistoryShape.Entry, HistoryPages.SinceWords);

    private static Task<IResult> ListChanges(
        ListRequest request,
        IHistories histories,
        CancellationToken cancellationToken
    ) => request.AnswerHistoryAsync(query => HistoryPages.SinceAsync(histories, query, cancellationToken));
}
