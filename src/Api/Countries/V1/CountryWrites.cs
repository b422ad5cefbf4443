using System.Text.Json.Nodes;
using Countries.Application;
using ErrorOr;
using MapsterMapper;
using MediatR;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shared.Api.V1;
using Shared.Api.V1.Documents;
using Shared.Application;

namespace Countries.Api.V1;

/// <summary>The writing half of the countries.</summary>
internal static class CountryWrites
{
    /// <summary>What is written.</summary>
    public static readonly WritableResource<CountryRequest, CountryView> Country = new(
        ModuleName.Of<CreateCountry>(),
        CountryShape.Country,
        view => CountryEndpoints.PathOf(view.Details),
        Prepare
    )
    {
        Example =
            """{"name":"Sealand","currencies":[{"code":"GBP"}],"population":27,"capitals":[{"name":"Roughs Tower","latitude":51.895,"longitude":1.4806}]}""",
        ReplaceExample =
            """{"alpha2":"CH","alpha3":"CHE","numeric":"756","name":"Switzerland","currencies":[{"code":"CHF"}],"region":"Europe","population":9048900,"timeZones":["Europe/Zurich"]}""",
        PatchExample = """{"population":30,"region":null}""",
        Required = ["name", "currencies"],
    };

    public static void MapCountryWrites(this IEndpointRouteBuilder endpoints)
    {
        var v1 = endpoints
            .MapV1()
            .Explains("key", "The country: its alpha-2, alpha-3 or numeric code or its id, in any case.", "CH");
        v1.MapWrite(HttpMethods.Post, "/countries", CreateCountry, "countries:add", "Adds a local record")
            .Creates(Country);
        v1.MapWrite(HttpMethods.Put, "/countries/{key}", ReplaceCountry, "countries:change", "Writes a country anew")
            .Replaces(Country);
        v1.MapWrite(
                HttpMethods.Patch,
                "/countries/{key}",
                PatchCountry,
                "countries:change",
                "Changes members of a country"
            )
            .Patches(Country);
        v1.MapWrite(HttpMethods.Delete, "/countries/{key}", DeleteCountry, "countries:delete", "Removes a country")
            .Removes();
    }

    private static Task<IResult> CreateCountry(
        WriteRequest request,
        IMapper mapper,
        ISender sender,
        CancellationToken cancellationToken
    ) =>
        request.CreateAsync(
            Country,
            async body => Show(await sender.Send(new CreateCountry(mapper.Map<CountryDraft>(body)), cancellationToken))
        );

    private static Task<IResult> ReplaceCountry(
        string key,
        WriteRequest request,
        IMapper mapper,
        ISender sender,
        CancellationToken cancellationToken
    ) =>
        request.ReplaceAsync(
            Country,
            Find(key, sender, cancellationToken),
            Edit(key, mapper, sender, cancellationToken)
        );

    private static Task<IResult> PatchCountry(
        string key,
        WriteRequest request,
        IMapper mapper,
        ISender sender,
        CancellationToken cancellationToken
    ) =>
        request.PatchAsync(Country, Find(key, sender, cancellationToken), Edit(key, mapper, sender, cancellationToken));

    private static Task<IResult> DeleteCountry(
        string key,
        WriteRequest request,
        ISender sender,
        CancellationToken cancellationToken
    ) =>
        request.DeleteAsync(
            Country.Module,
            Find(key, sender, cancellationToken),
            version => sender.Send(new RemoveCountry(key, version), cancellationToken)
        );

    private static Func<Task<ErrorOr<Item<CountryView>>>> Find(
        string key,
        ISender sender,
        CancellationToken cancellationToken
    ) => async () => Show(await sender.Send(new FindCountryToEdit(key), cancellationToken));

    private static Func<long?, CountryRequest, Task<ErrorOr<Item<CountryView>>>> Edit(
        string key,
        IMapper mapper,
        ISender sender,
        CancellationToken cancellationToken
    ) =>
        async (version, body) =>
            Show(await sender.Send(new EditCountry(key, version, mapper.Map<CountryDraft>(body)), cancellationToken));

    private static ErrorOr<Item<CountryView>> Show(ErrorOr<FoundCountry> found) =>
        found.Then(f => new Item<CountryView>(f.Country, f.Country.Details.Version, f.Language));

    /// <summary>A currency may be given by its code alone.</summary>
    private static void Prepare(JsonObject body)
    {
        if (body["currencies"] is not JsonArray currencies)
            return;
        for (var i = 0; i < currencies.Count; i++)
        {
            if (currencies[i] is JsonValue code && code.TryGetValue<string>(out var text))
                currencies[i] = new JsonObject { ["code"] = text };
        }
    }
}
