using Shared.Domain;

namespace Gadgets.Domain;

/// <summary>The name of a gadget: 1 to 100 characters, trimmed.</summary>
public sealed record GadgetName
{
    /// <summary>The longest name, in Unicode code points.</summary>
    public const int MaxLength = 100;

    private GadgetName(string value) => Value = value;

    /// <summary>The name as it is shown.</summary>
    public string Value { get; }

    /// <summary>Makes a name from what somebody wrote.</summary>
    /// <returns>The name, or failures with codes <c>gadget_code.name.*</c>.</returns>
    public static Result<GadgetName> Create(string? text)
    {
        var (name, failures) = PlainText.Check(text, "gadget_code.name", MaxLength);
        return failures.Count > 0 ? failures : new GadgetName(name);
    }

    public override string ToString() => Value;
}
