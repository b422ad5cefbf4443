using Access.Application;
using ErrorOr;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shared.Api.Access;
using Shared.Api.Pages;

namespace Access.Api.Pages;

/// <summary>The page on which somebody sees, adds and removes their own passkeys.</summary>
internal static class PasskeyEndpoints
{
    public const string Path = "/admin/passkeys";
    public const string RemovePath = "/admin/passkeys/remove";

    public static void MapPasskeys(this RouteGroupBuilder pages)
    {
        pages.MapMethods(Path, SignInEndpoints.Reading, Show).RequireKnownCaller();
        pages.MapPost(Path, Add).RequireKnownCaller();
        pages.MapPost(RemovePath, Remove).RequireKnownCaller();
    }

    private static Task<IResult> Show(HttpContext http, ISender sender) =>
        PageAsync(http, sender, StatusCodes.Status200OK, []);

    private static async Task<IResult> Add(
        HttpContext http,
        PostedForm form,
        ISender sender,
        CancellationToken cancellationToken
    ) =>
        await DoneAsync(
            http,
            sender,
            await sender.Send(
                new AddPasskey(
                    http.User.UserId(),
                    form["name"],
                    http.PasskeyAnswer(form),
                    form["password"],
                    SignInEndpoints.ClientOf(http)
                ),
                cancellationToken
            )
        );

    private static async Task<IResult> Remove(
        HttpContext http,
        PostedForm form,
        ISender sender,
        CancellationToken cancellationToken
    ) =>
        await DoneAsync(
            http,
            sender,
            await sender.Send(
                new RemovePasskey(http.User.UserId(), form["id"], form["password"], SignInEndpoints.ClientOf(http)),
                cancellationToken
            )
        );

    private static Task<IResult> DoneAsync(HttpContext http, ISender sender, ErrorOr<Success> outcome) =>
        outcome.IsError
            ? PageAsync(http, sender, SignInEndpoints.StatusOf(http, outcome.FirstError), outcome.Errors)
            : Task.FromResult(Results.LocalRedirect(Path));

    private static async Task<IResult> PageAsync(HttpContext http, ISender sender, int status, List<Error> errors)
    {
        var own = await sender.Send(
            new AskForNewPasskey(http.User.UserId(), http.Request.Host.Value!),
            http.RequestAborted
        );
        if (own.IsError)
            return Results.NotFound();
        return new PageAnswer<PasskeysPage>(
            status,
            new()
            {
                [nameof(PasskeysPage.Own)] = own.Value,
                [nameof(PasskeysPage.Token)] = http.FormToken(),
                [nameof(PasskeysPage.Problems)] = errors.ConvertAll(error => error.Description),
            }
        );
    }
}
