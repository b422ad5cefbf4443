using Shared.Domain;

namespace Access.Domain;

/// <summary>What a group is called: 1 to 150 characters.</summary>
public sealed record GroupName
{
    /// <summary>The longest name, in Unicode code points.</summary>
    public const int MaxLength = 150;

    private const string Subject = "group.name";

    private GroupName(string value, string key) => (Value, Key) = (value, key);

    /// <summary>The name as it is shown.</summary>
    public string Value { get; }

    /// <summary>The name as it is compared (<see cref="PlainText.Fold"/>).</summary>
    public string Key { get; }

    /// <summary>Makes a name from what somebody wrote.</summary>
    /// <returns>The name, or failures with codes <c>group.name.*</c>.</returns>
    public static Result<GroupName> Create(string? text)
    {
        var (name, failures) = PlainText.Check(text, Subject, MaxLength);
        if (failures.Count > 0)
            return failures;
        var key = PlainText.Fold(name);
        return key.Length > 0 ? new GroupName(name, key) : TextErrors.Invisible(Subject);
    }

    public override string ToString() => Value;
}
