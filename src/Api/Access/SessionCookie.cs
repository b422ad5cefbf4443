using Access.Application;
using Microsoft.AspNetCore.Http;
using Shared.Api.Http;

namespace Access.Api;

/// <summary>
/// The cookie of a session. Scripts cannot read it and other sites do not have it sent. But on the machine itself it goes
/// over HTTPS only, under a name that no other host of the domain can set.
/// </summary>
internal static class SessionCookie
{
    private const string Name = "countries_session";
    private const string HostOnly = "__Host-";

    /// <summary>The token that the browser sent.</summary>
    public static string? Read(HttpRequest request) => request.Cookies[NameFor(request)];

    /// <summary>Lets the browser keep the session.</summary>
    public static void Write(HttpContext http, OpenedSession session) =>
        http.Response.Cookies.Append(NameFor(http.Request), session.Token, OptionsFor(http.Request, session.EndsAt));

    /// <summary>Lets the browser forget it.</summary>
    public static void Delete(HttpContext http) =>
        http.Response.Cookies.Delete(NameFor(http.Request), OptionsFor(http.Request, endsAt: null));

    private static string NameFor(HttpRequest request) => request.MustBeSecure() ? HostOnly + Name : Name;

    private static CookieOptions OptionsFor(HttpRequest request, DateTimeOffset? endsAt) =>
        new()
        {
            HttpOnly = true,
            Secure = request.MustBeSecure(),
            SameSite = SameSiteMode.Lax,
            Path = "/",
            Expires = endsAt,
            IsEssential = true,
        };
}
