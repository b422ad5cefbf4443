using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using ErrorOr;
using Shared.Api.Problems;
using Shared.Application.Lists;

namespace Shared.Api.V1;

/// <summary>
/// Reads bodies strictly: what nobody knows, what stands there twice and what is not for clients to say is named and
/// refused. A member that is null is one that was not given.
/// </summary>
internal static class StrictJson
{
    private const int MaxDepth = 16;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        PropertyNameCaseInsensitive = false,
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.Strict,
        MaxDepth = MaxDepth,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    /// <summary>The members of a type as they stand in JSON.</summary>
    public static JsonTypeInfo Describe(Type type) => Options.GetTypeInfo(type);

    /// <summary>Reads a JSON object and compares its members with those of a type.</summary>
    /// <param name="body">The bytes.</param>
    /// <param name="type">The type that it is to become.</param>
    /// <param name="readOnly">Members that are known, but are not for clients to write.</param>
    /// <param name="prepare">Brings short forms into the long one, before the members are compared.</param>
    public static ErrorOr<JsonObject> Read(
        ReadOnlyMemory<byte> body,
        Type type,
        IReadOnlyCollection<string> readOnly,
        Action<JsonObject> prepare
    )
    {
        try
        {
            if (!Utf8.IsValid(body.Span))
                return Malformed("The body is not valid UTF-8.");
            using var document = JsonDocument.Parse(body, new() { MaxDepth = MaxDepth });
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                return Malformed("The body must be a JSON object.");
            var errors = new List<Error>();
            FindDuplicates(document.RootElement, "", errors);
            if (errors.Count > 0)
                return errors;
            var read = JsonNode.Parse(document.RootElement.GetRawText())!.AsObject();
            prepare(read);
            FindUnknown(read, Options.GetTypeInfo(type), "", readOnly, errors);
            return errors.Count > 0 ? errors : read;
        }
        catch (JsonException e)
        {
            return Malformed($"The body is not valid JSON (line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}).");
        }
        // Half a surrogate pair, written as an escape.
        catch (InvalidOperationException)
        {
            return Malformed("The body has an unpaired surrogate.");
        }
    }

    /// <summary>Makes a value of an object whose members were compared.</summary>
    public static ErrorOr<T> To<T>(JsonObject read)
    {
        RemoveNulls(read);
        try
        {
            return read.Deserialize<T>(Options)!;
        }
        catch (JsonException e)
        {
            var field = e.Path is { Length: > 2 } path ? path[2..] : null;
            return BodyProblems.WrongType.ToError(field);
        }
    }

    /// <summary>A value as JSON, with the names that bodies have.</summary>
    public static JsonObject Of<T>(T value) => JsonSerializer.SerializeToNode(value, Options)!.AsObject();

    /// <summary>The members of a type, of those that an object has.</summary>
    public static void Prune(JsonNode? node, Type type) => Prune(node, Options.GetTypeInfo(type));

    /// <summary>JSON Merge Patch (RFC 7396).</summary>
    public static void Merge(JsonObject target, JsonObject patch)
    {
        foreach (var (name, value) in patch)
        {
            if (value is null)
                target.Remove(name);
            else if (value is JsonObject part)
            {
                if (target[name] is not JsonObject known)
                    target[name] = known = [];
                Merge(known, part);
            }
            else
                target[name] = value.DeepClone();
        }
    }

    private static void FindDuplicates(JsonElement element, string path, List<Error> errors)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            var i = 0;
            foreach (var item in element.EnumerateArray())
            {
                var at = $"{path}[{i++}]";
                if (item.ValueKind == JsonValueKind.Null)
                    errors.Add(BodyProblems.NullItem.ToError(at));
                FindDuplicates(item, at, errors);
            }
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            var names = new HashSet<string>();
            foreach (var member in element.EnumerateObject())
            {
                var at = path.Length == 0 ? member.Name : $"{path}.{member.Name}";
                if (!names.Add(member.Name))
                    errors.Add(Fault(BodyProblems.DuplicateMember, at));
                // Read here, so that half a surrogate pair is found.
                if (member.Value.ValueKind == JsonValueKind.String)
                    _ = member.Value.GetString();
                FindDuplicates(member.Value, at, errors);
            }
        }
    }

    private static void FindUnknown(
        JsonNode? node,
        JsonTypeInfo type,
        string path,
        IReadOnlyCollection<string> readOnly,
        List<Error> errors
    )
    {
        if (node is JsonArray array && type.ElementType is { } element)
        {
            for (var i = 0; i < array.Count; i++)
                FindUnknown(array[i], Options.GetTypeInfo(element), $"{path}[{i}]", [], errors);
        }
        else if (node is JsonObject members && type.Kind == JsonTypeInfoKind.Object)
        {
            foreach (var (name, value) in members)
            {
                var at = path.Length == 0 ? name : $"{path}.{name}";
                if (type.Properties.FirstOrDefault(property => property.Name == name) is { } known)
                    FindUnknown(value, Options.GetTypeInfo(known.PropertyType), at, [], errors);
                else if (readOnly.Contains(name))
                    errors.Add(Fault(BodyProblems.ReadOnlyMember, at));
                else
                {
                    var nearest = Nearest.To(name, type.Properties.Select(property => property.Name));
                    errors.Add(
                        BodyProblems.UnknownMember.ToError(
                            at,
                            $"There is no member {Shown(at)}" + (nearest is null ? "." : $"; did you mean {nearest}?"),
                            nearest
                        )
                    );
                }
            }
        }
    }

    private static void Prune(JsonNode? node, JsonTypeInfo type)
    {
        if (node is JsonArray array && type.ElementType is { } element)
        {
            foreach (var item in array)
                Prune(item, Options.GetTypeInfo(element));
        }
        else if (node is JsonObject members && type.Kind == JsonTypeInfoKind.Object)
        {
            foreach (var (name, value) in members.ToList())
            {
                if (type.Properties.FirstOrDefault(property => property.Name == name) is { } known)
                    Prune(value, Options.GetTypeInfo(known.PropertyType));
                else
                    members.Remove(name);
            }
        }
    }

    private static void RemoveNulls(JsonNode? node)
    {
        if (node is JsonArray array)
        {
            foreach (var item in array)
                RemoveNulls(item);
        }
        else if (node is JsonObject members)
        {
            foreach (var (name, value) in members.ToList())
            {
                if (value is null)
                    members.Remove(name);
                else
                    RemoveNulls(value);
            }
        }
    }

    private static Error Malformed(string sentence) => BodyProblems.Malformed.ToError(sentence: sentence);

    private static Error Fault(ProblemCode problem, string field) =>
        problem.ToError(field, problem.Sentence.Replace("{member}", Shown(field), StringComparison.Ordinal));

    /// <summary>A name as an answer may repeat it: short.</summary>
    private static string Shown(string text) => text.Length <= 60 ? text : $"{text[..59]}…";
}
