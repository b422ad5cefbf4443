using ErrorOr;
using Gadgets.Application;
using MapsterMapper;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shared.Api.Access;
using Shared.Application;

namespace Gadgets.Api;

/// <summary>The contract of the gadgets.</summary>
internal static class GadgetEndpoints
{
    public static void MapGadgets(this IEndpointRouteBuilder endpoints)
    {
        var gadgets = endpoints.MapGroup("/api/gadgets-path").WithContract("gadgets-path");

        gadgets
            .MapMethods("/", [HttpMethods.Get, HttpMethods.Head], List)
            .WithSummary("A page of the list")
            .AllowAnonymous();
        gadgets.MapPost("/", Add).WithSummary("Adds to the list").RequirePermission("gadgets-path:add");
    }

    private static async Task<IResult> List(
        Guid? after,
        int? limit,
        ISender sender,
        IMapper mapper,
        CancellationToken cancellationToken
    )
    {
        var listed = await sender.Send(new ListGadgets(after, limit), cancellationToken);
        return listed.Match(
            page => Results.Ok(new GadgetPageResource(mapper.Map<GadgetResource[]>(page.Items), page.Next)),
            Refuse
        );
    }

    private static async Task<IResult> Add(
        NewGadget gadget,
        ISender sender,
        IMapper mapper,
        CancellationToken cancellationToken
    )
    {
        var added = await sender.Send(mapper.Map<AddGadget>(gadget), cancellationToken);
        return added.Match(
            stored => Results.Json(mapper.Map<GadgetResource>(stored), statusCode: StatusCodes.Status201Created),
            Refuse
        );
    }

    private static IResult Refuse(List<Error> errors) =>
        Results.Problem(
            statusCode: StatusCodes.Status400BadRequest,
            extensions: new Dictionary<string, object?>
            {
                ["errors"] = errors.Select(e => new InputError(e.Field(), e.Code, e.Description)),
            }
        );

    private sealed record InputError(string? Field, string Code, string Message);
}
