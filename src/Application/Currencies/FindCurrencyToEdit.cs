using Currencies.Domain;
using ErrorOr;
using Shared.Application;

namespace Currencies.Application;

/// <summary>The currency as the unit of work under way sees it, so that an edit can be made of it.</summary>
/// <param name="Code">The currency.</param>
public sealed record FindCurrencyToEdit(string Code) : IQuery<FoundCurrency>;

internal sealed class FindCurrencyToEditHandler(ICurrencyRepository currencies, ICurrencyCatalogue catalogue)
    : IQueryHandler<FindCurrencyToEdit, FoundCurrency>
{
    public async Task<ErrorOr<FoundCurrency>> Handle(FindCurrencyToEdit query, CancellationToken cancellationToken) =>
        await currencies.FindAsync(query.Code, cancellationToken) is { } currency
            ? WrittenCurrency.Show(currency)
            : (await catalogue.ReadAsync(cancellationToken)).NotFound(query.Code).ToError();
}
