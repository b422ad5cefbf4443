using Currencies.Application;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shared.Api.Http;
using Shared.Api.Pages;

namespace Currencies.Api.Explorer;

/// <summary>The list of currencies for people who look one up. The page of each shows countries, and so belongs to Countries.</summary>
internal static class CurrencyListEndpoints
{
    public const string Path = "/explore/currencies";

    public static void MapCurrencyPages(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapHandler(Path, Handlers.Reading, ShowCurrencies).AllowAnonymous().ExcludeFromDescription();

    private static async Task<IResult> ShowCurrencies([AsParameters] PageKit kit)
    {
        // The language is one that is known: an unknown one was passed over.
        var found = (await kit.AskAsync(new ExploreCurrencies(kit.Request.Language))).Value;
        return await kit.KeptAsync<CurrenciesPage>(
            "currencies",
            found.Language,
            found.Version,
            () => new CurrenciesModel(found.Currencies.Value, found.Language, kit.Request.NamesLanguage)
        );
    }
}
