using Access.Application;
using ErrorOr;
using Shared.Api.Admin;
using Shared.Api.V1;

namespace Access.Api.Admin;

/// <summary>What the form of a group says.</summary>
internal sealed record GroupRequest
{
    public string? Name { get; init; }
    public IReadOnlyList<string> Permissions { get; init; } = [];

    public GroupDraft ToDraft() => new(Name, Permissions);
}

/// <summary>The groups in the admin.</summary>
internal static class GroupAdmin
{
    private static readonly Shape<GroupItem> Group = new("group")
    {
        { "id", "The identity.", group => group.Id },
        { "name", "The name.", group => group.Name },
        { "permissions", "What its users may do.", group => group.Permissions },
    };

    public static readonly AdminResource<GroupRequest, GroupItem> Groups = new(
        "access/groups",
        "group",
        "groups",
        Group
    )
    {
        Permission = "groups",
        Key = group => group.Id,
        Title = group => group.Name,
        Version = group => group.Version,
        Columns = ["name", "permissions"],
        Words = FindGroups.Words,
        Form = [new("", new Field("name"), new Field("permissions") { Offer = call => call.OfferPermissionsAsync() })],
        List = (call, query) => call.SendAsync(new FindGroups(query)),
        Find = (call, id) => call.SendAsync(new GetGroup(id)),
        Add = (call, body) =>
            call.SendAsync(new CreateGroup(body.ToDraft())).ThenAsync(group => call.SendAsync(new GetGroup(group.Id))),
        Change = (call, id, version, body) =>
            call.SendAsync(new EditGroup(id, version, body.ToDraft())).ThenAsync(_ => call.SendAsync(new GetGroup(id))),
        Delete = (call, id, version) => call.SendAsync(new RemoveGroup(id, version)),
        History = (call, id, query) => call.ReadHistoryAsync("Access", "group", id, query),
    };
}
