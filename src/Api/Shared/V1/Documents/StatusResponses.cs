using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.OpenApi;
using Shared.Api.Problems;

namespace Shared.Api.V1.Documents;

/// <summary>The answers that many operations share. Each is described once.</summary>
internal sealed class StatusResponses(OpenApiDocument document, SchemaSet schemas)
{
    /// <summary>The client has the current representation.</summary>
    public OpenApiResponseReference NotModified() =>
        Refer(
            StatusCodes.Status304NotModified,
            () =>
                new()
                {
                    Description = "What the client has is current. It costs nothing of the quota.",
                    Headers = new Dictionary<string, IOpenApiHeader>
                    {
                        ["ETag"] = V1Document.Header("The entity tag of the representation."),
                    },
                }
        );

    /// <summary>A problem of a status.</summary>
    public OpenApiResponseReference Of(int status) =>
        Refer(
            status,
            () =>
                new()
                {
                    Description = HttpProblems.SentenceOf(status),
                    Headers = HeadersOf(status),
                    Content = new Dictionary<string, OpenApiMediaType>
                    {
                        ["application/problem+json"] = new OpenApiMediaType { Schema = schemas.Problem() },
                        ["application/problem+xml"] = new OpenApiMediaType
                        {
                            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                        },
                    },
                }
        );

    private static Dictionary<string, IOpenApiHeader>? HeadersOf(int status) =>
        status switch
        {
            StatusCodes.Status401Unauthorized => new()
            {
                ["WWW-Authenticate"] = V1Document.Header("How to authenticate."),
            },
            StatusCodes.Status403Forbidden => new()
            {
                ["WWW-Authenticate"] = V1Document.Header("The scope that is missing."),
            },
            StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable => new()
            {
                ["Retry-After"] = V1Document.Header("How many seconds to wait."),
            },
            _ => null,
        };

    private OpenApiResponseReference Refer(int status, Func<OpenApiResponse> make)
    {
        var name = ReasonPhrases.GetReasonPhrase(status).Replace(" ", "", StringComparison.Ordinal);
        if (document.Components?.Responses?.ContainsKey(name) != true)
            document.AddComponent(name, make());
        return new OpenApiResponseReference(name, document);
    }
}
