using System.Collections.Concurrent;
using System.Reflection;
using Shared.Api.Caching;

namespace Countries.Api.Flags;

/// <summary>A kind of picture.</summary>
/// <param name="Extension">The end of its files' names, with the dot.</param>
/// <param name="ContentType">Its media type.</param>
internal sealed record FlagFormat(string Extension, string ContentType)
{
    public static readonly FlagFormat Svg = new(".svg", "image/svg+xml");
    public static readonly FlagFormat Png = new(".png", "image/png");
}

/// <summary>The pictures that <c>tools/flags</c> made. They are part of the assembly and read when they are first asked for.</summary>
internal static class FlagImages
{
    private static readonly ConcurrentDictionary<string, Representation> Read = new();

    /// <summary>The flag of the country with an alpha-2 code, in any case of letters.</summary>
    public static Representation? Find(string code, FlagFormat format)
    {
        var name = $"Flags/{code.ToLowerInvariant()}{format.Extension}";
        if (Read.TryGetValue(name, out var known))
            return known;
        var image = Representation.Embedded(Assembly.GetExecutingAssembly(), name, format.ContentType);
        return image is null ? null : Read.GetOrAdd(name, image);
    }
}
