using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Shared.Api.Access;

namespace Shared.Api.Http;

/// <summary>
/// Bounds how many requests a client sends, and tells each client how many are left (draft-ietf-httpapi-ratelimit-headers-11).
/// Endpoints with <c>DisableRateLimiting()</c> are free.
/// </summary>
public static class RateLimiting
{
    /// <summary>Counts requests where <see cref="RateLimits.Enabled"/> says so. Stands behind authentication.</summary>
    public static IApplicationBuilder UseRateLimits(this IApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var limits = app.ApplicationServices.GetRequiredService<RateLimits>();
        if (!limits.Enabled)
            return app;
        var clock = app.ApplicationServices.GetRequiredService<TimeProvider>();
        var anonymous = new RatePolicy("anonymous", limits.Anonymous, limits.Clients, clock);
        var apiKey = new RatePolicy("api-key", limits.ApiKey, limits.Clients, clock);
        return app.Use(
            (context, next) =>
            {
                if (context.GetEndpoint()?.Metadata.GetMetadata<DisableRateLimitingAttribute>() is not null)
                    return next(context);
                var permit = context.User.Identity is { IsAuthenticated: true, Name: { } name }
                    ? apiKey.Take(name)
                    : anonymous.Take(NetworkOf(context.Connection.RemoteIpAddress));
                // When the answer starts: only then its status is known, and nobody clears the fields any more.
                context.Response.OnStarting(() => Tell(context.Response, permit));
                return permit.IsGranted ? next(context) : RefuseAsync(context, permit);
            }
        );
    }

    /// <summary>Which addresses are one client: an IPv4 address; of IPv6 the network of 64 bits, since each subscriber has at least one whole.</summary>
    public static string NetworkOf(IPAddress? address)
    {
        if (address is null)
            return "unknown";
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? $"{Convert.ToHexString(address.GetAddressBytes(), 0, 8)}/64"
            : address.ToString();
    }

    private static Task Tell(HttpResponse response, RatePermit permit)
    {
        // Whoever asks whether something has changed, as every client should, is not charged for hearing that it has not.
        // A star asks nothing: it matches whatever there is.
        if (
            response.StatusCode == StatusCodes.Status304NotModified
            && permit.IsGranted
            && !response.HttpContext.Request.Headers.IfNoneMatch.ToString().Contains('*')
        )
            permit.Policy.GiveBack(permit.Window);
        var (remaining, seconds) = permit.Policy.StateOf(permit.Window);
        response.Headers["RateLimit-Policy"] = permit.Policy.Field;
        response.Headers["RateLimit"] = string.Create(
            CultureInfo.InvariantCulture,
            $"\"{permit.Policy.Name}\";r={remaining};t={seconds}"
        );
        return Task.CompletedTask;
    }

    private static async Task RefuseAsync(HttpContext context, RatePermit permit)
    {
        var seconds = Math.Max(1, permit.Policy.StateOf(permit.Window).Seconds);
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        if (context.GetEndpoint()?.Metadata.GetMetadata<RefusalWords.Answer>() is { } answer)
        {
            context.Response.Headers.CacheControl = "no-store";
            await answer.Of(context, Refusal.TooManyRequests).ExecuteAsync(context);
            return;
        }
        await context
            .RequestServices.GetRequiredService<IProblemDetailsService>()
            .WriteAsync(
                new()
                {
                    HttpContext = context,
                    ProblemDetails =
                    {
                        Status = StatusCodes.Status429TooManyRequests,
                        Detail = $"There were too many requests. Try again in {seconds} seconds.",
                    },
                }
            );
    }
}
