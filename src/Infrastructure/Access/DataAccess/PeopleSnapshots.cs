using Access.Application;
using Access.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Shared.Infrastructure.DataAccess;

namespace Access.Infrastructure.DataAccess;

/// <summary>Users, groups and sessions have ids of one kind: whose a changed one is, its table tells.</summary>
/// <param name="scopes">Where the context comes from.</param>
/// <param name="logger">The log.</param>
/// <param name="keyOf">The key that an id stands for.</param>
internal abstract class PeopleSnapshot<TKey, TRow, TView>(
    IServiceScopeFactory scopes,
    ILogger logger,
    Func<Guid, TKey> keyOf
) : Snapshot<AccessDbContext, TKey, TRow, TView>(scopes, logger)
    where TKey : notnull
    where TView : class
{
    protected override bool Concerns(string aggregateId) => Guid.TryParse(aggregateId, out _);

    protected override bool TryParseKey(string aggregateId, out TKey key)
    {
        key = keyOf(Guid.Parse(aggregateId));
        return true;
    }
}

/// <summary>The users in memory.</summary>
internal sealed class UserSnapshot(IServiceScopeFactory scopes, ILogger<UserSnapshot> logger)
    : PeopleSnapshot<UserId, UserRecord, UserCatalogue>(scopes, logger, id => new UserId(id)),
        IUserCatalogue
{
    protected override UserId KeyOf(UserRecord row) => row.Id;

    protected override async Task<List<UserRecord>> ReadRowsAsync(
        AccessDbContext context,
        IReadOnlyCollection<UserId>? keys,
        CancellationToken cancellationToken
    )
    {
        var stored = context.Users.AsNoTracking();
        if (keys is not null)
            stored = stored.Where(user => keys.Contains(user.Id));
        return [.. (await stored.ToListAsync(cancellationToken)).Select(RecordOf)];
    }

    protected override UserCatalogue MakeView(string version, IEnumerable<UserRecord> rows) => new(rows);

    private static UserRecord RecordOf(User user) =>
        new(
            user.Id,
            user.Name.Value,
            user.NameKey,
            user.Email?.Value,
            user.IsActive,
            user.IsStaff,
            user.IsSuperuser,
            user.Groups,
            [.. user.Permissions.Select(permission => permission.Value)],
            user.Password is not null,
            user.PasswordChangedAt,
            [.. user.Passkeys.Select(key => new PasskeyRecord(key.Credential.Id, key.Name, key.AddedAt))],
            user.Stamp,
            user.CreatedAt,
            user.Version
        );
}

/// <summary>The groups in memory.</summary>
internal sealed class GroupSnapshot(IServiceScopeFactory scopes, ILogger<GroupSnapshot> logger)
    : PeopleSnapshot<GroupId, GroupRecord, GroupCatalogue>(scopes, logger, id => new GroupId(id)),
        IGroupCatalogue
{
    protected override GroupId KeyOf(GroupRecord row) => row.Id;

    protected override async Task<List<GroupRecord>> ReadRowsAsync(
        AccessDbContext context,
        IReadOnlyCollection<GroupId>? keys,
        CancellationToken cancellationToken
    )
    {
        var stored = context.Groups.AsNoTracking();
        if (keys is not null)
            stored = stored.Where(group => keys.Contains(group.Id));
        return
        [
            .. (await stored.ToListAsync(cancellationToken)).Select(group => new GroupRecord(
                group.Id,
                group.Name.Value,
                [.. group.Permissions.Select(permission => permission.Value)],
                group.Version
            )),
        ];
    }

    protected override GroupCatalogue MakeView(string version, IEnumerable<GroupRecord> rows) => new(rows);
}

/// <summary>The sessions in memory.</summary>
internal sealed class SessionSnapshot(IServiceScopeFactory scopes, ILogger<SessionSnapshot> logger)
    : PeopleSnapshot<SessionId, SessionRecord, SessionCatalogue>(scopes, logger, id => new SessionId(id)),
        ISessionCatalogue
{
    protected override SessionId KeyOf(SessionRecord row) => row.Id;

    protected override Task<List<SessionRecord>> ReadRowsAsync(
        AccessDbContext context,
        IReadOnlyCollection<SessionId>? keys,
        CancellationToken cancellationToken
    )
    {
        var stored = context.Sessions.AsNoTracking();
        if (keys is not null)
            stored = stored.Where(session => keys.Contains(session.Id));
        return stored
            .Select(session => new SessionRecord(
                session.Id,
                session.UserId,
                session.TokenHash,
                session.Stamp,
                session.EndsAt,
                session.LastSeenAt
            ))
            .ToListAsync(cancellationToken);
    }

    protected override SessionCatalogue MakeView(string version, IEnumerable<SessionRecord> rows) => new(rows);
}
