using ErrorOr;
using Shared.Application;

namespace Access.Application;

/// <summary>Lists all users by name.</summary>
public sealed record ListUsers : IQuery<IReadOnlyList<UserItem>>;

internal sealed class ListUsersHandler(IUserCatalogue catalogue) : IQueryHandler<ListUsers, IReadOnlyList<UserItem>>
{
    public async Task<ErrorOr<IReadOnlyList<UserItem>>> Handle(ListUsers query, CancellationToken cancellationToken) =>
        (await catalogue.ReadAsync(cancellationToken)).All.Select(UserItem.Of).ToList();
}
