using Access.Domain;
using Shared.Domain;

namespace Access.Application;

/// <summary>Which passwords may be chosen. Nothing is asked of their composition: that makes passwords worse.</summary>
internal static class PasswordPolicy
{
    /// <summary>What is wrong with a password that somebody chooses.</summary>
    /// <param name="common">The passwords that are tried first.</param>
    /// <param name="text">What they typed.</param>
    /// <param name="name">The name of the user.</param>
    /// <param name="email">The address of the user.</param>
    /// <param name="isBesidePasskey">Whether the user has a passkey.</param>
    public static List<Failure> Failures(
        this ICommonPasswords common,
        string? text,
        string? name,
        string? email,
        bool isBesidePasskey = false
    )
    {
        var chosen = Password.Create(text, isBesidePasskey);
        if (!chosen.IsSuccess)
            return [.. chosen.Failures];
        var password = chosen.Value;
        return
            password.IsOneCharacter
            || new[] { name, email }.OfType<string>().Any(password.Is)
            || common.Contains(password)
            ? [UserErrors.CommonPassword]
            : [];
    }
}
