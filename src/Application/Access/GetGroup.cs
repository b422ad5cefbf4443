using Access.Domain;
using ErrorOr;
using Shared.Application;

namespace Access.Application;

/// <summary>A group by identity.</summary>
public sealed record GetGroup(string? Id) : IQuery<GroupItem>;

internal sealed class GetGroupHandler(IGroupCatalogue catalogue) : IQueryHandler<GetGroup, GroupItem>
{
    public async Task<ErrorOr<GroupItem>> Handle(GetGroup query, CancellationToken cancellationToken) =>
        Guid.TryParse(query.Id, out var id)
        && (await catalogue.ReadAsync(cancellationToken)).Find(new GroupId(id)) is { } group
            ? GroupItem.Of(group)
            : GroupErrors.NotFound.ToError();
}
