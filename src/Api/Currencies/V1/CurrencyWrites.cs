using Currencies.Application;
using ErrorOr;
using MapsterMapper;
using MediatR;
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
        view => CurrencyEndpoints.PathOf(view.Details),
        _ => { }
    )
    {
        Example = """{"code":"SXD","name":"Sealand Dollar","symbol":"S$","minorUnits":{"cldr":2}}""",
        ReplaceExample = """{"name":"Swiss Franc","symbol":"Fr.","minorUnits":{"iso":2,"cldr":2,"cashRounding":5}}""",
        PatchExample = """{"symbol":"SX$"}""",
        Required = ["name"],
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

    private static Task<IResult> CreateCurrency(
        WriteRequest request,
        IMapper mapper,
        ISender sender,
        CancellationToken cancellationToken
    ) =>
        request.CreateAsync(
            Currency,
            async body =>
                Show(await sender.Send(new CreateCurrency(mapper.Map<CurrencyDraft>(body)), cancellationToken))
        );

    private static Task<IResult> ReplaceCurrency(
        string code,
        WriteRequest request,
        IMapper mapper,
        ISender sender,
        CancellationToken cancellationToken
    ) =>
        request.ReplaceAsync(
            Currency,
            Find(code, sender, cancellationToken),
            Edit(code, mapper, sender, cancellationToken)
        );

    private static Task<IResult> PatchCurrency(
        string code,
        WriteRequest request,
        IMapper mapper,
        ISender sender,
        CancellationToken cancellationToken
    ) =>
        request.PatchAsync(
            Currency,
            Find(code, sender, cancellationToken),
            Edit(code, mapper, sender, cancellationToken)
        );

    private static Task<IResult> DeleteCurrency(
        string code,
        WriteRequest request,
        ISender sender,
        CancellationToken cancellationToken
    ) =>
        request.DeleteAsync(
            Currency.Module,
            Find(code, sender, cancellationToken),
            version => sender.Send(new RemoveCurrency(code, version), cancellationToken)
        );

    private static Func<Task<ErrorOr<Item<CurrencyView>>>> Find(
        string code,
        ISender sender,
        CancellationToken cancellationToken
    ) => async () => Show(await sender.Send(new FindCurrencyToEdit(code), cancellationToken));

    private static Func<long?, CurrencyRequest, Task<ErrorOr<Item<CurrencyView>>>> Edit(
        string code,
        IMapper mapper,
        ISender sender,
        CancellationToken cancellationToken
    ) =>
        async (version, body) =>
            Show(
                await sender.Send(new EditCurrency(code, version, mapper.Map<CurrencyDraft>(body)), cancellationToken)
            );

    private static ErrorOr<Item<CurrencyView>> Show(ErrorOr<FoundCurrency> found) =>
        found.Then(f => new Item<CurrencyView>(f.Currency, f.Currency.Details.Version, f.Language));
}
