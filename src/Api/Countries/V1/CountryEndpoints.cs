using Countries.Application;
using MediatR;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shared.Api.V1;
using Shared.Api.V1.Documents;
using Shared.Application;

namespace Countries.Api.V1;

/// <summary>The countries of the native API. A country's key is its alpha-2, alpha-3 or numeric code or its id, in any case.</summary>
internal static class CountryEndpoints
{
    public static void MapCountries(this IEndpointRouteBuilder endpoints)
    {
        var v1 = endpoints
            .MapV1()
            .Explains("key", "The country: its alpha-2, alpha-3 or numeric code or its id, in any case.", "CH")
            .Explains("code", "The currency: its three letters, in any case.", "EUR");
        v1.MapRead("/countries", FindCountries, "Countries by the words of the list grammar")
            .Lists(CountryShape.Country, Application.FindCountries.Words);
        v1.MapRead("/countries/{key}", GetCountry, "One country").Shows(CountryShape.Country);
        v1.MapRead("/countries/{key}/currencies", ListTenders, "The money of a country, on a day or ever")
            .Lists(CountryShape.Money, Application.ListTenders.Words);
        v1.MapRead("/countries/{key}/subdivisions", ListSubdivisions, "The parts of a country")
            .Lists(CountryLists.Subdivision, Application.ListSubdivisions.Words);
        v1.MapRead("/countries/{key}/history", ListCountryHistory, "What happened to a country, newest first")
            .Lists(HistoryShape.Entry, HistoryPages.Words);
        v1.MapRead("/resolve", ResolveCountry, "The country that a text means")
            .Lists(CountryLists.Resolution, Application.ResolveCountry.Words);
        // Below a currency, yet here: this module knows which money is used where, and Currencies does not.
        v1.MapRead("/currencies/{code}/countries", ListCurrencyCountries, "Where a currency is money, on a day or ever")
            .Lists(CountryLists.CurrencyUse, Application.ListCurrencyCountries.Words);
    }

    /// <summary>The path of a country: by its alpha-2 code, or by its id where it has none.</summary>
    public static string PathOf(CountryDetails country) =>
        $"{V1Endpoints.Path}/countries/{country.Alpha2 ?? country.Id.ToString()}";

    private static Task<IResult> FindCountries(
        ListRequest request,
        ISender sender,
        CancellationToken cancellationToken
    ) => request.AnswerAsync(CountryShape.Country, query => sender.Send(new FindCountries(query), cancellationToken));

    private static Task<IResult> GetCountry(
        string key,
        ItemRequest request,
        ISender sender,
        CancellationToken cancellationToken
    ) =>
        request.AnswerAsync(
            CountryShape.Country,
            () => sender.Send(new GetCountry(key, request.On, request.Language), cancellationToken),
            found => new Item<CountryView>(found.Country, found.Country.Details.Version, found.Language)
        );

    private static Task<IResult> ListTenders(
        string key,
        ListRequest request,
        ISender sender,
        CancellationToken cancellationToken
    ) =>
        request.AnswerAsync(
            CountryShape.Money,
            query => sender.Send(new ListTenders(key, query), cancellationToken),
            dependsOnDay: false
        );

    private static Task<IResult> ListCountryHistory(
        string key,
        ListRequest request,
        ISender sender,
        CancellationToken cancellationToken
    ) => request.AnswerHistoryAsync(query => sender.Send(new ListCountryHistory(key, query), cancellationToken));

    private static Task<IResult> ListSubdivisions(
        string key,
        ListRequest request,
        ISender sender,
        CancellationToken cancellationToken
    ) =>
        request.AnswerAsync(
            CountryLists.Subdivision,
            query => sender.Send(new ListSubdivisions(key, query), cancellationToken),
            dependsOnDay: false
        );

    private static Task<IResult> ListCurrencyCountries(
        string code,
        ListRequest request,
        ISender sender,
        CancellationToken cancellationToken
    ) =>
        request.AnswerAsync(
            CountryLists.CurrencyUse,
            query => sender.Send(new ListCurrencyCountries(code, query), cancellationToken),
            dependsOnDay: false
        );

    private static Task<IResult> ResolveCountry(
        ListRequest request,
        ISender sender,
        CancellationToken cancellationToken
    ) =>
        request.AnswerAsync(
            CountryLists.Resolution,
            query => sender.Send(new ResolveCountry(query), cancellationToken)
        );
}
