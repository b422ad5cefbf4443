using System.Net;
using Microsoft.AspNetCore.Http;

namespace Shared.Api.Http;

/// <summary>Whether a cookie may go over HTTPS only.</summary>
public static class SecureCookies
{
    /// <summary>
    /// Everywhere but on the machine itself. A proxy that ends HTTPS need not tell of it, but the name that the browser knows
    /// the service by does.
    /// </summary>
    public static bool MustBeSecure(this HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.IsHttps || !IsThisMachine(request.Host.Host);
    }

    private static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
