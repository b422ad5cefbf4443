using Shared.Domain;

namespace Access.Domain;

/// <summary>All that others say of a user, in one piece: what an edit changes and the history tells. No secret is among it.</summary>
/// <param name="Name">The name to sign in with.</param>
/// <param name="Email">The address for mail.</param>
/// <param name="IsActive">Whether the user may sign in, and is let in with a session.</param>
/// <param name="IsStaff">Whether the user may enter the administration.</param>
/// <param name="IsSuperuser">Whether the user may do everything.</param>
/// <param name="Groups">The groups of which the user has the permissions too.</param>
/// <param name="Permissions">What the user may do beside that.</param>
public sealed record UserFacts(
    UserName Name,
    EmailAddress? Email,
    bool IsActive,
    bool IsStaff,
    bool IsSuperuser,
    IReadOnlyList<GroupId> Groups,
    IReadOnlyList<Permission> Permissions
)
{
    /// <summary>The members.</summary>
    internal static readonly IReadOnlyList<Member<UserFacts>> Members =
    [
        new("name", facts => facts.Name.Value, (facts, other) => facts with { Name = other.Name }),
        new("email", facts => facts.Email?.Value, (facts, other) => facts with { Email = other.Email }),
        new("active", facts => facts.IsActive, (facts, other) => facts with { IsActive = other.IsActive }),
        new("staff", facts => facts.IsStaff, (facts, other) => facts with { IsStaff = other.IsStaff }),
        new("superuser", facts => facts.IsSuperuser, (facts, other) => facts with { IsSuperuser = other.IsSuperuser }),
        new(
            "groups",
            facts => facts.Groups.Select(group => group.ToString()).ToArray(),
            (facts, other) => facts with { Groups = other.Groups }
        ),
        new(
            "permissions",
            facts => facts.Permissions.Select(permission => permission.Value).ToArray(),
            (facts, other) => facts with { Permissions = other.Permissions }
        ),
    ];

    /// <summary>The same in the one form that it is stored in: no doubles, in order; a superuser is staff.</summary>
    internal UserFacts Tidied() =>
        this with
        {
            IsStaff = IsStaff || IsSuperuser,
            Groups = [.. Groups.Distinct().OrderBy(group => group.Value)],
            Permissions = [.. Permissions.Distinct().OrderBy(permission => permission.Value, StringComparer.Ordinal)],
        };
}
