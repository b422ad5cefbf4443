using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using Shared.Application;

namespace Shared.Infrastructure.DataAccess;

/// <summary>The databases that the service can keep its data in.</summary>
public enum StorageProvider
{
    /// <summary>A file per module.</summary>
    Sqlite,

    /// <summary>A schema per module.</summary>
    PostgreSql,
}

/// <summary>Where the data lies: the configuration section <c>Storage</c>.</summary>
public sealed record StorageOptions
{
    /// <summary>The database.</summary>
    public StorageProvider Provider { get; init; } = StorageProvider.Sqlite;

    /// <summary>The folder of the SQLite files, absolute, or relative to the folder that the host runs in.</summary>
    public string Directory { get; init; } = "storage";

    /// <summary>How long a start waits for another one that is preparing the same storage.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>SQLite only: how long a write waits for its turn before it is refused with the advice to come again.</summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "1.00:00:00")]
    public TimeSpan WriteTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// SQLite only: how long further writes that wait are taken into one commit. Zero gives each a commit of its own.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan LongestCommit { get; init; } = TimeSpan.FromMilliseconds(8);

    /// <summary>How often to look whether another process changed the data.</summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "1.00:00:00")]
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The folder of the SQLite files, absolute.</summary>
    public string FullDirectory => Path.GetFullPath(Directory);

    /// <summary>Reads the section.</summary>
    /// <exception cref="InvalidSettingException">A value in it makes no sense.</exception>
    public static StorageOptions From(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return Settings.Read(
            "Storage",
            configuration.GetSection("Storage").Get<StorageOptions>,
            "Storage:Provider is Sqlite or PostgreSql."
        );
    }
}
