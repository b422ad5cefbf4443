using ErrorOr;
using Shared.Application;

namespace Currencies.Application;

/// <summary>Shows which currencies a currency took the place of, and which took its own, with the official ratio.</summary>
/// <param name="Code">Its three letters, in any case.</param>
public sealed record GetSuccession(string Code) : IQuery<CurrencySuccession>;

/// <summary>What came before a currency and what came after it.</summary>
/// <param name="Code">The currency.</param>
/// <param name="Predecessors">The changes to it, by date.</param>
/// <param name="Successors">The changes from it, by date.</param>
public sealed record CurrencySuccession(
    string Code,
    IReadOnlyList<Successor> Predecessors,
    IReadOnlyList<Successor> Successors
);

internal sealed class GetSuccessionHandler(ICurrencyCatalogue catalogue)
    : IQueryHandler<GetSuccession, CurrencySuccession>
{
    public async Task<ErrorOr<CurrencySuccession>> Handle(GetSuccession query, CancellationToken cancellationToken)
    {
        var currencies = await catalogue.ReadAsync(cancellationToken);
        return currencies
            .Find(query.Code)
            .Then(found => new CurrencySuccession(
                found.Code,
                [
                    .. currencies
                        .All.SelectMany(currency => currency.Successors)
                        .Where(change => change.To == found.Code)
                        .OrderBy(change => change.Date),
                ],
                [.. found.Successors.OrderBy(change => change.Date)]
            ));
    }
}
