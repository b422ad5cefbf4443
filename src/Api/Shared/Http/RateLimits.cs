using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using Shared.Application;

namespace Shared.Api.Http;

/// <summary>How many requests a client may send: the configuration section <c>RateLimits</c>.</summary>
public sealed record RateLimits
{
    /// <summary>Whether requests are counted at all.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>For each address that shows no API key; all addresses of an IPv6 network of 64 bits are one.</summary>
    public RateQuota Anonymous { get; init; } = new();

    /// <summary>For each API key, from whatever address it is used.</summary>
    public RateQuota ApiKey { get; init; } = new() { Permits = 10_000 };

    /// <summary>How many clients of each sort are told apart at a time; those beyond share one quota. It bounds the memory.</summary>
    [Range(1, 10_000_000)]
    public int Clients { get; init; } = 100_000;

    /// <summary>Reads the section.</summary>
    /// <exception cref="InvalidSettingException">A value makes no sense.</exception>
    public static RateLimits From(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return Settings.Read("RateLimits", configuration.GetSection("RateLimits").Get<RateLimits>);
    }
}

/// <summary>A number of requests in a time.</summary>
public sealed record RateQuota
{
    /// <summary>How many requests a client may send in a window.</summary>
    [Range(1, int.MaxValue)]
    public int Permits { get; init; } = 1_000;

    /// <summary>How long a window is. It begins with the client's first request.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan Window { get; init; } = TimeSpan.FromMinutes(1);
}
