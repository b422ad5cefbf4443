using Access.Application;
using ErrorOr;
using Shared.Api.Admin;
using Shared.Api.V1;
using Shared.Application.Lists;

namespace Access.Api.Admin;

/// <summary>What the form of a user says. A password is given once; later it has pages of its own.</summary>
internal sealed record UserRequest
{
    public string? Name { get; init; }
    public string? Email { get; init; }
    public string? Password { get; init; }
    public bool Active { get; init; }
    public bool Staff { get; init; }
    public bool Superuser { get; init; }
    public IReadOnlyList<string> Groups { get; init; } = [];
    public IReadOnlyList<string> Permissions { get; init; } = [];

    /// <summary>Without the password, which must not get into a log.</summary>
    public override string ToString() => $"{nameof(UserRequest)} {Name}";

    public UserDraft ToDraft() => new(Name, Email, Active, Staff, Superuser, Groups, Permissions);
}

/// <summary>The users in the admin.</summary>
internal static class UserAdmin
{
    private static readonly Shape<UserItem> User = new("user")
    {
        { "id", "The identity.", user => user.Id },
        { "name", "The name to sign in with.", user => user.Name },
        { "email", "The address for mail, if there is one.", user => user.Email },
        { "active", "Whether the user may sign in. Take this away in the place of deleting.", user => user.IsActive },
        { "staff", "Whether the user may enter the admin.", user => user.IsStaff },
        { "superuser", "Whether the user may do everything, whatever the permissions say.", user => user.IsSuperuser },
        { "groups", "The user may do what the groups may do.", user => user.Groups },
        { "permissions", "What the user may do besides.", user => user.Permissions },
        { "createdAt", "When the user was added.", user => user.CreatedAt },
    };

    public static readonly AdminResource<UserRequest, UserItem> Users = new("access/users", "user", "users", User)
    {
        Permission = "users",
        Key = user => user.Id,
        Title = user => user.Name,
        Version = user => user.Version,
        Columns = ["name", "email", "active", "staff", "superuser", "createdAt"],
        Words = FindUsers.Words,
        Blank = () => new UserRequest { Active = true, Staff = true },
        Form =
        [
            new(
                "",
                new Field("name"),
                new Field("email"),
                new Field("password")
                {
                    IsSecret = true,
                    IsForNew = true,
                    Help = "15 characters or more; several words in a row are fine. Its owner can change it.",
                }
            ),
            new(
                "Permissions",
                new Field("active"),
                new Field("staff"),
                new Field("superuser"),
                new Field("groups") { Offer = OfferGroupsAsync },
                new Field("permissions") { Offer = call => call.OfferPermissionsAsync() }
            ),
        ],
        GoesWith = user =>
            user.Passkeys > 0
                ? ["all sessions of the user", Wording.Count(user.Passkeys, "passkey", "passkeys")]
                : ["all sessions of the user"],
        List = (call, query) => call.SendAsync(new FindUsers(query)),
        Find = (call, id) => call.SendAsync(new GetUser(id)),
        Add = (call, body) =>
            call.SendAsync(new CreateUser(body.ToDraft(), body.Password))
                .ThenAsync(user => call.SendAsync(new GetUser(user.Id))),
        Change = (call, id, version, body) =>
            call.SendAsync(new EditUser(id, version, body.ToDraft())).ThenAsync(_ => call.SendAsync(new GetUser(id))),
        Delete = (call, id, version) => call.SendAsync(new RemoveUser(id, version)),
        History = (call, id, query) => call.ReadHistoryAsync("Access", "user", id, query),
        Pages = [new("password", "Set password", UserPassword.ShowAsync, UserPassword.SetAsync)],
    };

    private static async Task<IReadOnlyList<Choice>> OfferGroupsAsync(AdminCall call)
    {
        var groups = await call.SendAsync(new FindGroups(new ListQuery { Limit = ListQuery.MostItems }));
        return groups.IsError ? [] : [.. groups.Value.Items.Select(group => new Choice(group.Id, group.Name))];
    }
}
