using ErrorOr;
using Shared.Application;
using Shared.Application.Lists;

namespace Currencies.Application;

/// <summary>What happened to a currency, newest first; also to one that was removed.</summary>
/// <param name="Code">The currency.</param>
/// <param name="Query">Limit and cursor.</param>
public sealed record ListCurrencyHistory(string Code, ListQuery Query) : IQuery<Page<HistoryItem>>;

internal sealed class ListCurrencyHistoryHandler(ICurrencyCatalogue catalogue, IHistories histories)
    : IQueryHandler<ListCurrencyHistory, Page<HistoryItem>>
{
    public async Task<ErrorOr<Page<HistoryItem>>> Handle(ListCurrencyHistory query, CancellationToken cancellationToken)
    {
        var history = histories.Of(ModuleName.Of<ListCurrencyHistory>());
        var code = query.Code.ToUpperInvariant();
        var page = await HistoryPages.OfAsync(history, "currency", code, query.Query, cancellationToken);
        return page is { IsError: false, Value.Total: 0 }
            ? (await catalogue.ReadAsync(cancellationToken)).Find(query.Code).Then(_ => page.Value)
            : page;
    }
}
