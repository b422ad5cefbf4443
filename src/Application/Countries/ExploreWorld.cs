using Currencies.Contracts;
using ErrorOr;
using Shared.Application;
using Shared.Application.Lists;

namespace Countries.Application;

/// <summary>Shows every country with its money of today, by its name in a language.</summary>
/// <param name="Language">The language of names.</param>
public sealed record ExploreWorld(LanguageWish Language) : IQuery<ExploredWorld>;

/// <summary>Every country.</summary>
/// <param name="Version">Equal versions and languages, equal content: what was made of it may be kept under both.</param>
/// <param name="Language">The language of names (a CLDR locale).</param>
/// <param name="Languages">The languages that names are known in.</param>
/// <param name="Countries">The countries, made when they are asked for: whoever kept what was made of this version pays nothing.</param>
public sealed record ExploredWorld(
    string Version,
    string Language,
    IReadOnlyCollection<string> Languages,
    Lazy<IReadOnlyList<CountryView>> Countries
);

internal sealed class ExploreWorldHandler(
    ICountryCatalogue catalogue,
    ICurrencyDirectory currencies,
    TimeProvider clock
) : IQueryHandler<ExploreWorld, ExploredWorld>
{
    public async Task<ErrorOr<ExploredWorld>> Handle(ExploreWorld query, CancellationToken cancellationToken)
    {
        var countries = await catalogue.ReadAsync(cancellationToken);
        var names = await currencies.ReadAsync(cancellationToken);
        var today = clock.Today();
        return countries
            .Listing.Languages.Choose(query.Language)
            .Then(language => new ExploredWorld(
                countries.VersionWith(names, today),
                language.Code,
                countries.Listing.Languages.Codes,
                new(() =>
                    [
                        .. countries
                            .All.Select(country => CountryView.Of(country, new ListContext(today, language), names))
                            .OrderBy(country => country.Name, Comparer<string>.Create(language.Compare)),
                    ]
                )
            ));
    }
}
