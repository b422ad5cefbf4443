using ErrorOr;
using Shared.Application;
using Shared.Application.Lists;

namespace Currencies.Application;

/// <summary>Shows every currency by its name in a language.</summary>
/// <param name="Language">The language of names.</param>
public sealed record ExploreCurrencies(LanguageWish Language) : IQuery<ExploredCurrencies>;

/// <summary>Every currency.</summary>
/// <param name="Version">Equal versions and languages, equal content: what was made of it may be kept under both.</param>
/// <param name="Language">The language of names (a CLDR locale).</param>
/// <param name="Currencies">The currencies, made when they are asked for.</param>
public sealed record ExploredCurrencies(string Version, string Language, Lazy<IReadOnlyList<CurrencyView>> Currencies);

internal sealed class ExploreCurrenciesHandler(ICurrencyCatalogue catalogue)
    : IQueryHandler<ExploreCurrencies, ExploredCurrencies>
{
    public async Task<ErrorOr<ExploredCurrencies>> Handle(ExploreCurrencies query, CancellationToken cancellationToken)
    {
        var currencies = await catalogue.ReadAsync(cancellationToken);
        return currencies
            .Listing.Languages.Choose(query.Language)
            .Then(language => new ExploredCurrencies(
                currencies.Version,
                language.Code,
                new(() =>
                    [
                        .. currencies
                            .All.Select(currency => CurrencyView.Of(currency, language))
                            .OrderBy(currency => currency.Name, Comparer<string>.Create(language.Compare)),
                    ]
                )
            ));
    }
}
