using System.Text.Json.Serialization.Metadata;
using Microsoft.OpenApi;

namespace Shared.Api.V1.Documents;

/// <summary>The schemas of an OpenAPI document. Each shape is described once, from its table of members, and referred to.</summary>
/// <param name="document">The document.</param>
internal sealed class SchemaSet(OpenApiDocument document)
{
    /// <summary>One resource of a shape.</summary>
    public IOpenApiSchema Of<T>(Shape<T> shape)
    {
        var name = NameOf(typeof(T));
        return Refer(
            name,
            () =>
                Object(
                    $"One {shape.Name}. With fields, only the members that were asked for.",
                    shape.Members.Select(member => (member.Name, member.Describe(this)))
                )
        );
    }

    /// <summary>A page of resources of a shape.</summary>
    public IOpenApiSchema PageOf<T>(Shape<T> shape)
    {
        var items = Of(shape);
        return Refer(
            $"{NameOf(typeof(T))}Page",
            () =>
            {
                var page = Object(
                    "A page of a list.",
                    [
                        ("items", List(items, "What stands on the page, in the order of the list.")),
                        ("total", Type(JsonSchemaType.Integer, "How many items the whole list has.")),
                        (
                            "next",
                            Value("string", "uri-reference", "The address of the next page; null on the last one.")
                        ),
                    ]
                );
                page.Required = new HashSet<string> { "items", "total", "next" };
                return page;
            }
        );
    }

    /// <summary>What a client says of a resource when it writes one; the words are those of what is shown.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="required">The members that must be there; nothing where it is a change, which says what it likes.</param>
    public IOpenApiSchema Of<TDraft, TView>(
        WritableResource<TDraft, TView> resource,
        IReadOnlyList<string>? required
    ) =>
        Refer(
            typeof(TDraft).Name.Replace(
                "Request",
                required is null ? "Patch"
                    : required.Count > resource.Required.Count ? "Creation"
                    : "Request",
                StringComparison.Ordinal
            ),
            () =>
            {
                var schema = Draft(StrictJson.Describe(typeof(TDraft)), Of(resource.Shape), isNullable: false);
                foreach (var name in required ?? resource.Required)
                    ((OpenApiSchema)schema.Properties![name]).Type &= ~JsonSchemaType.Null;
                schema.Description = required is null
                    ? $"What changes in one {resource.Shape.Name} (RFC 7396). Null takes a value away."
                    : $"All that can be said of one {resource.Shape.Name}. What is left out is not known.";
                if (required is not null)
                    schema.Required = new HashSet<string>(required);
                foreach (var (list, member) in resource.ShortForms)
                {
                    var item = (OpenApiSchema)schema.Properties![list].Items!;
                    item.Type |= JsonSchemaType.String;
                    item.Description = $"A text stands for the {member} alone.";
                }
                return schema;
            }
        );

    /// <summary>A type of bodies, with the descriptions of the members that are shown under the same names.</summary>
    private static OpenApiSchema Draft(JsonTypeInfo type, IOpenApiSchema? shown, bool isNullable)
    {
        var orNull = isNullable ? JsonSchemaType.Null : 0;
        if (type.Kind == JsonTypeInfoKind.Object)
            return new()
            {
                Type = JsonSchemaType.Object | orNull,
                Properties = type.Properties.ToDictionary(
                    property => property.Name,
                    IOpenApiSchema (property) =>
                    {
                        var member =
                            shown?.Properties is { } known && known.TryGetValue(property.Name, out var found)
                                ? found
                                : null;
                        var schema = Draft(
                            StrictJson.Describe(property.PropertyType),
                            member?.Items ?? member?.OneOf?[0],
                            isNullable: true
                        );
                        schema.Description = member?.Description;
                        return schema;
                    }
                ),
                AdditionalPropertiesAllowed = false,
            };
        // What may be missing has an element type, too.
        if (type is { Kind: JsonTypeInfoKind.Enumerable, ElementType: { } element })
            return new()
            {
                Type = JsonSchemaType.Array | orNull,
                Items = Draft(StrictJson.Describe(element), shown, isNullable: false),
            };
        var plain = Nullable.GetUnderlyingType(type.Type) ?? type.Type;
        var (name, format) =
            plain == typeof(bool) ? ("boolean", null)
            : plain == typeof(int) || plain == typeof(long) ? ("integer", "int64")
            : plain == typeof(double) || plain == typeof(decimal) ? ("number", "double")
            : plain == typeof(DateOnly) ? ("string", "date")
            : ("string", (string?)null);
        return new() { Type = TypeOf(name) | orNull, Format = format };
    }

    /// <summary>A problem (RFC 9457).</summary>
    public IOpenApiSchema Problem()
    {
        var error = Refer(
            "ProblemError",
            () =>
            {
                var schema = Object(
                    "One thing that is wrong.",
                    [
                        ("field", Type(JsonSchemaType.String, "The parameter or member at fault, if it is one.")),
                        ("code", Type(JsonSchemaType.String, "The stable code.")),
                        ("detail", Type(JsonSchemaType.String, "A sentence.")),
                        ("nearest", Type(JsonSchemaType.String, "The known value that was probably meant.")),
                        ("line", Type(JsonSchemaType.Integer, "The line of the file, where a file was sent.")),
                    ]
                );
                schema.Required = new HashSet<string> { "code", "detail" };
                return schema;
            }
        );
        return Refer(
            "Problem",
            () =>
            {
                var schema = Object(
                    "What is wrong with a request (RFC 9457).",
                    [
                        ("type", Format(JsonSchemaType.String, "uri-reference", "Leads to what can be done about it.")),
                        ("title", Type(JsonSchemaType.String, "The name of the status.")),
                        ("status", Type(JsonSchemaType.Integer, "The status.")),
                        ("detail", Type(JsonSchemaType.String, "A sentence.")),
                        ("instance", Format(JsonSchemaType.String, "uri-reference", "The path of the request.")),
                        ("code", Type(JsonSchemaType.String, "The stable code; programs may branch on it.")),
                        ("errors", List(error, "Everything that is wrong, the most important first.")),
                        ("traceId", Type(JsonSchemaType.String, "Stands in the log of the service, too.")),
                    ]
                );
                schema.Required = new HashSet<string> { "type", "title", "status", "code", "traceId" };
                return schema;
            }
        );
    }

    /// <summary>A file with a record on each line.</summary>
    public static OpenApiSchema File() =>
        Type(
            JsonSchemaType.String,
            "A file with a record on each line; the members are those of the body of a create."
        );

    /// <summary>A value that may be missing.</summary>
    public static OpenApiSchema Value(string type, string? format, string description) =>
        Format(TypeOf(type) | JsonSchemaType.Null, format, description);

    /// <summary>A list of texts.</summary>
    public static OpenApiSchema TextList(string description) =>
        List(new OpenApiSchema { Type = JsonSchemaType.String }, description);

    /// <summary>A list.</summary>
    public static OpenApiSchema List(IOpenApiSchema items, string description) =>
        new()
        {
            Type = JsonSchemaType.Array,
            Items = items,
            Description = description,
        };

    /// <summary>A resource within a resource, or none.</summary>
    public static OpenApiSchema Optional(IOpenApiSchema schema, string description) =>
        new() { OneOf = [schema, new OpenApiSchema { Type = JsonSchemaType.Null }], Description = description };

    /// <summary>Types of the application that only say that they are for showing lose that word.</summary>
    private static string NameOf(Type type) =>
        type.Name.EndsWith("View", StringComparison.Ordinal) ? type.Name[..^4]
        : type is { IsInterface: true } ? type.Name[1..]
        : type.Name;

    private OpenApiSchemaReference Refer(string name, Func<OpenApiSchema> make)
    {
        if (document.Components?.Schemas?.ContainsKey(name) != true)
            document.AddComponent(name, make());
        return new OpenApiSchemaReference(name, document);
    }

    private static OpenApiSchema Object(
        string description,
        IEnumerable<(string Name, IOpenApiSchema Schema)> members
    ) =>
        new()
        {
            Type = JsonSchemaType.Object,
            Description = description,
            Properties = members.ToDictionary(member => member.Name, member => member.Schema),
        };

    private static OpenApiSchema Type(JsonSchemaType type, string description) => Format(type, null, description);

    private static OpenApiSchema Format(JsonSchemaType type, string? format, string description) =>
        new()
        {
            Type = type,
            Format = format,
            Description = description,
        };

    private static JsonSchemaType TypeOf(string type) =>
        type switch
        {
            "integer" => JsonSchemaType.Integer,
            "number" => JsonSchemaType.Number,
            "boolean" => JsonSchemaType.Boolean,
            _ => JsonSchemaType.String,
        };
}
