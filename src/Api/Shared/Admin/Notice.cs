using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Shared.Api.Http;

namespace Shared.Api.Admin;

/// <summary>
/// A sentence that the next page shows ("The country “X” was added."). It waits in a cookie that only this service can
/// write: no server need remember it, and no address can make a page say something.
/// </summary>
/// <param name="Sentence">The sentence.</param>
/// <param name="IsBad">Whether something did not work.</param>
public sealed record Notice(string Sentence, bool IsBad)
{
    private const string Cookie = "countries_notice";
    private const string Purpose = "Shared.Api.Admin.Notice";
    private const int Longest = 600;

    /// <summary>Leaves it for the next page.</summary>
    public void Leave(HttpContext http)
    {
        var sentence = Sentence.Length <= Longest ? Sentence : $"{Sentence[..Longest]}…";
        http.Response.Cookies.Append(
            Cookie,
            ProtectorOf(http).Protect($"{(IsBad ? '!' : ' ')}{sentence}"),
            Options(http, TimeSpan.FromMinutes(1))
        );
    }

    /// <summary>What the request before left; shown once.</summary>
    public static Notice? Take(HttpContext http)
    {
        if (http.Request.Cookies[Cookie] is not { } kept)
            return null;
        http.Response.Cookies.Delete(Cookie, Options(http, null));
        try
        {
            var text = ProtectorOf(http).Unprotect(kept);
            return new(text[1..], text[0] == '!');
        }
        // Not ours, or of a key that is gone.
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static IDataProtector ProtectorOf(HttpContext http) =>
        http.RequestServices.GetRequiredService<IDataProtectionProvider>().CreateProtector(Purpose);

    private static CookieOptions Options(HttpContext http, TimeSpan? age) =>
        new()
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = age,
            Path = AdminModel.Root,
            SameSite = SameSiteMode.Strict,
            Secure = http.Request.MustBeSecure(),
        };
}
