namespace Shared.Domain;

/// <summary>
/// Says what whoever meets a failure can do about it. Every failure of a catalogue (a static class whose name ends in
/// Errors) has one; the page docs/errors.md is made of both.
/// </summary>
/// <param name="sentence">One English sentence, an advice.</param>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Method)]
public sealed class RemedyAttribute(string sentence) : Attribute
{
    /// <summary>The sentence.</summary>
    public string Sentence { get; } = sentence;
}
