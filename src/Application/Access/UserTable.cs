using Shared.Application.Lists;

namespace Access.Application;

/// <summary>What a list of users can be asked for.</summary>
internal static class UserTable
{
    private static readonly string[] YesOrNo = ["true", "false"];

    public static readonly ListTable<UserRecord> Table = new()
    {
        Key = user => user.Id.ToString(),
        Names = user => user.SearchNames,
        DefaultSort = "name",
        Filters =
        [
            Flag("active", "Whether the user may sign in.", user => user.IsActive),
            Flag("staff", "Whether the user may enter the administration.", user => user.IsStaff),
            Flag("superuser", "Whether the user may do everything.", user => user.IsSuperuser),
            new("group", "Id of a group.", (user, _) => user.Groups.Select(group => group.ToString())),
        ],
        SortKeys =
        [
            new("name", (user, _) => SortValue.OfName(user.Name)),
            new("email", (user, _) => SortValue.OfName(user.Email)),
            new("createdAt", (user, _) => SortValue.Of(user.CreatedAt.UtcTicks)),
        ],
    };

    private static Filter<UserRecord> Flag(string name, string description, Func<UserRecord, bool> value) =>
        new(name, description, (user, _) => [YesOrNo[value(user) ? 0 : 1]]) { Known = YesOrNo };
}
