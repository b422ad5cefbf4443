using ErrorOr;
using Gadgets.Application;
using MediatR;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shared.Api.V1;
using Shared.Api.V1.Documents;
using Shared.Application;
using Shared.Application.Lists;

namespace Gadgets.Api.V1;

/// <summary>The gadgets of the native API.</summary>
internal static class GadgetEndpoints
{
    private const string Path = "/gadgets-path";

    /// <summary>A gadget as clients see it.</summary>
    public static readonly Shape<GadgetItem> Shape = new("gadget")
    {
        { "id", "The identity in this service.", gadget => gadget.Id.ToString() },
        { "name", "The name.", gadget => gadget.Name },
    };

    private static readonly WritableResource<GadgetRequest, GadgetItem> Gadget = new(
        ModuleName.Of<AddGadget>(),
        Shape,
        gadget => $"{V1Endpoints.Path}{Path}/{gadget.Id}"
    )
    {
        Example = """{"name":"Latin"}""",
        Required = ["name"],
    };

    public static void MapGadgets(this IEndpointRouteBuilder endpoints)
    {
        var v1 = endpoints
            .MapV1()
            .Explains("id", "The identity in this service.", "00000000-0000-0000-0000-000000000000");
        v1.MapRead(Path, ListGadgets, "All of them, page by page").Lists(Shape, KeyPages.Words);
        v1.MapRead($"{Path}/{{id:guid}}", GetGadget, "One of them").Shows(Shape);
        v1.MapWrite(HttpMethods.Post, Path, AddGadget, "gadgets-path:add", "Adds one").Creates(Gadget);
    }

    private static Task<IResult> ListGadgets(
        ListRequest request,
        ISender sender,
        CancellationToken cancellationToken
    ) =>
        request.AnswerAsync(
            Shape,
            query => sender.Send(new ListGadgets(query), cancellationToken),
            dependsOnDay: false
        );

    private static Task<IResult> GetGadget(
        Guid id,
        ItemRequest request,
        ISender sender,
        CancellationToken cancellationToken
    ) => request.AnswerAsync(Shape, () => sender.Send(new GetGadget(id), cancellationToken), Show, dependsOnDay: false);

    private static Task<IResult> AddGadget(WriteRequest request) =>
        request.CreateAsync(Gadget, body => request.SendAsync(request.Map<AddGadget>(body)).Then(Show));

    /// <summary>Without a version, since it cannot be edited yet.</summary>
    private static Item<GadgetItem> Show(GadgetItem gadget) => new(gadget, Version: null, Language: null);
}
