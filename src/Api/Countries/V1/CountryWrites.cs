using Countries.Application;
using ErrorOr;
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
        view => CountryEndpoints.PathOf(view.Details)
    )
    {
        Example =
            """{"name":"Sealand","currencies":[{"code":"GBP"}],"population":27,"capitals":[{"name":"Roughs Tower","latitude":51.895,"longitude":1.4806}]}""",
        ReplaceExample =
            """{"alpha2":"CH","alpha3":"CHE","numeric":"756","name":"Switzerland","currencies":[{"code":"CHF"}],"region":"Europe","population":9048900,"timeZones":["Europe/Zurich"]}""",
        PatchExample = """{"population":30,"region":null}""",
        Required = ["name", "currencies"],
        ShortForms = [("currencies", "code")],
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

    private static Task<IResult> CreateCountry(WriteRequest request) =>
        request.CreateAsync(
            Country,
            body => Show(request.SendAsync(new CreateCountry(request.Map<CountryDraft>(body))))
        );

    private static Task<IResult> ReplaceCountry(string key, WriteRequest request) =>
        request.ReplaceAsync(Country, () => Find(key, request), (seen, body) => Edit(seen, body, request));

    private static Task<IResult> PatchCountry(string key, WriteRequest request) =>
        request.PatchAsync(Country, () => Find(key, request), (seen, body) => Edit(seen, body, request));

    private static Task<IResult> DeleteCountry(string key, WriteRequest request) =>
        request.DeleteAsync(
            Country.Module,
            () => Find(key, request),
            seen => request.SendAsync(new RemoveCountry(IdOf(seen), seen.Version))
        );

    private static Task<ErrorOr<Item<CountryView>>> Find(string key, WriteRequest request) =>
        Show(request.SendAsync(new FindCountryToEdit(key)));

    private static Task<ErrorOr<Item<CountryView>>> Edit(
        Item<CountryView> seen,
        CountryRequest body,
        WriteRequest request
    ) => Show(request.SendAsync(new EditCountry(IdOf(seen), seen.Version, request.Map<CountryDraft>(body))));

    /// <summary>By its identity what was found is found again without the database.</summary>
    private static string IdOf(Item<CountryView> seen) => seen.Value.Details.Id.ToString();

    private static Task<ErrorOr<Item<CountryView>>> Show(Task<ErrorOr<FoundCountry>> found) =>
        found.Then(f => new Item<CountryView>(f.Country, f.Country.Details.Version, f.Language));
}
