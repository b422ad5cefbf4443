using Currencies.Application;
using ErrorOr;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shared.Api.V1;
using Shared.Api.V1.Documents;
using Shared.Application;

namespace Currencies.Api.V1;

/// <summary>The writing half of the currencies.</summary>
internal static class CurrencyWrites
{
    private static readonly WritableResource<CurrencyRequest, CurrencyView> Currency = new(
        ModuleName.Of<CreateCurrency>(),
        CurrencyShape.Currency,
        view => CurrencyEndpoints.PathOf(view.Details)
    )
    {
        Example = """{"code":"SXD","name":"Sealand Dollar","symbol":"S$","minorUnits":{"cldr":2}}""",
        ReplaceExample = """{"name":"Swiss Franc","symbol":"Fr.","minorUnits":{"iso":2,"cldr":2,"cashRounding":5}}""",
        PatchExample = """{"symbol":"SX$"}""",
        Required = ["name"],
        RequiredOnce = ["code"],
    };

    public static void MapCurrencyWrites(this IEndpointRouteBuilder endpoints)
    {
        var v1 = endpoints.MapV1().Explains("code", "The currency: its three letters, in any case.", "CHF");
        v1.MapWrite(HttpMethods.Post, "/currencies", CreateCurrency, "currencies:add", "Adds a local record")
            .Creates(Currency);
        v1.MapWrite(
                HttpMethods.Put,
                "/currencies/{code}",
                ReplaceCurrency,
                "currencies:change",
                "Writes a currency anew"
            )
            .Replaces(Currency);
        v1.MapWrite(
                HttpMethods.Patch,
                "/currencies/{code}",
                PatchCurrency,
                "currencies:change",
                "Changes members of a currency"
            )
            .Patches(Currency);
        v1.MapWrite(HttpMethods.Delete, "/currencies/{code}", DeleteCurrency, "currencies:delete", "Removes a currency")
            .Removes();
    }

    private static Task<IResult> CreateCurrency(WriteRequest request) =>
        request.CreateAsync(
            Currency,
            body => Show(request.SendAsync(new CreateCurrency(request.Map<CurrencyDraft>(body))))
        );

    private static Task<IResult> ReplaceCurrency(string code, WriteRequest request) =>
        request.ReplaceAsync(Currency, () => Find(code, request), (seen, body) => Edit(seen, body, request));

    private static Task<IResult> PatchCurrency(string code, WriteRequest request) =>
        request.PatchAsync(Currency, () => Find(code, request), (seen, body) => Edit(seen, body, request));

    private static Task<IResult> DeleteCurrency(string code, WriteRequest request) =>
        request.DeleteAsync(
            Currency.Module,
            () => Find(code, request),
            seen => request.SendAsync(new RemoveCurrency(seen.Value.Details.Code, seen.Version))
        );

    private static Task<ErrorOr<Item<CurrencyView>>> Find(string code, WriteRequest request) =>
        Show(request.SendAsync(new FindCurrencyToEdit(code)));

    private static Task<ErrorOr<Item<CurrencyView>>> Edit(
        Item<CurrencyView> seen,
        CurrencyRequest body,
        WriteRequest request
    ) =>
        Show(
            request.SendAsync(new EditCurrency(seen.Value.Details.Code, seen.Version, request.Map<CurrencyDraft>(body)))
        );

    private static Task<ErrorOr<Item<CurrencyView>>> Show(Task<ErrorOr<FoundCurrency>> found) =>
        found.Then(f => new Item<CurrencyView>(f.Currency, f.Currency.Details.Version, f.Language));
}
