using Currencies.Application;
using MediatR;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shared.Api.V1;
using Shared.Api.V1.Documents;
using Shared.Application;

namespace Currencies.Api.V1;

/// <summary>The currencies of the native API. Where a currency is money is known to Countries, which maps <c>/currencies/{code}/countries</c>.</summary>
internal static class CurrencyEndpoints
{
    public static void MapCurrencies(this IEndpointRouteBuilder endpoints)
    {
        var v1 = endpoints.MapV1().Explains("code", "The currency: its three letters, in any case.", "CHF");
        v1.MapRead("/currencies", FindCurrencies, "Currencies by the words of the list grammar")
            .Lists(CurrencyShape.Currency, Application.FindCurrencies.Words);
        v1.MapRead("/currencies/{code}", GetCurrency, "One currency").Shows(CurrencyShape.Currency);
        v1.MapRead("/currencies/{code}/succession", GetSuccession, "What came before a currency and after it")
            .Shows(CurrencyShape.Succession);
        v1.MapRead("/currencies/{code}/history", ListCurrencyHistory, "What happened to a currency, newest first")
            .Lists(HistoryShape.Entry, HistoryPages.Words);
    }

    /// <summary>The path of a currency.</summary>
    public static string PathOf(CurrencyDetails currency) => $"{V1Endpoints.Path}/currencies/{currency.Code}";

    private static Task<IResult> ListCurrencyHistory(
        string code,
        ListRequest request,
        ISender sender,
        CancellationToken cancellationToken
    ) => request.AnswerHistoryAsync(query => sender.Send(new ListCurrencyHistory(code, query), cancellationToken));

    private static Task<IResult> FindCurrencies(
        ListRequest request,
        ISender sender,
        CancellationToken cancellationToken
    ) =>
        request.AnswerAsync(
            CurrencyShape.Currency,
            query => sender.Send(new FindCurrencies(query), cancellationToken),
            dependsOnDay: false
        );

    private static Task<IResult> GetCurrency(
        string code,
        ItemRequest request,
        ISender sender,
        CancellationToken cancellationToken
    ) =>
        request.AnswerAsync(
            CurrencyShape.Currency,
            () => sender.Send(new GetCurrency(code, request.Language), cancellationToken),
            found => new Item<CurrencyView>(found.Currency, found.Currency.Details.Version, found.Language),
            dependsOnDay: false
        );

    private static Task<IResult> GetSuccession(
        string code,
        ItemRequest request,
        ISender sender,
        CancellationToken cancellationToken
    ) =>
        request.AnswerAsync(
            CurrencyShape.Succession,
            () => sender.Send(new GetSuccession(code), cancellationToken),
            found => new Item<CurrencySuccession>(found, Version: null, Language: null),
            dependsOnDay: false
        );
}
