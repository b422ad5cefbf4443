using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Configuration;
using Shared.Application;

namespace Shared.Api.Http;

/// <summary>Finds the client's address, and whether it uses HTTPS, behind proxies that the operator names; nobody else is believed.</summary>
public static class ForwardedAddresses
{
    private const string Setting = "ForwardedHeaders:KnownProxies";

    /// <summary>
    /// Takes the client's address from <c>X-Forwarded-For</c>, read from the right for as long as the address before it is
    /// one of <c>ForwardedHeaders:KnownProxies</c>, and in the same way the scheme from <c>X-Forwarded-Proto</c>: links
    /// to this service are then those that the client can follow. Without that setting the fields are not looked at.
    /// </summary>
    /// <exception cref="InvalidSettingException">The setting names something that is no address and no network.</exception>
    public static IApplicationBuilder UseForwardedAddresses(this IApplicationBuilder app, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var known = configuration.GetSection(Setting).Get<string[]>() ?? [];
        if (known.Length == 0)
            return app;
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            ForwardLimit = null,
        };
        // The framework believes whoever sits on the same machine unless told otherwise.
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in known)
        {
            if (IPAddress.TryParse(proxy, out var address))
                options.KnownProxies.Add(address);
            else if (System.Net.IPNetwork.TryParse(proxy, out var network))
                options.KnownIPNetworks.Add(network);
            else
                throw new InvalidSettingException(
                    $"{Setting} holds '{proxy}', which is no address and no network such as 10.0.0.0/8."
                );
        }
        return app.UseForwardedHeaders(options);
    }
}
