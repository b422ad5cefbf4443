using Currencies.Contracts;
using ErrorOr;
using Shared.Application;
using Shared.Application.Lists;

namespace Countries.Application;

/// <summary>Shows one country.</summary>
/// <param name="Key">Its alpha-2, alpha-3 or numeric code, or its id, in any case.</param>
/// <param name="On">The day by which money is current; today (UTC) when it is not given.</param>
/// <param name="Language">The language of names.</param>
public sealed record GetCountry(string Key, DateOnly? On, LanguageWish Language) : IQuery<FoundCountry>;

/// <summary>A country and the language that its names are in.</summary>
public sealed record FoundCountry(CountryView Country, string Language);

internal sealed class GetCountryHandler(ICountryCatalogue catalogue, ICurrencyDirectory currencies, TimeProvider clock)
    : IQueryHandler<GetCountry, FoundCountry>
{
    public async Task<ErrorOr<FoundCountry>> Handle(GetCountry query, CancellationToken cancellationToken)
    {
        var countries = await catalogue.ReadAsync(cancellationToken);
        var language = countries.Listing.Languages.Choose(query.Language);
        if (language.IsError)
            return language.Errors;
        var country = countries.Find(query.Key);
        if (country.IsError)
            return country.Errors;
        var names = await currencies.ReadAsync(cancellationToken);
        var context = new ListContext(query.On ?? clock.Today(), language.Value);
        return new FoundCountry(CountryView.Of(country.Value, context, names), language.Value.Code);
    }
}
