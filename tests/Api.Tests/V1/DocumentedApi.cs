using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;

namespace Api.Tests.V1;

/// <summary>An operation as the OpenAPI document tells it.</summary>
/// <param name="Path">The path, with its parameters in braces.</param>
/// <param name="Method">The method.</param>
/// <param name="Element">The operation.</param>
internal sealed record Operation(string Path, HttpMethod Method, JsonElement Element)
{
    /// <summary>The parameters.</summary>
    public IReadOnlyList<Parameter> Parameters { get; } =
        Element.TryGetProperty("parameters", out var parameters)
            ? [.. parameters.EnumerateArray().Select(Parameter.Of)]
            : [];

    private readonly JsonProperty? body =
        Element.TryGetProperty("requestBody", out var request)
        && request.GetProperty("content").EnumerateObject().ToList() is [var first, ..]
            ? first
            : null;

    /// <summary>The media type of the body; none where the operation takes none.</summary>
    public string? BodyType => body?.Name;

    /// <summary>The schema of the body.</summary>
    public JsonElement? Body => body?.Value.GetProperty("schema");

    /// <summary>A body that works.</summary>
    public string? BodyExample =>
        body?.Value.GetProperty("example") is not { } example ? null
        : example.ValueKind == JsonValueKind.String ? example.GetString()
        : example.GetRawText();

    public override string ToString() => $"{Method} {Path}";
}

/// <summary>A parameter of an operation.</summary>
/// <param name="Name">Its name.</param>
/// <param name="In">Where it stands: path, query or header.</param>
/// <param name="Example">A value that works, if the document gives one.</param>
/// <param name="Description">What it is.</param>
internal sealed record Parameter(string Name, string In, string? Example, string? Description = null)
{
    public static Parameter Of(JsonElement element) =>
        new(
            element.GetProperty("name").GetString()!,
            element.GetProperty("in").GetString()!,
            element.TryGetProperty("example", out var example) ? example.ToString() : null,
            element.TryGetProperty("description", out var description) ? description.GetString() : null
        );
}

/// <summary>The OpenAPI document, as far as tests need it: the operations, and whether an answer is one of those promised.</summary>
internal sealed class DocumentedApi
{
    private readonly JsonElement root;

    public DocumentedApi(string document)
    {
        root = JsonDocument.Parse(document).RootElement;
        Operations =
        [
            .. from path in root.GetProperty("paths").EnumerateObject()
            from member in path.Value.EnumerateObject()
            where member.Name is "get" or "put" or "post" or "delete" or "patch"
            select new Operation(path.Name, new HttpMethod(member.Name.ToUpperInvariant()), member.Value),
        ];
    }

    /// <summary>All operations.</summary>
    public IReadOnlyList<Operation> Operations { get; }

    /// <summary>What is wrong with an answer; nothing when the document promises it.</summary>
    public IEnumerable<string> Faults(Operation operation, int status, string? mediaType, string body)
    {
        if (!operation.Element.GetProperty("responses").TryGetProperty($"{status}", out var response))
            return [$"the status {status} is not documented"];
        if (mediaType is null)
            return [];
        if (
            !Follow(response).TryGetProperty("content", out var content)
            || !content.TryGetProperty(mediaType, out var documented)
        )
            return [$"{status} with {mediaType} is not documented"];
        if (
            !mediaType.EndsWith("json", StringComparison.Ordinal)
            || body.Length == 0
            || mediaType.Contains("ndjson", StringComparison.Ordinal)
        )
            return [];
        using var value = JsonDocument.Parse(body);
        return [.. SchemaFaults("", documented.GetProperty("schema"), value.RootElement)];
    }

    /// <summary>Follows a reference.</summary>
    public JsonElement Follow(JsonElement element)
    {
        while (element.TryGetProperty("$ref", out var reference))
            element = reference.GetString()!.Split('/').Skip(1).Aggregate(root, (at, name) => at.GetProperty(name));
        return element;
    }

    /// <summary>For each text in a schema, nested ones too, what makes an object with that text and nothing else.</summary>
    public IEnumerable<Func<string, JsonNode>> StringPlaces(JsonElement schema)
    {
        schema = Follow(schema);
        if (schema.TryGetProperty("items", out var items))
            return StringPlaces(items).Select(Func<string, JsonNode> (place) => text => new JsonArray(place(text)));
        if (schema.TryGetProperty("properties", out var members))
            return members
                .EnumerateObject()
                .SelectMany(member =>
                    StringPlaces(member.Value)
                        .Select(
                            Func<string, JsonNode> (place) => text => new JsonObject { [member.Name] = place(text) }
                        )
                );
        return schema.TryGetProperty("type", out var type) && Types(type).Contains("string")
            ? [text => JsonValue.Create(text)]
            : [];
    }

    /// <summary>Values of a schema, most of them of its type; texts are anything at all.</summary>
    public Gen<JsonNode?> ValueOf(JsonElement schema)
    {
        schema = Follow(schema);
        var values =
            schema.TryGetProperty("items", out var items)
                ? ValueOf(items).Array[0, 3].Select(JsonNode? (list) => new JsonArray([.. list.Select(Copy)]))
            : schema.TryGetProperty("properties", out var members)
                ? members
                    .EnumerateObject()
                    .Aggregate(
                        Gen.Const(() => (JsonNode?)new JsonObject()),
                        (some, member) =>
                            Gen.Select(
                                some,
                                Gen.Bool,
                                ValueOf(member.Value),
                                (made, isGiven, value) =>
                                {
                                    if (isGiven)
                                        made![member.Name] = Copy(value);
                                    return made;
                                }
                            )
                    )
            : Types(schema.GetProperty("type")).First(name => name != "null") switch
            {
                "integer" => Gen.OneOf(Gen.Long, Gen.Long[-1, 100])
                    .Select(JsonNode? (number) => JsonValue.Create(number)),
                "number" => Gen.OneOf(Gen.Double[-1e9, 1e9], Gen.Double[0, 90])
                    .Select(JsonNode? (number) => JsonValue.Create(number)),
                "boolean" => Gen.Bool.Select(JsonNode? (flag) => JsonValue.Create(flag)),
                _ => Gen.OneOf(
                        GeneratedRequest.Text,
                        Gen.OneOf<string>("CHF", "EUR", "Europe", "de", "2001-02-03", "CH", "official", "Bern")
                    )
                    .Select(JsonNode? (text) => JsonValue.Create(text)),
            };
        return Gen.Frequency((12, values), (1, Gen.Const((JsonNode?)null)));
    }

    /// <summary>A node has one owner only.</summary>
    private static JsonNode? Copy(JsonNode? node) => node?.DeepClone();

    /// <summary>What in a value is against its schema. A member that the schema does not know is a fault, too: it must be documented.</summary>
    private IEnumerable<string> SchemaFaults(string place, JsonElement schema, JsonElement value)
    {
        schema = Follow(schema);
        if (schema.TryGetProperty("oneOf", out var alternatives))
        {
            if (!alternatives.EnumerateArray().Any(alternative => !SchemaFaults(place, alternative, value).Any()))
                yield return $"{place} is none of the alternatives";
            yield break;
        }
        if (schema.TryGetProperty("type", out var type) && !Types(type).Any(name => IsOf(name, value)))
            yield return $"{place} is {value.ValueKind}, not {type}";
        if (
            schema.TryGetProperty("enum", out var words)
            && !words.EnumerateArray().Any(word => word.ToString() == value.ToString())
        )
            yield return $"{place} is {value}, not one of {words}";
        if (
            schema.TryGetProperty("format", out var format)
            && value.ValueKind == JsonValueKind.String
            && !IsWritten(format.GetString()!, value.GetString()!)
        )
            yield return $"{place} is {value}, no {format}";
        if (value.ValueKind == JsonValueKind.Array && schema.TryGetProperty("items", out var items))
        {
            foreach (var (i, item) in value.EnumerateArray().Index())
            {
                foreach (var fault in SchemaFaults($"{place}[{i}]", items, item))
                    yield return fault;
            }
        }
        if (value.ValueKind != JsonValueKind.Object || !schema.TryGetProperty("properties", out var members))
            yield break;
        if (schema.TryGetProperty("required", out var required))
        {
            foreach (var name in required.EnumerateArray().Select(name => name.GetString()!))
            {
                if (!value.TryGetProperty(name, out _))
                    yield return $"{place}.{name} is missing";
            }
        }
        foreach (var member in value.EnumerateObject())
        {
            if (!members.TryGetProperty(member.Name, out var known))
                yield return $"{place}.{member.Name} is not documented";
            else
            {
                foreach (var fault in SchemaFaults($"{place}.{member.Name}", known, member.Value))
                    yield return fault;
            }
        }
    }

    private static IEnumerable<string> Types(JsonElement type) =>
        type.ValueKind == JsonValueKind.Array
            ? type.EnumerateArray().Select(name => name.GetString()!)
            : [type.GetString()!];

    private static bool IsOf(string type, JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Null => type == "null",
            JsonValueKind.String => type == "string",
            JsonValueKind.Array => type == "array",
            JsonValueKind.Object => type == "object",
            JsonValueKind.Number => type == "number" || (type == "integer" && value.TryGetInt64(out _)),
            _ => type == "boolean",
        };

    private static bool IsWritten(string format, string text) =>
        format switch
        {
            "date" => DateOnly.TryParseExact(
                text,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out _
            ),
            "date-time" => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _),
            "uri-reference" => Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out _),
            "uuid" => Guid.TryParse(text, out _),
            _ => true,
        };
}
