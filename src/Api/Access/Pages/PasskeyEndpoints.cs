using Access.Application;
using ErrorOr;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shared.Api.Access;
using Shared.Api.Admin;
using Shared.Api.Http;
using Shared.Api.Pages;
using Shared.Api.Problems;

namespace Access.Api.Pages;

/// <summary>The page on which somebody sees, adds and removes their own passkeys.</summary>
internal static class PasskeyEndpoints
{
    public const string Path = "/admin/passkeys";
    public const string RemovePath = "/admin/passkeys/remove";

    public static void MapPasskeys(this RouteGroupBuilder pages)
    {
        pages.MapHandler(Path, Handlers.Reading, Show).RequireKnownCaller();
        pages.MapHandler(Path, Handlers.Posting, Add).RequireKnownCaller();
        pages.MapHandler(RemovePath, Handlers.Posting, Remove).RequireKnownCaller();
    }

    private static Task<IResult> Show(AdminCall call) => PageAsync(call, StatusCodes.Status200OK, []);

    private static async Task<IResult> Add(AdminCall call, PostedForm form) =>
        await DoneAsync(
            call,
            await call.SendAsync(
                new AddPasskey(
                    call.Http.User.UserId(),
                    form["name"],
                    call.Http.PasskeyAnswer(form),
                    form["password"],
                    SignInEndpoints.ClientOf(call.Http)
                )
            ),
            "The passkey was added."
        );

    private static async Task<IResult> Remove(AdminCall call, PostedForm form) =>
        await DoneAsync(
            call,
            await call.SendAsync(
                new RemovePasskey(
                    call.Http.User.UserId(),
                    form["id"],
                    form["password"],
                    SignInEndpoints.ClientOf(call.Http)
                )
            ),
            "The passkey was removed."
        );

    private static Task<IResult> DoneAsync(AdminCall call, ErrorOr<Success> outcome, string sentence) =>
        outcome.IsError
            ? PageAsync(call, call.Http.StatusOf(outcome.FirstError), outcome.Errors)
            : Task.FromResult(call.GoTo(Path, sentence));

    private static async Task<IResult> PageAsync(AdminCall call, int status, List<Error> errors)
    {
        var own = await call.SendAsync(new AskForNewPasskey(call.Http.User.UserId(), call.Http.Request.Host.Value!));
        if (own.IsError)
            return Results.NotFound();
        return call.Page<PasskeysPage>(
            "Your passkeys",
            [],
            new()
            {
                [nameof(PasskeysPage.Own)] = own.Value,
                [nameof(PasskeysPage.Problems)] = errors.ConvertAll(error => error.Description),
            },
            status
        );
    }
}
