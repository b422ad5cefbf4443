using System.Security.Claims;
using System.Text.Encodings.Web;
using Access.Application;
using MediatR;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Shared.Api.Access;

namespace Access.Api;

/// <summary>Knows a caller by the session that the browser keeps in a cookie. A session that is over is nobody's, and no error.</summary>
internal sealed class SessionHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public new const string Scheme = "Session";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (SessionCookie.Read(Request) is not { } token)
            return AuthenticateResult.NoResult();
        var sender = Context.RequestServices.GetRequiredService<ISender>();
        var answer = await sender.Send(new CheckSession(token), Context.RequestAborted);
        if (answer.IsError)
            return AuthenticateResult.NoResult();
        var user = answer.Value;
        var identity = new ClaimsIdentity(
            [
                // Tokens of forms are made for this identity.
                new Claim(ClaimTypes.NameIdentifier, user.Id),
                new Claim(ClaimTypes.Name, $"user:{user.Name} ({user.Id})"),
                .. user.Permissions.Select(permission => new Claim(Permissions.Claim, permission)),
            ],
            Scheme
        );
        if (user.IsSuperuser)
            identity.AddClaim(new Claim(Permissions.EverythingClaim, ""));
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme));
    }
}
