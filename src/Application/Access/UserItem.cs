namespace Access.Application;

/// <summary>A user as lists and forms show it: nothing that would help to sign in as them.</summary>
/// <param name="Id">The identity.</param>
/// <param name="Version">The version, for an edit.</param>
/// <param name="Name">The name to sign in with.</param>
/// <param name="Email">The address for mail.</param>
/// <param name="IsActive">Whether the user may sign in.</param>
/// <param name="IsStaff">Whether the user may enter the administration.</param>
/// <param name="IsSuperuser">Whether the user may do everything.</param>
/// <param name="Groups">Ids of groups.</param>
/// <param name="Permissions">What the user may do beside the permissions of the groups.</param>
/// <param name="HasPassword">Whether there is a password.</param>
/// <param name="PasswordChangedAt">When it was chosen.</param>
/// <param name="Passkeys">How many passkeys there are.</param>
/// <param name="CreatedAt">When the user was made.</param>
public sealed record UserItem(
    string Id,
    long Version,
    string Name,
    string? Email,
    bool IsActive,
    bool IsStaff,
    bool IsSuperuser,
    IReadOnlyList<string> Groups,
    IReadOnlyList<string> Permissions,
    bool HasPassword,
    DateTimeOffset? PasswordChangedAt,
    int Passkeys,
    DateTimeOffset CreatedAt
)
{
    internal static UserItem Of(UserRecord user) =>
        new(
            user.Id.ToString(),
            user.Version,
            user.Name,
            user.Email,
            user.IsActive,
            user.IsStaff,
            user.IsSuperuser,
            [.. user.Groups.Select(group => group.ToString())],
            user.Permissions,
            user.HasPassword,
            user.PasswordChangedAt,
            user.Passkeys.Count,
            user.CreatedAt
        );
}
