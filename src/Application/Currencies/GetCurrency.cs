using ErrorOr;
using Shared.Application;
using Shared.Application.Lists;

namespace Currencies.Application;

/// <summary>Shows one currency.</summary>
/// <param name="Code">Its three letters, in any case.</param>
/// <param name="Language">The language of names.</param>
public sealed record GetCurrency(string Code, LanguageWish Language) : IQuery<FoundCurrency>;

/// <summary>A currency and the language that its name is in.</summary>
public sealed record FoundCurrency(CurrencyView Currency, string Language);

internal sealed class GetCurrencyHandler(ICurrencyCatalogue catalogue) : IQueryHandler<GetCurrency, FoundCurrency>
{
    public async Task<ErrorOr<FoundCurrency>> Handle(GetCurrency query, CancellationToken cancellationToken)
    {
        var currencies = await catalogue.ReadAsync(cancellationToken);
        var language = currencies.Listing.Languages.Choose(query.Language);
        if (language.IsError)
            return language.Errors;
        return currencies
            .Find(query.Code)
            .Then(found => new FoundCurrency(CurrencyView.Of(found, language.Value), language.Value.Code));
    }
}
