using Shared.Domain;

namespace Access.Domain;

/// <summary>
/// One thing that a person may do: an action on a resource, <c>countries:change</c>. The actions are <c>view</c>,
/// <c>add</c>, <c>change</c> and <c>delete</c>. There is no wildcard; who may do everything is a superuser.
/// </summary>
public sealed record Permission
{
    /// <summary>The longest permission.</summary>
    public const int MaxLength = 100;

    /// <summary>What can be done to a resource.</summary>
    public static readonly IReadOnlyList<string> Actions = ["view", "add", "change", "delete"];

    private Permission(string value) => Value = value;

    /// <summary>The permission as it is written.</summary>
    public string Value { get; }

    /// <summary>Makes a permission from what somebody wrote.</summary>
    /// <returns>The permission, or the failure <c>permission.invalid</c>.</returns>
    public static Result<Permission> Create(string? text) =>
        text?.Trim() is { } permission
        && IsWritten(permission, MaxLength)
        && Actions.Contains(permission[(permission.IndexOf(':', StringComparison.Ordinal) + 1)..])
            ? new Permission(permission)
            : UserErrors.PermissionInvalid;

    public override string ToString() => Value;

    /// <summary>Whether a text is a resource and an action in small letters.</summary>
    internal static bool IsWritten(string text, int maxLength) =>
        text.Length <= maxLength && text.Split(':') is [var resource, var action] && IsWord(resource) && IsWord(action);

    private static bool IsWord(string text) =>
        text.Length > 0
        && char.IsAsciiLetterLower(text[0])
        && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
