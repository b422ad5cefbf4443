using Currencies.Contracts;
using ErrorOr;
using Shared.Application;
using Shared.Application.Lists;

namespace Countries.Application;

/// <summary>Tells the story of a country: what it is, its neighbours, and its money from the first to the last.</summary>
/// <param name="Key">Its alpha-2, alpha-3 or numeric code, or its id, in any case.</param>
/// <param name="Language">The language of names.</param>
public sealed record ExploreCountry(string Key, LanguageWish Language) : IQuery<ExploredCountry>;

/// <summary>A country.</summary>
/// <param name="Version">Equal versions, countries and languages, equal content.</param>
/// <param name="Language">The language of names (a CLDR locale).</param>
/// <param name="Id">The country.</param>
/// <param name="Story">What there is to tell, made when it is asked for.</param>
public sealed record ExploredCountry(string Version, string Language, Guid Id, Lazy<CountryStory> Story);

internal sealed class ExploreCountryHandler(
    ICountryCatalogue catalogue,
    ICurrencyDirectory currencies,
    TimeProvider clock
) : IQueryHandler<ExploreCountry, ExploredCountry>
{
    public async Task<ErrorOr<ExploredCountry>> Handle(ExploreCountry query, CancellationToken cancellationToken)
    {
        var countries = await catalogue.ReadAsync(cancellationToken);
        var names = await currencies.ReadAsync(cancellationToken);
        var language = countries.Listing.Languages.Choose(query.Language);
        var found = countries.Find(query.Key);
        if (language.IsError || found.IsError)
            return [.. found.ErrorsOrEmptyList, .. language.ErrorsOrEmptyList];
        var context = new ListContext(clock.Today(), language.Value);
        return new ExploredCountry(
            countries.VersionWith(names, context.Day),
            language.Value.Code,
            found.Value.Id,
            new(() => CountryStory.Of(found.Value, countries, names, context))
        );
    }
}
