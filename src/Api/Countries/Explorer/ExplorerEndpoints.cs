using Countries.Application;
using ErrorOr;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shared.Api.Http;
using Shared.Api.Pages;
using Shared.Application;
using Shared.Application.Lists;

namespace Countries.Api.Explorer;

/// <summary>
/// The pages for people who look things up. That of a currency is here too: it shows where the currency is money, which
/// this module knows; what the currency is called comes through the directory of Currencies.
/// </summary>
internal static class ExplorerEndpoints
{
    private const int MostSuggestions = 5;

    public static void MapExplorer(this IEndpointRouteBuilder endpoints)
    {
        var pages = endpoints.MapGroup("").AllowAnonymous().ExcludeFromDescription();
        pages.MapHandler(Links.Start, Handlers.Reading, ShowWorld);
        pages.MapHandler($"{Links.Countries}/{{key}}", Handlers.Reading, ShowCountry);
        pages.MapHandler($"{Links.Currencies}/{{code}}", Handlers.Reading, ShowCurrency);
    }

    private static async Task<IResult> ShowWorld([AsParameters] PageKit kit)
    {
        var request = kit.Request;
        // The language is one that is known: an unknown one was passed over.
        var world = (await kit.AskAsync(new ExploreWorld(request.Language))).Value;
        var links = Links.For(kit.Request, world.Language);
        var isByRegion = WorldModel.AsksForRegions(request.Option(WorldModel.ByWord));
        if (request is { Search: null, Faults: [] })
            return await kit.KeptAsync<WorldPage>(
                isByRegion ? "world by region" : "world by currency",
                world.Language,
                world.Version,
                () => WorldModel.Of(world, links, isByRegion)
            );

        var model = WorldModel.Of(world, links, isByRegion) with { Faults = request.Faults };
        if (request.Search is { } text)
        {
            var found = await FindAsync(kit, text);
            model = found.IsError
                ? model with
                {
                    Faults = [.. model.Faults, .. found.Errors.Select(error => error.Description)],
                }
                : model.Searched(text, found.Value);
        }
        return await kit.MadeAsync<WorldPage>(model);
    }

    /// <summary>The countries of which a name answers to the text; where there is none, those that it means in another way, such as by a calling code.</summary>
    private static async Task<ErrorOr<IReadOnlyList<CountryView>>> FindAsync(PageKit kit, string text)
    {
        var query = QueryFor(text, kit.Request.Language, ListQuery.MostItems);
        var named = await kit.AskAsync(new FindCountries(query));
        if (named.IsError || named.Value.Items.Count > 0)
            return named.Then(page => page.Items);
        var meant = await kit.AskAsync(new ResolveCountry(query));
        return meant.Then<IReadOnlyList<CountryView>>(page => [.. page.Items.Select(resolution => resolution.Country)]);
    }

    private static async Task<IResult> ShowCountry(string key, [AsParameters] PageKit kit)
    {
        var found = await kit.AskAsync(new ExploreCountry(key, kit.Request.Language));
        if (found.IsError)
            return await MissingCountryAsync(kit, key, found.FirstError);
        var country = found.Value;
        var links = Links.For(kit.Request, country.Language);
        return await kit.KeptAsync<CountryPage>(
            $"country {country.Id}",
            country.Language,
            country.Version,
            () => new CountryModel(country.Story.Value, country.Language, links)
        );
    }

    private static async Task<IResult> ShowCurrency(string code, [AsParameters] PageKit kit)
    {
        var request = kit.Request;
        var found = await kit.AskAsync(new ExploreCurrency(code, request.Language));
        if (found.IsError)
            return Missing(found.FirstError, [], Links.For(kit.Request, Language.English.Code).Currency);
        var currency = found.Value;
        var links = Links.For(kit.Request, currency.Language);
        if (request is not { On: null, Faults: [] })
            return await kit.MadeAsync<CurrencyPage>(
                new CurrencyModel(currency.Story.Value, currency.Language, links, request.On)
                {
                    Faults = request.Faults,
                }
            );
        return await kit.KeptAsync<CurrencyPage>(
            $"currency {currency.Code}",
            currency.Language,
            currency.Version,
            () => new CurrencyModel(currency.Story.Value, currency.Language, links, On: null)
        );
    }

    private static async Task<IResult> MissingCountryAsync(PageKit kit, string key, Error error)
    {
        var similar = await kit.AskAsync(new FindCountries(QueryFor(key, kit.Request.Language, MostSuggestions)));
        var links = Links.For(kit.Request, similar.IsError ? Language.English.Code : similar.Value.Language);
        return Missing(
            error,
            similar.IsError
                ? []
                : [.. similar.Value.Items.Select(country => new Crumb(country.Name, links.Country(country.Details)))],
            links.Country
        );
    }

    /// <summary>Says that there is no such page, and which ones may have been meant.</summary>
    private static PageAnswer<MissingPage> Missing(
        Error error,
        IReadOnlyList<Crumb> suggestions,
        Func<string, string> pageOf
    )
    {
        if (suggestions.Count == 0 && error.Nearest() is { } nearest)
            suggestions = [new(nearest, pageOf(nearest))];
        return new(
            StatusCodes.Status404NotFound,
            new()
            {
                [nameof(MissingPage.Sentence)] = error.Description,
                [nameof(MissingPage.Suggestions)] = suggestions,
            }
        );
    }

    private static ListQuery QueryFor(string text, LanguageWish language, int limit) =>
        new()
        {
            Search = text,
            Language = language,
            Limit = limit,
        };
}
