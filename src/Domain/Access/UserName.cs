using System.Text;
using Shared.Domain;

namespace Access.Domain;

/// <summary>
/// The name that a person signs in with: 1 to 150 letters and digits of any script and <c>@ . + - _</c>, in one word. Two
/// names that compare equal (case, width) are one name.
/// </summary>
public sealed record UserName
{
    /// <summary>The longest name, in Unicode code points.</summary>
    public const int MaxLength = 150;

    private const string Signs = "@.+-_";

    private UserName(string value, string key) => (Value, Key) = (value, key);

    /// <summary>The name as it is shown.</summary>
    public string Value { get; }

    /// <summary>The name as it is compared (<see cref="PlainText.Fold"/>).</summary>
    public string Key { get; }

    /// <summary>Makes a name from what somebody wrote.</summary>
    /// <returns>The name, or failures with codes <c>user.name.*</c>.</returns>
    public static Result<UserName> Create(string? text)
    {
        var (name, failures) = PlainText.Check(text, "user.name", MaxLength);
        if (failures.Count > 0)
            return failures;
        if (!name.EnumerateRunes().All(IsAllowed))
            return UserErrors.NameInvalid;
        name = name.Normalize(NormalizationForm.FormKC);
        return new UserName(name, PlainText.Fold(name));
    }

    public override string ToString() => Value;

    private static bool IsAllowed(Rune rune) =>
        Rune.IsLetterOrDigit(rune) || (rune.IsAscii && Signs.Contains((char)rune.Value));
}
