using Access.Domain;
using Shared.Domain;

namespace Access.Application;

/// <summary>What somebody says of a user, as it was given.</summary>
/// <param name="Name">The name to sign in with.</param>
/// <param name="Email">The address for mail; nothing or a blank for none.</param>
/// <param name="IsActive">Whether the user may sign in.</param>
/// <param name="IsStaff">Whether the user may enter the administration.</param>
/// <param name="IsSuperuser">Whether the user may do everything.</param>
/// <param name="Groups">Ids of groups.</param>
/// <param name="Permissions">What the user may do beside the permissions of the groups: <c>countries:change</c>.</param>
public sealed record UserDraft(
    string? Name,
    string? Email,
    bool IsActive,
    bool IsStaff,
    bool IsSuperuser,
    IReadOnlyList<string> Groups,
    IReadOnlyList<string> Permissions
)
{
    private const int MostItems = 200;

    /// <summary>Everything that is wrong with the draft by itself.</summary>
    internal static List<Failure> Check(UserDraft draft) => draft.Read().Failures;

    /// <summary>What the draft says, once it was checked.</summary>
    internal UserFacts ToFacts() => Read().Facts;

    private (UserFacts Facts, List<Failure> Failures) Read()
    {
        var checks = new Checks("user");
        var facts = new UserFacts(
            checks.Value("name", UserName.Create(Name)),
            string.IsNullOrWhiteSpace(Email) ? null : checks.Value("email", EmailAddress.Create(Email)),
            IsActive,
            IsStaff,
            IsSuperuser,
            GroupIds(checks),
            PermissionList.Read(checks, Permissions)
        );
        return (facts, checks.Failures);
    }

    private IReadOnlyList<GroupId> GroupIds(Checks checks)
    {
        checks.Each(
            "groups",
            Groups,
            MostItems,
            (path, text) =>
            {
                if (!Guid.TryParse(text, out _))
                    checks.Fail(path, code => MemberErrors.Invalid(code, "The id of a group is a UUID."));
                return text;
            }
        );
        return [.. Groups.Where(text => Guid.TryParse(text, out _)).Select(text => new GroupId(Guid.Parse(text)))];
    }
}

/// <summary>Reads permissions that somebody wrote.</summary>
internal static class PermissionList
{
    private const int MostItems = 1000;

    public static IReadOnlyList<Permission> Read(Checks checks, IReadOnlyList<string> permissions)
    {
        var read = new List<Permission>();
        checks.Each(
            "permissions",
            permissions,
            MostItems,
            (path, text) =>
            {
                read.Add(checks.Value(path, Permission.Create(text)));
                return text;
            }
        );
        return read;
    }
}
