using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Access.Application;
using MediatR;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Shared.Api.Access;
using Shared.Api.Pages;

namespace Access.Api;

/// <summary>Knows a caller by the API key in <c>X-Api-Key</c>, or else in <c>Authorization: Bearer</c>.</summary>
internal sealed class ApiKeyHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public new const string Scheme = "ApiKey";
    public const string Header = "X-Api-Key";
    private const string Bearer = "Bearer";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (KeyIn(Request) is not { } sent)
            return AuthenticateResult.NoResult();
        var sender = Context.RequestServices.GetRequiredService<ISender>();
        var answer = await sender.Send(new CheckApiKey(sent), Context.RequestAborted);
        if (answer.IsError)
        {
            Context.Features.Set(new BadCredentials());
            // The log may know why; the client does not.
            return AuthenticateResult.Fail(answer.FirstError.Code);
        }
        var key = answer.Value;
        Context.Features.Set(new SentKey());
        var identity = new ClaimsIdentity(
            [
                new Claim(ClaimTypes.Name, $"key:{key.Name} ({key.Id})"),
                .. key.Scopes.Select(scope => new Claim(Permissions.Claim, scope)),
            ],
            Scheme
        );
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme));
    }

    /// <summary>What was sent as a key. Credentials of another scheme (Basic, say, for a proxy before us) are none.</summary>
    public static string? KeyIn(HttpRequest request)
    {
        if (request.Headers.TryGetValue(Header, out var key))
            return key.ToString().Trim();
        return
            AuthenticationHeaderValue.TryParse(request.Headers.Authorization.ToString(), out var authorization)
            && authorization.Scheme.Equals(Bearer, StringComparison.OrdinalIgnoreCase)
            ? authorization.Parameter ?? ""
            : null;
    }
}
