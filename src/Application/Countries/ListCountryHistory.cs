using ErrorOr;
using Shared.Application;
using Shared.Application.Lists;

namespace Countries.Application;

/// <summary>What happened to a country, newest first; also to one that was removed.</summary>
/// <param name="Key">A code of the country, or its id.</param>
/// <param name="Query">Limit and cursor.</param>
public sealed record ListCountryHistory(string Key, ListQuery Query) : IQuery<Page<HistoryItem>>;

internal sealed class ListCountryHistoryHandler(ICountryCatalogue catalogue, IHistories histories)
    : IQueryHandler<ListCountryHistory, Page<HistoryItem>>
{
    public async Task<ErrorOr<Page<HistoryItem>>> Handle(ListCountryHistory query, CancellationToken cancellationToken)
    {
        var history = histories.Of(ModuleName.Of<ListCountryHistory>());
        var found = (await catalogue.ReadAsync(cancellationToken)).Find(query.Key);
        var id = found.IsError
            ? await history.FindRemovedAsync(query.Key.ToUpperInvariant(), cancellationToken)
            : found.Value.Id.ToString();
        // An id may be that of a local record that is gone.
        id ??= Guid.TryParse(query.Key, out var gone) ? gone.ToString() : null;
        if (id is null)
            return found.Errors;
        var page = await HistoryPages.OfAsync(history, "country", id, query.Query, cancellationToken);
        return found.IsError && page is { IsError: false, Value.Total: 0 } ? found.Errors : page;
    }
}
