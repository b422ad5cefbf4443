using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shared.Api.Caching;

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
            using var stream = assembly.GetManifestResourceStream(name)!;
            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            var asset = new Representation(content, ContentTypes[Path.GetExtension(name)]) { IsCompressed = true };
            endpoints
                .MapMethods(
                    $"/assets/{name[Prefix.Length..]}",
                    [HttpMethods.Get, HttpMethods.Head],
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
