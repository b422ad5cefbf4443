using System.Text.Json.Nodes;

namespace Architecture.Tests.Documents;

/// <summary>
/// What in a newer OpenAPI document would break a client of an older one. A client sends what the old one allows and
/// understands what the old one promises: nothing may be taken away from either.
/// </summary>
internal static class BreakingChanges
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "patch"];

    /// <summary>The breaking changes, each as a sentence; none when every client goes on.</summary>
    public static IReadOnlyList<string> Between(JsonObject old, JsonObject made)
    {
        var found = new List<string>();
        foreach (var (path, item) in Members(old["paths"]))
        {
            if (made["paths"]?[path] is not JsonObject now)
            {
                found.Add($"The path {path} is gone.");
                continue;
            }
            foreach (var (method, operation) in Members(item).Where(member => Methods.Contains(member.Key)))
            {
                var place = $"{method.ToUpperInvariant()} {path}";
                if (now[method] is JsonObject operationNow)
                    found.AddRange(InOperation(place, new(old, operation), new(made, operationNow)));
                else
                    found.Add($"{place} is gone.");
            }
        }
        return found;
    }

    private static IEnumerable<string> InOperation(string place, Node old, Node made)
    {
        if (Text(old, "operationId") != Text(made, "operationId"))
            yield return $"{place}: the operation id is another one.";

        var (before, now) = (ParametersOf(old), ParametersOf(made));
        foreach (var (name, parameter) in before)
        {
            if (!now.TryGetValue(name, out var other))
                yield return $"{place}: the parameter {name} is gone.";
            else
            {
                if (!IsTrue(parameter, "required") && IsTrue(other, "required"))
                    yield return $"{place}: the parameter {name} has become required.";
                foreach (
                    var change in InSchema($"{place}: {name}", parameter["schema"], other["schema"], isSent: true, [])
                )
                    yield return change;
            }
        }
        foreach (var (name, parameter) in now.Where(parameter => !before.ContainsKey(parameter.Key)))
        {
            if (IsTrue(parameter, "required"))
                yield return $"{place}: the new parameter {name} is required.";
        }

        if (old["requestBody"] is null && made["requestBody"] is { } added && IsTrue(added, "required"))
            yield return $"{place}: a body has become required.";
        foreach (var change in InContent($"{place}: the body", old["requestBody"], made["requestBody"], isSent: true))
            yield return change;

        foreach (var (status, response) in Children(old["responses"]))
        {
            if (made["responses"]?[status] is not { } responseNow)
                yield return $"{place}: the status {status} is gone.";
            else
            {
                foreach (var change in InContent($"{place}: {status}", response, responseNow, isSent: false))
                    yield return change;
            }
        }
    }

    private static IEnumerable<string> InContent(string place, Node? old, Node? made, bool isSent)
    {
        foreach (var (type, content) in Children(old?["content"]))
        {
            if (made?["content"]?[type] is not { } now)
                yield return $"{place} is no longer {type}.";
            else
            {
                foreach (var change in InSchema(place, content["schema"], now["schema"], isSent, []))
                    yield return change;
            }
        }
    }

    /// <param name="place">Where the schema stands.</param>
    /// <param name="old">The schema that clients know.</param>
    /// <param name="made">The schema that would take its place.</param>
    /// <param name="isSent">Whether clients send it (it may allow more) or get it (it may promise more).</param>
    /// <param name="seen">The schemas on the way here, since a schema may refer to itself.</param>
    private static IEnumerable<string> InSchema(
        string place,
        Node? old,
        Node? made,
        bool isSent,
        IReadOnlyList<string> seen
    )
    {
        if (old is null || made is null)
            yield break;
        var id = old.Value.ToJsonString();
        if (seen.Contains(id))
            yield break;
        IReadOnlyList<string> deeper = [.. seen, id];

        var (before, now) = (TypesOf(old), TypesOf(made));
        var (narrow, wide) = isSent ? (before, now) : (now, before);
        if (wide.Count > 0 && !narrow.IsSubsetOf(wide))
            yield return $"{place}: the type was {string.Join(" or ", before)} and is {string.Join(" or ", now)}.";
        if (Text(old, "format") != Text(made, "format"))
            yield return $"{place}: the format is another one.";

        var (words, wordsNow) = (WordsOf(old), WordsOf(made));
        if (isSent && wordsNow.Count > 0 && !(words.Count > 0 && words.IsSubsetOf(wordsNow)))
            yield return $"{place}: fewer values are taken.";
        if (!isSent && words.Count > 0 && !(wordsNow.Count > 0 && wordsNow.IsSubsetOf(words)))
            yield return $"{place}: values may come that clients do not know.";

        var (required, requiredNow) = (RequiredOf(old), RequiredOf(made));
        foreach (var name in (isSent ? requiredNow.Except(required) : required.Except(requiredNow)).Order())
            yield return isSent ? $"{place}.{name} has become required." : $"{place}.{name} is no longer certain.";
        foreach (var (name, member) in Children(old["properties"]))
        {
            if (made["properties"]?[name] is not { } memberNow)
                yield return $"{place}.{name} is gone.";
            else
            {
                foreach (var change in InSchema($"{place}.{name}", member, memberNow, isSent, deeper))
                    yield return change;
            }
        }
        foreach (var part in (string[])["items", "additionalProperties"])
        {
            foreach (var change in InSchema($"{place}[]", old[part], made[part], isSent, deeper))
                yield return change;
        }
        foreach (var (which, alternative) in Children(old["oneOf"]))
        {
            if (made["oneOf"]?[which] is not { } alternativeNow)
                yield return $"{place}: an alternative is gone.";
            else
            {
                foreach (var change in InSchema(place, alternative, alternativeNow, isSent, deeper))
                    yield return change;
            }
        }
    }

    private static Dictionary<string, Node> ParametersOf(Node operation) =>
        Children(operation["parameters"])
            .Select(child => child.Value)
            .ToDictionary(parameter => $"{Text(parameter, "name")} ({Text(parameter, "in")})");

    private static HashSet<string> TypesOf(Node? schema) => WordsIn(schema?["type"]);

    private static HashSet<string> WordsOf(Node? schema) => WordsIn(schema?["enum"]);

    private static HashSet<string> RequiredOf(Node? schema) => WordsIn(schema?["required"]);

    private static HashSet<string> WordsIn(Node? node) =>
        node?.Value switch
        {
            JsonArray array => [.. array.Select(item => item?.ToString() ?? "null")],
            JsonValue value => [value.ToString()],
            _ => [],
        };

    private static string? Text(Node? node, string member) => node?[member]?.Value.ToString();

    private static bool IsTrue(Node node, string member) => Text(node, member) == "true";

    private static IEnumerable<KeyValuePair<string, JsonNode>> Members(JsonNode? node) =>
        node is JsonObject members
            ? members
                .Where(member => member.Value is not null)
                .Select(member => new KeyValuePair<string, JsonNode>(member.Key, member.Value!))
            : [];

    private static IEnumerable<(string Name, Node Value)> Children(Node? node) =>
        node?.Value switch
        {
            JsonObject members => Members(members).Select(member => (member.Key, node.Of(member.Value))),
            JsonArray items => items.OfType<JsonNode>().Select((item, i) => ($"{i}", node.Of(item))),
            _ => [],
        };

    /// <summary>A part of a document. References are followed.</summary>
    private sealed record Node
    {
        private readonly JsonObject document;

        public Node(JsonObject document, JsonNode value)
        {
            this.document = document;
            while (value is JsonObject members && members["$ref"] is { } reference)
                value = reference.ToString().Split('/').Skip(1).Aggregate((JsonNode)document, (at, name) => at[name]!);
            Value = value;
        }

        public JsonNode Value { get; }

        public Node? this[string member] =>
            Value switch
            {
                JsonObject members => members[member] is { } found ? Of(found) : null,
                JsonArray items => int.TryParse(member, out var i) && i < items.Count && items[i] is { } found
                    ? Of(found)
                    : null,
                _ => null,
            };

        public Node Of(JsonNode value) => new(document, value);
    }
}
