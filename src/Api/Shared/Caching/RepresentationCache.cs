using System.Collections.Concurrent;
using Microsoft.Extensions.Caching.Memory;
using Shared.Api.Http;

namespace Shared.Api.Caching;

/// <summary>
/// Keeps the last representation made under each key, with the version of the data that it was made of. Another
/// version replaces it, so nothing stale is served. Clients choose what is asked for, so it keeps a limited number of
/// bytes: what was not used for longest goes first.
/// </summary>
public sealed class RepresentationCache(HttpLimits limits) : IDisposable
{
    /// <summary>What an entry costs beside the bytes of its representation; it bounds the number of small ones.</summary>
    private const int EntryOverhead = 1024;

    private readonly ConcurrentDictionary<string, Making> underWay = new();
    private readonly MemoryCache entries = new(new MemoryCacheOptions { SizeLimit = limits.CacheBytes });

    /// <summary>The representation of a version: the one that is kept, or a new one that all who ask at once wait for.</summary>
    /// <param name="key">What is represented and how.</param>
    /// <param name="version">The version of the data.</param>
    /// <param name="make">Makes the representation.</param>
    public async ValueTask<Representation> GetAsync(string key, string version, Func<Task<Representation>> make)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (entries.TryGetValue(key, out Kept? kept) && kept!.Version == version)
            return kept.Representation;
        var making = underWay.AddOrUpdate(
            key,
            static (_, wanted) => wanted,
            static (_, other, wanted) => other.Version == wanted.Version ? other : wanted,
            new Making(version, new Lazy<Task<Representation>>(make))
        );
        try
        {
            var representation = await making.Representation.Value;
            // One of an older version that took longer must not push the newer one out.
            if (underWay.TryGetValue(key, out var latest) && latest == making)
                Keep(key, new Kept(version, representation));
            return representation;
        }
        finally
        {
            // Also after a failure, which must not be served again.
            underWay.TryRemove(new(key, making));
        }
    }

    /// <summary>Lets go of all representations.</summary>
    public void Dispose() => entries.Dispose();

    private void Keep(string key, Kept kept) =>
        entries.Set(
            key,
            kept,
            new MemoryCacheEntryOptions { Size = EntryOverhead + (2 * key.Length) + kept.Representation.Size }
        );

    private sealed record Kept(string Version, Representation Representation);

    private sealed record Making(string Version, Lazy<Task<Representation>> Representation);
}
