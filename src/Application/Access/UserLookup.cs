using Access.Domain;

namespace Access.Application;

/// <summary>Finds users by what somebody wrote.</summary>
internal static class UserLookup
{
    /// <summary>The user with an id; none where the text is no id.</summary>
    public static Task<User?> FindAsync(this IUserRepository users, string? id, CancellationToken cancellationToken) =>
        Guid.TryParse(id, out var value)
            ? users.FindAsync(new UserId(value), cancellationToken)
            : Task.FromResult<User?>(null);

    /// <summary>The user with an id or a name.</summary>
    public static async Task<User?> FindByKeyAsync(
        this IUserRepository users,
        string? key,
        CancellationToken cancellationToken
    ) =>
        await users.FindAsync(key, cancellationToken)
        ?? (
            UserName.Create(key) is { IsSuccess: true } name
                ? await users.FindAsync(name.Value, cancellationToken)
                : null
        );
}
