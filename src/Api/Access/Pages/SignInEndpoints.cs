using System.Security.Claims;
using Access.Application;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shared.Api.Access;
using Shared.Api.Admin;
using Shared.Api.Http;
using Shared.Api.Pages;
using Shared.Api.Problems;

namespace Access.Api.Pages;

/// <summary>The pages on which somebody signs in and out and changes their own password.</summary>
internal static class SignInEndpoints
{
    public const string LoginPath = "/admin/login";
    public const string PasskeyPath = "/admin/login/passkey";
    public const string LogoutPath = "/admin/logout";
    public const string PasswordPath = "/admin/password";

    public static void MapSignIn(this RouteGroupBuilder pages)
    {
        pages.MapHandler(LoginPath, Handlers.Reading, ShowLogin).AllowAnonymous();
        pages.MapHandler(LoginPath, Handlers.Posting, Login).AllowAnonymous();
        pages.MapHandler(PasskeyPath, Handlers.Posting, LoginWithPasskey).AllowAnonymous();
        pages.MapHandler(LogoutPath, Handlers.Posting, Logout).AllowAnonymous();
        pages.MapHandler(PasswordPath, Handlers.Reading, ShowPassword).RequireKnownCaller();
        pages.MapHandler(PasswordPath, Handlers.Posting, ChangePassword).RequireKnownCaller();
    }

    /// <summary>The address or network that counts as one for failed sign-ins.</summary>
    public static string ClientOf(HttpContext http) => RateLimiting.NetworkOf(http.Connection.RemoteIpAddress);

    /// <summary>The identity of who is signed in; nothing for an API key.</summary>
    public static string? UserId(this ClaimsPrincipal caller) => caller.FindFirstValue(ClaimTypes.NameIdentifier);

    /// <summary>What the browser answered to a question for a passkey.</summary>
    public static PasskeyAnswer PasskeyAnswer(this HttpContext http, PostedForm form) =>
        new(form["credential"], form["state"], http.Request.Host.Value!);

    private static Task<IResult> ShowLogin(HttpContext http, ISender sender, string? next) =>
        LoginPage.AnswerAsync(http, sender, StatusCodes.Status200OK, new LoginForm(next, Name: null, Error: null));

    private static async Task<IResult> Login(
        HttpContext http,
        PostedForm form,
        ISender sender,
        CancellationToken cancellationToken
    )
    {
        var signedIn = await sender.Send(
            new SignIn(form["username"], form["password"], ClientOf(http)),
            cancellationToken
        );
        if (signedIn.IsError)
            return await LoginPage.AnswerAsync(
                http,
                sender,
                http.StatusOf(signedIn.FirstError),
                new LoginForm(form["next"], form["username"], signedIn.FirstError.Description)
            );
        return signedIn.Value.Session is { } session
            ? await EnterAsync(http, sender, session, form["next"])
            : await LoginPage.AnswerAsync(
                http,
                sender,
                StatusCodes.Status200OK,
                new LoginForm(form["next"], Name: null, Error: null) { Beside = signedIn.Value.UserId }
            );
    }

    private static async Task<IResult> LoginWithPasskey(
        HttpContext http,
        PostedForm form,
        ISender sender,
        CancellationToken cancellationToken
    )
    {
        var signedIn = await sender.Send(new SignInWithPasskey(http.PasskeyAnswer(form)), cancellationToken);
        return signedIn.IsError
            ? await LoginPage.AnswerAsync(
                http,
                sender,
                StatusCodes.Status422UnprocessableEntity,
                new LoginForm(form["next"], Name: null, signedIn.FirstError.Description)
            )
            : await EnterAsync(http, sender, signedIn.Value, form["next"]);
    }

    /// <summary>Ends the session, also where nobody is signed in any more: the person wants to be out, and is.</summary>
    private static async Task<IResult> Logout(HttpContext http, ISender sender, CancellationToken cancellationToken)
    {
        if (SessionCookie.Read(http.Request) is { } token)
            await sender.Send(new SignOut(token), cancellationToken);
        SessionCookie.Delete(http);
        return Results.LocalRedirect(LoginPath);
    }

    private static IResult ShowPassword(AdminCall call) =>
        call.Http.User.UserId() is null ? Results.NotFound() : PasswordPage.Answer(call, StatusCodes.Status200OK, []);

    private static async Task<IResult> ChangePassword(AdminCall call, PostedForm form)
    {
        if (form["new_password"] != form["new_password_again"])
            return PasswordPage.Answer(call, StatusCodes.Status422UnprocessableEntity, [PasswordPage.NotTheSame]);
        var http = call.Http;
        var changed = await call.SendAsync(
            new ChangePassword(http.User.UserId(), form["old_password"], form["new_password"], ClientOf(http))
        );
        if (changed.IsError)
            return PasswordPage.Answer(call, http.StatusOf(changed.FirstError), changed.Errors);
        SessionCookie.Write(http, changed.Value);
        return call.GoTo(PasswordPath, "Your password was changed. You are signed out everywhere else.");
    }

    /// <summary>Gives the browser a new session, ends the one that it had, and leads on.</summary>
    private static async Task<IResult> EnterAsync(HttpContext http, ISender sender, OpenedSession session, string? next)
    {
        if (SessionCookie.Read(http.Request) is { } before)
            await sender.Send(new SignOut(before), http.RequestAborted);
        SessionCookie.Write(http, session);
        return Results.LocalRedirect(LocalAddress.Of(next));
    }
}
