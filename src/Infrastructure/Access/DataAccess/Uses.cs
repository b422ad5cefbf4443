using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using Access.Application;
using Microsoft.Extensions.Configuration;
using Shared.Application;

namespace Access.Infrastructure.DataAccess;

/// <summary>When something was last used, until it is written down. It holds one moment for each thing at most.</summary>
internal sealed class Uses<TId> : IUses<TId>
    where TId : notnull
{
    private readonly ConcurrentDictionary<TId, DateTimeOffset> collected = new();

    public void Note(TId id, DateTimeOffset moment) => collected[id] = moment;

    public DateTimeOffset? LastOf(TId id) => collected.TryGetValue(id, out var moment) ? moment : null;

    /// <summary>What is to be written down.</summary>
    public KeyValuePair<TId, DateTimeOffset>[] Collected() => [.. collected];

    /// <summary>Forgets what was written down, but not a later use that came in between.</summary>
    public void Forget(IEnumerable<KeyValuePair<TId, DateTimeOffset>> written)
    {
        foreach (var use in written)
            collected.TryRemove(use);
    }
}

/// <summary>How uses are written down, and how long sessions last: the configuration section <c>Access</c>.</summary>
internal sealed record UseOptions
{
    /// <summary>How long uses are collected before they are written down together.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "1.00:00:00")]
    public TimeSpan LastUsedInterval { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>After what time a session ends, however much it is used.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "30.00:00:00")]
    public TimeSpan SessionLifetime { get; init; } = TimeSpan.FromHours(12);

    /// <summary>After what time without any use a session ends.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "30.00:00:00")]
    public TimeSpan SessionIdle { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Reads the section.</summary>
    /// <exception cref="InvalidSettingException">A value in it makes no sense.</exception>
    public static UseOptions From(IConfiguration configuration) =>
        Settings.Read("Access", configuration.GetSection("Access").Get<UseOptions>);
}
