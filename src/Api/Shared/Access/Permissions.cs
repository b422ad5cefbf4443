using System.Security.Claims;

namespace Shared.Api.Access;

/// <summary>
/// What a caller may do. A permission is a resource and an action: <c>countries:change</c>. The actions are
/// <c>view</c>, <c>add</c>, <c>change</c> and <c>delete</c>; <c>write</c> stands for the last three together.
/// </summary>
public static class Permissions
{
    /// <summary>The claim of a caller that holds a permission; there is one for each.</summary>
    public const string Claim = "permission";

    /// <summary>The claim of a caller that may do everything.</summary>
    public const string EverythingClaim = "everything";

    private const string Write = "write";
    private static readonly string[] Writes = ["add", "change", "delete"];

    /// <summary>Whether the caller may do it.</summary>
    /// <param name="caller">The caller.</param>
    /// <param name="permission">A resource and an action: <c>countries:change</c>.</param>
    public static bool May(this ClaimsPrincipal caller, string permission)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(permission);
        if (caller.HasClaim(Claim, permission) || caller.HasClaim(claim => claim.Type == EverythingClaim))
            return true;
        return permission.Split(':') is [var resource, var action]
            && Writes.Contains(action)
            && caller.HasClaim(Claim, $"{resource}:{Write}");
    }
}
