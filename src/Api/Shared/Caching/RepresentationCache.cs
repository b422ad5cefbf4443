using System.Collections.Concurrent;

namespace Shared.Api.Caching;

/// <summary>
/// Keeps the last representation made under each key, with the version of the data that it was made of. Another
/// version replaces it, so nothing stale is served and nothing has to be evicted.
/// </summary>
public sealed class RepresentationCache
{
    private readonly ConcurrentDictionary<string, Entry> entries = new();

    /// <summary>The representation of a version: the one that is kept, or a new one that all who ask at once wait for.</summary>
    /// <param name="key">What is represented and how; there must be few keys, since each keeps its bytes.</param>
    /// <param name="version">The version of the data.</param>
    /// <param name="make">Makes the representation.</param>
    public async ValueTask<Representation> GetAsync(string key, string version, Func<Task<Representation>> make)
    {
        var entry = entries.GetValueOrDefault(key);
        if (entry?.Version != version)
            entry = entries.AddOrUpdate(
                key,
                static (_, wanted) => wanted,
                static (_, kept, wanted) => kept.Version == wanted.Version ? kept : wanted,
                new Entry(version, new Lazy<Task<Representation>>(make))
            );
        try
        {
            return await entry.Representation.Value;
        }
        catch
        {
            // A failure must not be served again.
            entries.TryRemove(new(key, entry));
            throw;
        }
    }

    private sealed record Entry(string Version, Lazy<Task<Representation>> Representation);
}
