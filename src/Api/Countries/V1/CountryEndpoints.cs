using Countries.Application;
using MediatR;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shared.Api.V1;

namespace Countries.Api.V1;

/// <summary>The countries of the native API. A country's key is its alpha-2, alpha-3 or numeric code or its id, in any case.</summary>
internal static class CountryEndpoints
{
    public static void MapCountries(this IEndpointRouteBuilder endpoints)
    {
        var v1 = endpoints.MapV1();
        v1.MapRead("/countries", FindCountries).WithSummary("Countries by the words of the list grammar");
        v1.MapRead("/countries/{key}", GetCountry).WithSummary("One country");
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
}
