using System.Text.Json.Nodes;

namespace Shared.Api.V1;

/// <summary>A resource that can be written.</summary>
/// <typeparam name="TDraft">What a client says of it: the type of the bodies.</typeparam>
/// <typeparam name="TView">What a client is shown of it.</typeparam>
/// <param name="Module">The module that it belongs to.</param>
/// <param name="Shape">The shape in which it is shown.</param>
/// <param name="PathOf">Where it stands.</param>
public sealed record WritableResource<TDraft, TView>(string Module, Shape<TView> Shape, Func<TView, string> PathOf)
{
    private const string Empty = "{}";

    /// <summary>A body that makes a record: JSON, for the documents.</summary>
    public string Example { get; init; } = Empty;

    /// <summary>A body that writes a record anew: JSON, for the documents.</summary>
    public string ReplaceExample { get; init; } = Empty;

    /// <summary>A body that changes a record: JSON, for the documents.</summary>
    public string PatchExample { get; init; } = Empty;

    /// <summary>The members that a whole record must have.</summary>
    public IReadOnlyList<string> Required { get; init; } = [];

    /// <summary>The members that a new record must have besides, and that are fixed afterwards.</summary>
    public IReadOnlyList<string> RequiredOnce { get; init; } = [];

    /// <summary>
    /// Lists of parts that can be given by one member alone: <c>["GBP"]</c> for <c>[{"code":"GBP"}]</c>. The names of the
    /// list and of the member.
    /// </summary>
    public IReadOnlyList<(string List, string Member)> ShortForms { get; init; } = [];

    /// <summary>What is shown and not written: derived members, the identity and the version.</summary>
    internal IReadOnlyCollection<string> ReadOnly { get; } = [.. Shape.Members.Select(member => member.Name)];

    /// <summary>Brings the short forms in a body into the long one.</summary>
    internal void Prepare(JsonObject body)
    {
        foreach (var (list, member) in ShortForms)
        {
            if (body[list] is not JsonArray items)
                continue;
            for (var i = 0; i < items.Count; i++)
            {
                if (items[i] is JsonValue item && item.TryGetValue<string>(out var text))
                    items[i] = new JsonObject { [member] = text };
            }
        }
    }
}
