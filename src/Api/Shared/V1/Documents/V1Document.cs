using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Shared.Api.Access;
using Shared.Application;

namespace Shared.Api.V1.Documents;

/// <summary>
/// Makes the OpenAPI document of the native API when the program is built. What it says comes from the tables that the
/// endpoints work with; docs/api/openapi.v1.json is the approved copy, which the service gives to clients.
/// </summary>
public static class V1Document
{
    /// <summary>The name of the document.</summary>
    internal const string Name = "v1";

    /// <summary>What Microsoft.Extensions.ApiDescription.Server runs the program in.</summary>
    private const string BuildTool = "GetDocument.Insider";

    private const string ApiKeyScheme = "apiKey";
    private const string BearerScheme = "bearer";
    private static readonly string[] OtherFormats = ["application/xml", "text/csv", "application/x-ndjson"];

    /// <summary>Whether the program runs only in order that the build learns the document.</summary>
    public static bool IsBeingMade => Assembly.GetEntryAssembly()?.GetName().Name == BuildTool;

    /// <summary>Installs the making of the document where the build makes it. A service that runs has no use for it.</summary>
    internal static void AddV1Document(this IServiceCollection services)
    {
        if (!IsBeingMade)
            return;
        services.AddOpenApi(
            Name,
            options =>
            {
                options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
                options.ShouldInclude = description =>
                    description.RelativePath?.StartsWith(V1Endpoints.Path[1..], StringComparison.Ordinal) == true;
                options.AddOperationTransformer(DescribeAsync);
                options.AddDocumentTransformer(CompleteAsync);
            }
        );
    }

    private static Task DescribeAsync(
        OpenApiOperation operation,
        OpenApiOperationTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        var (metadata, document) = (context.Description.ActionDescriptor.EndpointMetadata, context.Document!);
        var schemas = new SchemaSet(document);
        var explained = metadata.OfType<PathParameter>().Reverse().DistinctBy(p => p.Name).ToDictionary(p => p.Name);
        var handler = metadata.OfType<MethodInfo>().First();
        operation.OperationId = handler.Name;
        operation.Tags = new HashSet<OpenApiTagReference>
        {
            new(
                ModuleName.Of(handler.DeclaringType!) is var module && module == "Shared" ? "Service" : module,
                document
            ),
        };
        operation.Parameters =
        [
            .. from parameter in RoutePatternFactory.Parse(context.Description.RelativePath!).Parameters
            let said = explained.GetValueOrDefault(parameter.Name)
            select new OpenApiParameter
            {
                Name = parameter.Name,
                In = ParameterLocation.Path,
                Required = true,
                Description = said?.Description,
                Example = said?.Example,
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            },
        ];
        var isOpen = metadata.OfType<RequiredPermission>().FirstOrDefault() is not { } required;
        var responses = new StatusResponses(document, schemas);
        operation.Responses = [];
        if (metadata.OfType<ShownContent>().LastOrDefault() is { } content)
        {
            operation.Parameters = [.. operation.Parameters, .. QueryParameters.Of(content)];
            operation.Responses["200"] = Shown(content, schemas);
            operation.Responses["304"] = responses.NotModified();
            operation.Description ??= content.Words is null
                ? "Answers in JSON, XML, CSV or NDJSON, as Accept says. HEAD is answered too."
                : "Filters combine. The list comes in pages: follow next until it is null. Answers in JSON, XML, CSV or NDJSON, as Accept says. HEAD is answered too.";
        }
        var taken = metadata.OfType<TakenContent>().LastOrDefault();
        if (taken is not null)
            WrittenOperation.Describe(operation, taken, schemas, HasKey(operation));
        foreach (var status in Statuses(operation, isOpen, taken))
            operation.Responses[$"{status}"] = responses.Of(status);
        operation.Security =
        [
            .. isOpen ? [new OpenApiSecurityRequirement()] : Array.Empty<OpenApiSecurityRequirement>(),
            new() { [new OpenApiSecuritySchemeReference(ApiKeyScheme, document)] = [] },
            new() { [new OpenApiSecuritySchemeReference(BearerScheme, document)] = [] },
        ];
        return Task.CompletedTask;
    }

    /// <summary>The statuses with which any endpoint of the native API may refuse.</summary>
    private static IEnumerable<int> Statuses(OpenApiOperation operation, bool isOpen, TakenContent? taken)
    {
        yield return StatusCodes.Status400BadRequest;
        yield return StatusCodes.Status401Unauthorized;
        if (!isOpen)
            yield return StatusCodes.Status403Forbidden;
        if (HasKey(operation))
            yield return StatusCodes.Status404NotFound;
        yield return StatusCodes.Status406NotAcceptable;
        if (taken is not null)
        {
            yield return StatusCodes.Status409Conflict;
            yield return StatusCodes.Status422UnprocessableEntity;
            if (HasKey(operation))
            {
                yield return StatusCodes.Status412PreconditionFailed;
                yield return StatusCodes.Status428PreconditionRequired;
            }
        }
        if (taken?.Schema is not null)
        {
            yield return StatusCodes.Status408RequestTimeout;
            yield return StatusCodes.Status413PayloadTooLarge;
            yield return StatusCodes.Status415UnsupportedMediaType;
        }
        yield return StatusCodes.Status429TooManyRequests;
        yield return StatusCodes.Status503ServiceUnavailable;
    }

    private static bool HasKey(OpenApiOperation operation) =>
        operation.Parameters?.Any(parameter => parameter.In == ParameterLocation.Path) == true;

    private static OpenApiResponse Shown(ShownContent content, SchemaSet schemas)
    {
        var headers = new Dictionary<string, IOpenApiHeader>
        {
            ["ETag"] = Header("The strong entity tag of this representation."),
            ["Cache-Control"] = Header("How long the answer may be kept."),
            ["Content-Language"] = Header("The language that names are in."),
        };
        if (content.Words is not null)
            headers["Link"] = Header("The address of the next page (rel=next), if there is one.");
        return new()
        {
            Description = content.Words is null ? "The resource." : "A page of the list.",
            Headers = headers,
            Content = Formats(content.Schema(schemas)),
        };
    }

    /// <summary>JSON of a schema, and the same in the other formats.</summary>
    internal static Dictionary<string, OpenApiMediaType> Formats(IOpenApiSchema schema)
    {
        var formats = new Dictionary<string, OpenApiMediaType> { ["application/json"] = new() { Schema = schema } };
        foreach (var format in OtherFormats)
            formats[format] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
        return formats;
    }

    internal static OpenApiHeader Header(string description) =>
        new()
        {
            Description = description,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        };

    private static Task CompleteAsync(
        OpenApiDocument document,
        OpenApiDocumentTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        document.Info = new()
        {
            Title = "Countries",
            Version = "1",
            Description =
                "Every country and currency, at any date, and records of your own beside them. What is wrong is told as a problem (RFC 9457) whose type leads to /docs/errors.md.",
            License = new() { Name = "MIT", Identifier = "MIT" },
        };
        // Where it is served from is the reader's to know.
        document.Servers = [new() { Url = "/", Description = "This service" }];
        // HEAD answers what GET does, without the body; it is no operation of its own.
        foreach (var path in document.Paths.Values)
            path.Operations?.Remove(HttpMethod.Head);
        document.Tags = new HashSet<OpenApiTag>(
            document
                .Paths.Values.SelectMany(path => path.Operations!.Values)
                .SelectMany(operation => operation.Tags ?? new HashSet<OpenApiTagReference>())
                .Select(tag => tag.Reference.Id!)
                .Distinct()
                .Order(StringComparer.Ordinal)
                .Select(name => new OpenApiTag { Name = name, Description = $"What the module {name} answers." })
        );
        document.Components ??= new();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [ApiKeyScheme] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Header,
                Name = "X-Api-Key",
                Description = "An API key. Reading needs none; with one, the limits are wider.",
            },
            [BearerScheme] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "The same key as a bearer token.",
            },
        };
        return Task.CompletedTask;
    }
}
