using Shared.Domain;

namespace Access.Domain;

/// <summary>
/// One thing that a key may do: an action on a resource, <c>countries:write</c>. There is no wildcard: a key may do what
/// was written down for it and nothing that a later version adds.
/// </summary>
public sealed record Scope
{
    /// <summary>The longest scope.</summary>
    public const int MaxLength = 100;

    private Scope(string value) => Value = value;

    /// <summary>The scope as it is written.</summary>
    public string Value { get; }

    /// <summary>Makes a scope from what somebody wrote.</summary>
    /// <returns>The scope, or the failure <c>api_key.scope.invalid</c>.</returns>
    public static Result<Scope> Create(string? text) =>
        text?.Trim() is { } scope && Permission.IsWritten(scope, MaxLength)
            ? new Scope(scope)
            : ApiKeyErrors.ScopeInvalid;

    public override string ToString() => Value;
}
