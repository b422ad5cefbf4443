using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Scalar.AspNetCore;
using Shared.Api.Caching;
using Shared.Api.Http;
using Shared.Api.Pages;

namespace Shared.Api.Assets;

/// <summary>
/// Serves what explains the native API: the OpenAPI document, a reader of it, and the page of errors. All of it is part of
/// the program, and none of it calls another host.
/// </summary>
internal static partial class DocumentEndpoints
{
    /// <summary>The page of errors, where the <c>type</c> of each problem leads; a code behind a <c>#</c> leads to its line.</summary>
    public const string Errors = "/docs/errors.md";

    private static readonly Lazy<string> ErrorsContent = new(() =>
    {
        var file = Assembly.GetExecutingAssembly().GetManifestResourceStream("Documents/errors.html")!;
        using var reader = new StreamReader(file);
        return reader.ReadToEnd();
    });

    /// <summary>What can be jumped to on the page.</summary>
    private static readonly Lazy<HashSet<string>> Anchors = new(() =>
        [.. AnchorPattern().Matches(ErrorsContent.Value).Select(match => match.Groups[1].Value)]
    );

    /// <summary>Read when somebody asks first: a start should not wait for it.</summary>
    private static readonly Lazy<Representation> Document = new(() =>
        Representation.Embedded(
            Assembly.GetExecutingAssembly(),
            "Documents/openapi.v1.json",
            "application/json",
            isCompressed: true
        )!
    );

    /// <summary>The OpenAPI document: the approved one, which is what clients may rely on.</summary>
    private const string OpenApi = "/openapi/v1.json";

    /// <summary>
    /// The reader may ask this host, and no other. What it puts into the page is named by hashes: the script that starts it,
    /// its sheets of styles, and two styles of an element that it measures with. Another version of the package may have
    /// others; tests tell.
    /// </summary>
    private const string ReaderPolicy =
        "default-src 'none'; script-src 'self' 'sha256-IEQIWPXYj1Qvu+TSYApWw2zpUnJkVd1aMlvEVhb5TwA='; "
        + "style-src 'self' 'sha256-St8O8YusCkYeC9X2ma3nlCP1u4+35DgBPOzt1kBwxsM=' 'sha256-l/2OpPg0d+2VLTLgwjf5mQo2CYwHDEqdj5TjbfEyVJI=' "
        + "'sha256-T13Uev3xCax2N28XaoAE8DOzQZKvPp7ZQVAi1iRREjo=' 'sha256-C+b2AZ/J4boOKHreQGJqhTYrKcYHIi7jHP/al2HqTd8=' 'unsafe-hashes' 'sha256-im4bR8m0i9OTwS6FwAG4MKlk4URQdZkDu1Tx9kDpKNw=' "
        + "'sha256-v6FGbsebOHJ39qjwyswuNyhVylA7DHti/pqoiIvwbXQ='; img-src 'self' data:; font-src 'self' data:; "
        + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static void MapDocuments(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapDocument(Errors, ShowErrors);
        endpoints.MapDocument(OpenApi, (HttpResponse response) => Lasting(response, Document.Value));
        endpoints
            .MapScalarApiReference(
                "/docs",
                options =>
                    options
                        .WithOpenApiRoutePattern(OpenApi)
                        .WithTitle("Countries API")
                        .WithFavicon("/assets/icon.svg")
                        .DisableDefaultFonts()
                        .DisableAgent()
                        .DisableTelemetry()
                        .HideDeveloperTools()
            )
            .WithMetadata(new PagePolicy(ReaderPolicy))
            .AllowAnonymous()
            .DisableRateLimiting()
            .ExcludeFromDescription();
    }

    private static void MapDocument(this IEndpointRouteBuilder endpoints, string path, Delegate handler) =>
        endpoints
            .MapHandler(path, Handlers.Reading, handler)
            .AllowAnonymous()
            .DisableRateLimiting()
            .ExcludeFromDescription();

    private static async Task<IResult> ShowErrors(PageRenderer renderer, HttpResponse response)
    {
        var page = await renderer.RenderAsync<ErrorsPage>(new() { [nameof(ErrorsPage.Content)] = ErrorsContent.Value });
        return Lasting(response, new Representation(page, PageRenderer.ContentType));
    }

    private static Representation Lasting(HttpResponse response, Representation document)
    {
        response.Headers.CacheControl = "public, max-age=3600";
        return document;
    }

    /// <summary>Where a code is explained: on its own line, or, for a rule that many members keep to, on the rule's.</summary>
    public static string AddressOf(string code)
    {
        var rule = code[(code.LastIndexOf('.') + 1)..];
        return Anchors.Value.Contains(code) ? $"{Errors}#{code}"
            : Anchors.Value.Contains(rule) ? $"{Errors}#{rule}"
            : Errors;
    }

    [GeneratedRegex("<code id=\"([^\"]+)\"")]
    private static partial Regex AnchorPattern();
}
