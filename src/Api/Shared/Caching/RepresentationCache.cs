using System.Collections.Concurrent;

namespace Shared.Api.Caching;

/// <summary>
/// Keeps the last representation made under each key, with the version of the data that it was made of. Another
/// version replaces it, so nothing stale is served and nothing has to be evicted.
/// </summary>
public sealed class RepresentationCache
{
    private readonly ConcurrentDictionary<string, (string Version, Representation Representation)> entries = new();

    /// <summary>The representation of a version: the one that is kept, or a new one.</summary>
    /// <param name="key">What is represented and how; there must be few keys, since each keeps its bytes.</param>
    /// <param name="version">The version of the data.</param>
    /// <param name="make">Makes the representation.</param>
    public async ValueTask<Representation> GetAsync(string key, string version, Func<Task<Representation>> make)
    {
        ArgumentNullException.ThrowIfNull(make);
        if (entries.TryGetValue(key, out var kept) && kept.Version == version)
            return kept.Representation;
        var made = await make();
        entries[key] = (version, made);
        return made;
    }
}
