using Countries.Domain;
using Currencies.Contracts;
using ErrorOr;
using Shared.Application;
using Shared.Application.Lists;

namespace Countries.Application;

/// <summary>Tells the story of a currency: where it is and was money, what came before it and what after.</summary>
/// <param name="Code">Its three letters, in any case.</param>
/// <param name="Language">The language of names.</param>
public sealed record ExploreCurrency(string Code, LanguageWish Language) : IQuery<ExploredCurrency>;

/// <summary>A currency.</summary>
/// <param name="Version">Equal versions, codes and languages, equal content.</param>
/// <param name="Language">The language of names (a CLDR locale).</param>
/// <param name="Code">Its three letters, upper case.</param>
/// <param name="Story">What there is to tell, made when it is asked for.</param>
public sealed record ExploredCurrency(string Version, string Language, string Code, Lazy<CurrencyStory> Story);

internal sealed class ExploreCurrencyHandler(
    ICountryCatalogue catalogue,
    ICurrencyDirectory currencies,
    TimeProvider clock
) : IQueryHandler<ExploreCurrency, ExploredCurrency>
{
    public async Task<ErrorOr<ExploredCurrency>> Handle(ExploreCurrency query, CancellationToken cancellationToken)
    {
        var countries = await catalogue.ReadAsync(cancellationToken);
        var all = await currencies.ReadAsync(cancellationToken);
        var code = query.Code.ToUpperInvariant();
        if (!all.ByCode.TryGetValue(code, out var currency))
            return CountryErrors.UnknownCurrency(query.Code, Nearest.To(code, all.ByCode.Keys)).ToError();
        var today = clock.Today();
        return countries
            .Listing.Languages.Choose(query.Language)
            .Then(language => new ExploredCurrency(
                countries.VersionWith(all, today),
                language.Code,
                code,
                new(() => CurrencyStory.Of(currency, countries, all, new ListContext(today, language)))
            ));
    }
}
