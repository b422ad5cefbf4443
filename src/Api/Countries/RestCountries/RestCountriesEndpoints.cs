using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Shared.Api.Access;
using Shared.Api.Caching;
using Shared.Api.Http;

namespace Countries.Api.RestCountries;

/// <summary>
/// The contract of REST Countries v3.1, which has closed. Apps that were written for it change the host name and nothing
/// else (docs/restcountries.md).
/// </summary>
internal static class RestCountriesEndpoints
{
    private const string Allowed = "GET, HEAD, OPTIONS";

    public static void MapRestCountries(this IEndpointRouteBuilder endpoints)
    {
        var services = endpoints.ServiceProvider;
        var answers = new RestCountriesReader(
            RestCountriesOptions.From(services.GetRequiredService<IConfiguration>()),
            services.GetRequiredService<RepresentationCache>()
        );
        // Either spelling of a path, with and without the last slash, is one route.
        var contract = endpoints
            .MapGroup("/v3.1")
            .AddEndpointFilter<RestEndpointFilter>()
            .RefuseWith(RestRefusal.Answer)
            .AllowAnonymous();

        contract.MapHandler("/all", Handlers.Reading, answers.All).WithSummary("Every country");
        contract.MapHandler("/alpha/{code}", Handlers.Reading, answers.Code).WithSummary("The country with this code");
        contract.MapHandler("/alpha", Handlers.Reading, answers.Codes).WithSummary("The countries with these codes");
        contract
            .MapHandler("/name/{name}", Handlers.Reading, answers.Name)
            .WithSummary("Countries with this in a name");
        contract
            .MapHandler("/currency/{currency}", Handlers.Reading, answers.Currency)
            .WithSummary("Countries with this money");
        contract
            .MapHandler("/lang/{language}", Handlers.Reading, answers.Language)
            .WithSummary("Countries with this language");
        contract
            .MapHandler("/capital/{capital}", Handlers.Reading, answers.Capital)
            .WithSummary("Countries with this capital");
        contract
            .MapHandler("/region/{region}", Handlers.Reading, answers.Region)
            .WithSummary("Countries of this region");
        contract
            .MapHandler("/subregion/{subregion}", Handlers.Reading, answers.Subregion)
            .WithSummary("Countries of this subregion");
        contract
            .MapHandler("/translation/{name}", Handlers.Reading, answers.Translation)
            .WithSummary("Countries that a language calls so");
        contract
            .MapHandler("/demonym/{people}", Handlers.Reading, answers.Demonym)
            .WithSummary("Countries whose people are called so");
        contract
            .MapHandler("/independent", Handlers.Reading, answers.Independent)
            .WithSummary("Sovereign states, or the others");
        contract.MapHandler("/{**path}", Otherwise).WithSummary("Any other path or method");
    }

    private static IResult Otherwise(HttpContext http)
    {
        var headers = http.Response.Headers;
        if (Handlers.Reading.Contains(http.Request.Method, StringComparer.OrdinalIgnoreCase))
            return RestAnswer.PageNotFound;
        headers.Allow = Allowed;
        if (!HttpMethods.IsOptions(http.Request.Method))
            return RestAnswer.MethodNotAllowed;
        // What a browser asks before it lets a page of another origin send a request with fields of its own.
        headers.AccessControlAllowMethods = Allowed;
        headers.AccessControlAllowHeaders = "*";
        headers.AccessControlMaxAge = "86400";
        return Results.NoContent();
    }
}
