using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shared.Api.Caching;
using Shared.Api.Http;

namespace Shared.Api.Assets;

/// <summary>Serves the files that the pages need. They are part of an assembly, so nothing can be missing beside it.</summary>
public static class AssetEndpoints
{
    private const string Prefix = "Assets/";

    private static readonly Dictionary<string, string> ContentTypes = new()
    {
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
    };

    /// <summary>Maps the resources of an assembly that are named <c>Assets/…</c> to <c>/assets/…</c>.</summary>
    public static void MapAssets(this IEndpointRouteBuilder endpoints, Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        foreach (
            var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal))
        )
        {
            var type = ContentTypes[Path.GetExtension(name)];
            var asset = Representation.Embedded(assembly, name, type, isCompressed: true)!;
            endpoints
                .MapHandler(
                    $"/assets/{name[Prefix.Length..]}",
                    Handlers.Reading,
                    (HttpResponse response) =>
                    {
                        response.Headers.CacheControl = "public, max-age=3600";
                        return asset;
                    }
                )
                .AllowAnonymous()
                .DisableRateLimiting()
                .ExcludeFromDescription();
        }
    }
}
