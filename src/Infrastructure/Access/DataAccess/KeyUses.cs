using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using Access.Application;
using Access.Domain;
using Microsoft.Extensions.Configuration;

namespace Access.Infrastructure.DataAccess;

/// <summary>When the keys were last used, until it is written down. It holds one moment for each key at most.</summary>
internal sealed class KeyUses : IKeyUses
{
    private readonly ConcurrentDictionary<ApiKeyId, DateTimeOffset> collected = new();

    public void Note(ApiKeyId id, DateTimeOffset moment) => collected[id] = moment;

    /// <summary>Hands over what was collected and forgets it.</summary>
    public Dictionary<ApiKeyId, DateTimeOffset> Take()
    {
        var taken = new Dictionary<ApiKeyId, DateTimeOffset>();
        foreach (var use in collected)
        {
            // Not when a later use came in between: that one stays for the next time.
            if (collected.TryRemove(use))
                taken.Add(use.Key, use.Value);
        }
        return taken;
    }

    /// <summary>Takes back what could not be written down.</summary>
    public void PutBack(Dictionary<ApiKeyId, DateTimeOffset> uses)
    {
        foreach (var (id, moment) in uses)
            collected.TryAdd(id, moment);
    }
}

/// <summary>How the uses of keys are written down: the configuration section <c>Access</c>.</summary>
internal sealed record KeyUseOptions
{
    /// <summary>How long uses are collected before they are written down together.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "1.00:00:00")]
    public TimeSpan LastUsedInterval { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Reads the section.</summary>
    /// <exception cref="ValidationException">The interval makes no sense.</exception>
    public static KeyUseOptions From(IConfiguration configuration)
    {
        var options = configuration.GetSection("Access").Get<KeyUseOptions>() ?? new KeyUseOptions();
        Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
        return options;
    }
}
