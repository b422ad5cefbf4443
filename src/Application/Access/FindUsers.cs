using ErrorOr;
using Shared.Application;
using Shared.Application.Lists;

namespace Access.Application;

/// <summary>Finds users by the words of the list grammar.</summary>
public sealed record FindUsers(ListQuery Query) : IQuery<Page<UserItem>>
{
    /// <summary>What the list can be asked for.</summary>
    public static ListWords Words => UserTable.Table.Words;
}

internal sealed class FindUsersHandler(IUserCatalogue catalogue, TimeProvider clock)
    : IQueryHandler<FindUsers, Page<UserItem>>
{
    public async Task<ErrorOr<Page<UserItem>>> Handle(FindUsers query, CancellationToken cancellationToken) =>
        (await catalogue.ReadAsync(cancellationToken))
            .Listing.Find(query.Query, clock.Today())
            .Then(found => found.Page.Select(UserItem.Of));
}
