using Shared.Domain;

namespace Access.Domain;

/// <summary>
/// What a key is for, in the words of whoever made it: 1 to 100 characters in one line. Several keys may have one name,
/// so that the successor of a key can be called what the key was called.
/// </summary>
public sealed record ApiKeyName
{
    /// <summary>The longest name, in Unicode code points.</summary>
    public const int MaxLength = 100;

    private ApiKeyName(string value) => Value = value;

    /// <summary>The name, with single spaces between its words.</summary>
    public string Value { get; }

    /// <summary>Makes a name from what somebody wrote.</summary>
    /// <returns>The name, or failures with codes <c>api_key.name.*</c>.</returns>
    public static Result<ApiKeyName> Create(string? text)
    {
        // Lists and logs show it in a line, so line ends and the like become spaces.
        var line = text is null ? null : string.Join(' ', text.Split((char[]?)null, Words));
        var (name, failures) = PlainText.Check(line, "api_key.name", MaxLength);
        return failures.Count > 0 ? failures : new ApiKeyName(name);
    }

    public override string ToString() => Value;

    private const StringSplitOptions Words = StringSplitOptions.RemoveEmptyEntries;
}
