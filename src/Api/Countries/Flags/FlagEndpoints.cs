using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using Shared.Api.Http;

namespace Countries.Api.Flags;

/// <summary>The flag of each country of the data set as a picture: <c>/flags/de.svg</c>, <c>/flags/de.png</c>.</summary>
internal static class FlagEndpoints
{
    public static void MapFlags(this IEndpointRouteBuilder endpoints)
    {
        // A page shows hundreds of them, and they cost nothing.
        var flags = endpoints.MapGroup("/flags").DisableRateLimiting();

        flags
            .MapHandler("/{code}.svg", Handlers.Reading, Svg)
            .WithSummary("A flag that can be shown at any size")
            .AllowAnonymous();
        flags
            .MapHandler("/{code}.png", Handlers.Reading, Png)
            .WithSummary("A flag of 320 pixels' width")
            .AllowAnonymous();
    }

    private static IResult Svg(string code, HttpResponse response) => Answer(code, FlagFormat.Svg, response);

    private static IResult Png(string code, HttpResponse response) => Answer(code, FlagFormat.Png, response);

    private static IResult Answer(string code, FlagFormat format, HttpResponse response)
    {
        // Any page may show them, and draw them on a canvas.
        response.Headers[HeaderNames.AccessControlAllowOrigin] = "*";
        if (FlagImages.Find(code, format) is not { } flag)
            return Results.Problem(
                statusCode: StatusCodes.Status404NotFound,
                detail: "No country has this code. It must be an alpha-2 code of ISO 3166-1, or xk."
            );
        // Flags change once in years, but a new one should be seen a day later everywhere.
        response.Headers.CacheControl = "public, max-age=86400";
        return flag;
    }
}
