using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Shared.Api.V1.Imports;

namespace Shared.Api.V1.Documents;

/// <summary>Describes an operation that writes.</summary>
internal static class WrittenOperation
{
    /// <summary>Adds what it takes and what it answers.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="taken">What it takes.</param>
    /// <param name="schemas">The schemas of the document.</param>
    /// <param name="isEdit">Whether it changes a record that is there.</param>
    public static void Describe(OpenApiOperation operation, TakenContent taken, SchemaSet schemas, bool isEdit)
    {
        operation.Description ??=
            isEdit
                ? "Needs the entity tag of the version that was seen, so that nobody undoes the change of another one."
            : taken.IsFile
                ? "All records are added, or none; every line that cannot be taken is told. With mode=valid the others are added."
            : "Answers with the record as it was stored, and with its place.";
        operation.Parameters = [.. operation.Parameters ?? [], .. Parameters(isEdit, taken.IsFile)];
        if (taken.Schema is { } schema)
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Description = taken.IsFile
                    ? "A file in UTF-8. CSV has a header that names the members, as an export does."
                    : "JSON in UTF-8. Members that nobody knows, that stand there twice or that are not for clients to write are refused.",
                Content = taken.Bodies.ToDictionary(
                    body => body.MediaType,
                    body => new OpenApiMediaType { Schema = schema(schemas), Example = JsonNode.Parse(body.Example) }
                ),
            };
        var (status, response) = (taken.Shown(schemas), isEdit, taken.IsFile) switch
        {
            (null, _, _) => ("204", new OpenApiResponse { Description = "The record is gone." }),
            ({ } shown, true, _) => ("200", Shown("The record as it stands now.", shown, isMade: false)),
            ({ } shown, _, true) => ("200", Shown("What came of the file.", shown, isMade: false)),
            ({ } shown, _, _) => ("201", Shown("The record as it was stored.", shown, isMade: true)),
        };
        operation.Responses![status] = response;
    }

    private static OpenApiResponse Shown(string description, IOpenApiSchema schema, bool isMade) =>
        new()
        {
            Description = description,
            Headers = Headers(isMade),
            Content = V1Document.Formats(schema),
        };

    private static IEnumerable<OpenApiParameter> Parameters(bool isEdit, bool isFile)
    {
        if (isFile)
            yield return new()
            {
                Name = ImportRequest.Mode,
                In = ParameterLocation.Query,
                Description = "Whether bad lines stop the whole file (all, as without it) or are left out (valid).",
                Schema = new OpenApiSchema
                {
                    Type = JsonSchemaType.String,
                    Enum = [.. ImportRequest.Modes.Select(mode => (JsonNode)mode)],
                },
                Example = ImportRequest.Modes[0],
            };
        if (isEdit)
            yield return Field(
                "If-Match",
                "The entity tag of the version that was seen; * for any. Without it the answer is 428, with a stale one 412.",
                "*",
                isNeeded: true
            );
        yield return Field(
            "Idempotency-Key",
            "A key of the client's own. A request that is repeated with it within a day gets the first answer again.",
            "5f0c3b2e-6d0f-4a7e-9d55-0d6b1f1a3c11"
        );
    }

    private static OpenApiParameter Field(string name, string description, string example, bool isNeeded = false) =>
        new()
        {
            Name = name,
            In = ParameterLocation.Header,
            Required = isNeeded,
            Description = description,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            Example = example,
        };

    private static Dictionary<string, IOpenApiHeader> Headers(bool isMade)
    {
        var headers = new Dictionary<string, IOpenApiHeader>
        {
            ["ETag"] = V1Document.Header("The entity tag of the new version."),
        };
        if (isMade)
            headers["Location"] = V1Document.Header("Where the record stands.");
        return headers;
    }
}
