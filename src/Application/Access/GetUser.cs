using Access.Domain;
using ErrorOr;
using Shared.Application;

namespace Access.Application;

/// <summary>A user by identity.</summary>
public sealed record GetUser(string? Id) : IQuery<UserItem>;

internal sealed class GetUserHandler(IUserCatalogue catalogue) : IQueryHandler<GetUser, UserItem>
{
    public async Task<ErrorOr<UserItem>> Handle(GetUser query, CancellationToken cancellationToken) =>
        Guid.TryParse(query.Id, out var id)
        && (await catalogue.ReadAsync(cancellationToken)).Find(new UserId(id)) is { } user
            ? UserItem.Of(user)
            : UserErrors.NotFound.ToError();
}
