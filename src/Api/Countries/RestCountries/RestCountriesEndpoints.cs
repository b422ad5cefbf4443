using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Shared.Api.Caching;

namespace Countries.Api.RestCountries;

/// <summary>
/// The contract of REST Countries v3.1, which has closed. Apps that were written for it change the host name and nothing
/// else (docs/restcountries.md).
/// </summary>
internal static class RestCountriesEndpoints
{
    private const string Allowed = "GET, HEAD, OPTIONS";
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapRestCountries(this IEndpointRouteBuilder endpoints)
    {
        var services = endpoints.ServiceProvider;
        var answers = new RestCountriesReader(
            RestCountriesOptions.From(services.GetRequiredService<IConfiguration>()),
            services.GetRequiredService<RepresentationCache>()
        );
        // Either spelling of a path, with and without the last slash, is one route.
        var contract = endpoints.MapGroup("/v3.1").AddEndpointFilter<RestEndpointFilter>().AllowAnonymous();

        contract.MapMethods("/all", Reading, answers.All).WithSummary("Every country");
        contract.MapMethods("/alpha/{code}", Reading, answers.Code).WithSummary("The country with this code");
        contract.MapMethods("/alpha", Reading, answers.Codes).WithSummary("The countries with these codes");
        contract.MapMethods("/name/{name}", Reading, answers.Name).WithSummary("Countries with this in a name");
        contract.MapMethods("/currency/{currency}", Reading, answers.Currency).WithSummary("Countries with this money");
        contract.MapMethods("/lang/{language}", Reading, answers.Language).WithSummary("Countries with this language");
        contract.MapMethods("/capital/{capital}", Reading, answers.Capital).WithSummary("Countries with this capital");
        contract.MapMethods("/region/{region}", Reading, answers.Region).WithSummary("Countries of this region");
        contract
            .MapMethods("/subregion/{subregion}", Reading, answers.Subregion)
            .WithSummary("Countries of this subregion");
        contract
            .MapMethods("/translation/{name}", Reading, answers.Translation)
            .WithSummary("Countries that a language calls so");
        contract
            .MapMethods("/demonym/{people}", Reading, answers.Demonym)
            .WithSummary("Countries whose people are called so");
        contract
            .MapMethods("/independent", Reading, answers.Independent)
            .WithSummary("Sovereign states, or the others");
        contract.Map("/{**path}", Otherwise).WithSummary("Any other path or method");
    }

    private static IResult Otherwise(HttpContext http)
    {
        var headers = http.Response.Headers;
        if (Reading.Contains(http.Request.Method, StringComparer.OrdinalIgnoreCase))
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
