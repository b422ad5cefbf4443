using System.Text.Json.Nodes;

namespace Shared.Api.V1;

/// <summary>A resource that can be written.</summary>
/// <typeparam name="TDraft">What a client says of it: the type of the bodies.</typeparam>
/// <typeparam name="TView">What a client is shown of it.</typeparam>
/// <param name="Module">The module that it belongs to.</param>
/// <param name="Shape">The shape in which it is shown.</param>
/// <param name="PathOf">Where it stands.</param>
/// <param name="Prepare">Brings short forms in a body into the long one.</param>
public sealed record WritableResource<TDraft, TView>(
    string Module,
    Shape<TView> Shape,
    Func<TView, string> PathOf,
    Action<JsonObject> Prepare
)
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

    /// <summary>What is shown and not written: derived members, the identity and the version.</summary>
    internal IReadOnlyCollection<string> ReadOnly { get; } = [.. Shape.Members.Select(member => member.Name)];
}
