using Access.Domain;
using Microsoft.EntityFrameworkCore;
using Shared.Infrastructure.DataAccess;

namespace Access.Infrastructure.DataAccess;

internal sealed class UserRepository(AccessDbContext context, ITurn<AccessDbContext> turn) : IUserRepository
{
    public Task<User?> FindAsync(UserId id, CancellationToken cancellationToken) =>
        context.Users.SingleOrDefaultAsync(user => user.Id == id, cancellationToken);

    public Task<User?> FindAsync(UserName name, CancellationToken cancellationToken) =>
        context.Users.SingleOrDefaultAsync(user => user.NameKey == name.Key, cancellationToken);

    public async Task<bool> AnotherSuperuserIsActiveAsync(UserId except, CancellationToken cancellationToken)
    {
        // Of two superusers who take each other's rights away at once, the second one must see what the first one did.
        await turn.TakeAsync(cancellationToken);
        var others = await context
            .Users.Where(user => user.IsSuperuser && user.IsActive && user.Id != except)
            .ToListAsync(cancellationToken);
        // Those who were changed or removed earlier in this unit of work are still in the database.
        return others.Exists(user =>
            user is { IsSuperuser: true, IsActive: true } && context.Entry(user).State != EntityState.Deleted
        );
    }

    public async Task<IReadOnlyList<User>> InGroupAsync(GroupId group, CancellationToken cancellationToken)
    {
        // Whoever puts a user into the group takes the turn as well, and finds the group gone.
        await turn.TakeAsync(cancellationToken);
        return [.. (await context.Users.ToListAsync(cancellationToken)).Where(user => user.Groups.Contains(group))];
    }

    public async Task<User?> WithPasskeyAsync(string credentialId, CancellationToken cancellationToken) =>
        (await context.Users.AsNoTracking().ToListAsync(cancellationToken)).FirstOrDefault(user =>
            user.FindPasskey(credentialId) is not null
        );

    public void Add(User user) => context.Users.Add(user);

    public void Remove(User user) => context.Users.Remove(user);
}

internal sealed class GroupRepository(AccessDbContext context, ITurn<AccessDbContext> turn) : IGroupRepository
{
    public Task<Group?> FindAsync(GroupId id, CancellationToken cancellationToken) =>
        context.Groups.SingleOrDefaultAsync(group => group.Id == id, cancellationToken);

    public async Task<IReadOnlyList<Group>> FindAsync(
        IReadOnlyCollection<GroupId> ids,
        CancellationToken cancellationToken
    )
    {
        if (ids.Count == 0)
            return [];
        // What is built on them must not come after their removal.
        await turn.TakeAsync(cancellationToken);
        return await context.Groups.Where(group => ids.Contains(group.Id)).ToListAsync(cancellationToken);
    }

    public Task<bool> NameIsTakenAsync(GroupName name, GroupId? except, CancellationToken cancellationToken) =>
        context.Groups.AnyAsync(group => group.NameKey == name.Key && group.Id != except, cancellationToken);

    public void Add(Group group) => context.Groups.Add(group);

    public void Remove(Group group) => context.Groups.Remove(group);
}

internal sealed class SessionRepository(AccessDbContext context) : ISessionRepository
{
    public Task<Session?> FindAsync(SessionId id, CancellationToken cancellationToken) =>
        context.Sessions.SingleOrDefaultAsync(session => session.Id == id, cancellationToken);

    public Task<Session?> FindAsync(SecretHash tokenHash, CancellationToken cancellationToken) =>
        context.Sessions.SingleOrDefaultAsync(session => session.TokenHash == tokenHash, cancellationToken);

    public void Add(Session session) => context.Sessions.Add(session);

    public void Remove(Session session) => context.Sessions.Remove(session);
}
