namespace Shared.Domain;

/// <summary>An expected failure: a value with a stable code, never an exception and never an HTTP status.</summary>
/// <param name="Code">The stable code, dotted, such as <c>country.name.too_long</c>. Clients may branch on it.</param>
/// <param name="Kind">What sort of failure it is; each adapter decides what that means in its protocol.</param>
/// <param name="Message">One English sentence that says what is wrong and, where it helps, what would be right.</param>
public sealed record Failure(string Code, FailureKind Kind, string Message)
{
    /// <summary>The property that is at fault, as the command names it; <see langword="null"/> when it is no single one.</summary>
    public string? Field { get; init; }

    /// <summary>The figure or character that the sentence speaks of (a limit, a code point), for adapters with sentences of their own.</summary>
    public string? Detail { get; init; }

    /// <summary>The known value nearest to the one that is not known: what was probably meant.</summary>
    public string? Nearest { get; init; }

    /// <summary>After how many seconds another try may succeed, where too many do the same at once or one does it too often.</summary>
    public int? Wait { get; init; }
}

/// <summary>The sorts of expected failure.</summary>
public enum FailureKind
{
    /// <summary>The input breaks a rule, whatever is stored.</summary>
    Invalid,

    /// <summary>What was asked for does not exist.</summary>
    NotFound,

    /// <summary>The input is fine by itself but clashes with what is stored.</summary>
    Conflict,
}
