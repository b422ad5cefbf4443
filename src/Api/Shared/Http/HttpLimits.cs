using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using Shared.Application;

namespace Shared.Api.Http;

/// <summary>Every limit that a client can run into: the configuration section <c>Limits</c>.</summary>
public sealed record HttpLimits
{
    /// <summary>The name of the policy that gives an import more time than other requests.</summary>
    public const string ImportPolicy = "import";

    /// <summary>The largest body of a request, in bytes. A larger one is answered 413.</summary>
    [Range(1, int.MaxValue)]
    public int BodyBytes { get; init; } = 64 * 1024;

    /// <summary>
    /// The largest file that can be imported, in bytes. A larger one is answered 413. No line of it may be longer than
    /// <see cref="BodyBytes"/>.
    /// </summary>
    [Range(1, int.MaxValue)]
    public int ImportBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>How many records a file may have that is imported. One with more is answered 413.</summary>
    [Range(1, int.MaxValue)]
    public int ImportLines { get; init; } = 10_000;

    /// <summary>How long an import may take in all, the sending of the file among it. Then it is answered 503.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "1.00:00:00")]
    public TimeSpan ImportTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How many imports may be under way at once. Each holds its lines in memory until they are written.</summary>
    [Range(1, 100)]
    public int Imports { get; init; } = 1;

    /// <summary>How long another import waits for its turn. Then it is answered 429 with the advice to come again.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan ImportWait { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>All header fields of a request together, in bytes. More is answered 431.</summary>
    [Range(1024, int.MaxValue)]
    public int HeaderBytes { get; init; } = 32 * 1024;

    /// <summary>How long a client may take to send its header fields. Then the connection ends with 408.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "1.00:00:00")]
    public TimeSpan HeaderTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a client may take to send the body. Then it is answered 408.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "1.00:00:00")]
    public TimeSpan BodyTimeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long a request may take in all. Then it is answered 503 with the advice to come again.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "1.00:00:00")]
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long an idle connection is kept.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "1.00:00:00")]
    public TimeSpan KeepAlive { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>How many connections may be open at a time.</summary>
    [Range(1, long.MaxValue)]
    public long Connections { get; init; } = 10_000;

    /// <summary>How many bytes of finished answers are kept in memory. Those that were not asked for longest go first.</summary>
    [Range(1, long.MaxValue)]
    public long CacheBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>How long a stop waits for requests under way.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan StopTimeout { get; init; } = TimeSpan.FromSeconds(35);

    /// <summary>Reads the section.</summary>
    /// <exception cref="InvalidSettingException">A limit makes no sense.</exception>
    public static HttpLimits From(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return Settings.Read("Limits", configuration.GetSection("Limits").Get<HttpLimits>);
    }
}
