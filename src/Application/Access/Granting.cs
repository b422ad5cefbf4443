using Access.Domain;
using ErrorOr;
using Shared.Application;

namespace Access.Application;

/// <summary>
/// Who may hand permissions on: a superuser any of them, everybody else what they have themselves. So nobody comes to more
/// by way of another account.
/// </summary>
internal static class Granting
{
    /// <summary>What forbids the caller to change a user to what is now said of them.</summary>
    /// <param name="caller">Who does it.</param>
    /// <param name="before">The user as it was; <see langword="null"/> for a new one.</param>
    /// <param name="after">What is now said; <see langword="null"/> where the user goes.</param>
    /// <param name="joined">The groups that the user newly joins.</param>
    public static Error? RefusalOf(this ICaller caller, User? before, UserFacts? after, IReadOnlyList<Group> joined)
    {
        if (caller.MayDoEverything)
            return null;
        if (before is { IsSuperuser: true } || after is { IsSuperuser: true })
            return UserErrors.SuperusersOnly.ToError();
        return caller.FirstNotHeld([
            .. (after?.Permissions ?? []).Except(before?.Permissions ?? []),
            .. joined.SelectMany(group => group.Permissions),
        ]);
    }

    /// <summary>What forbids the caller to set the password of a user, who can be signed in as with it.</summary>
    /// <param name="caller">Who does it.</param>
    /// <param name="user">Whose password it is.</param>
    /// <param name="theirs">The groups of the user.</param>
    public static Error? RefusalOf(this ICaller caller, User user, IReadOnlyList<Group> theirs)
    {
        if (user.IsSuperuser && !caller.MayDoEverything)
            return UserErrors.SuperusersOnly.ToError();
        return caller.Missing([.. user.Permissions, .. theirs.SelectMany(group => group.Permissions)]) is { } missing
            ? UserErrors.MayDoMore(missing).ToError()
            : null;
    }

    /// <summary>What forbids the caller to give these permissions.</summary>
    public static Error? FirstNotHeld(this ICaller caller, IEnumerable<Permission> given) =>
        caller.Missing(given) is { } missing ? UserErrors.NotYoursToGive(missing).ToError() : null;

    private static string? Missing(this ICaller caller, IEnumerable<Permission> asked) =>
        asked.FirstOrDefault(permission => !caller.May(permission.Value))?.Value;
}
