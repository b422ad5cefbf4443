using ErrorOr;
using Shared.Application;
using Shared.Application.Lists;

namespace Currencies.Application;

/// <summary>Finds currencies by the words of the list grammar.</summary>
public sealed record FindCurrencies(ListQuery Query) : IQuery<Page<CurrencyView>>
{
    /// <summary>What the list can be asked for.</summary>
    public static ListWords Words => CurrencyTable.Table.Words;
}

internal sealed class FindCurrenciesHandler(ICurrencyCatalogue catalogue, TimeProvider clock)
    : IQueryHandler<FindCurrencies, Page<CurrencyView>>
{
    public async Task<ErrorOr<Page<CurrencyView>>> Handle(FindCurrencies query, CancellationToken cancellationToken)
    {
        var currencies = await catalogue.ReadAsync(cancellationToken);
        return currencies
            .Listing.Find(query.Query, clock.Today())
            .Then(found => found.Page.Select(currency => CurrencyView.Of(currency, found.Context.Language)));
    }
}
