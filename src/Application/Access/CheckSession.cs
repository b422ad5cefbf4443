using Access.Domain;
using ErrorOr;
using FluentValidation;
using Shared.Application;

namespace Access.Application;

/// <summary>Says who is signed in with a session. Answers from memory.</summary>
/// <param name="Token">What the browser sent.</param>
public sealed record CheckSession(string? Token) : IQuery<SignedInUser>
{
    /// <summary>Without the token, which must not get into a log.</summary>
    public override string ToString() => nameof(CheckSession);
}

/// <summary>Who is signed in.</summary>
/// <param name="Id">The identity of the user.</param>
/// <param name="Name">The name of the user.</param>
/// <param name="IsSuperuser">Whether the user may do everything.</param>
/// <param name="Permissions">What the user may do, by groups or alone.</param>
public sealed record SignedInUser(string Id, string Name, bool IsSuperuser, IReadOnlyCollection<string> Permissions);

internal sealed class CheckSessionValidator : AbstractValidator<CheckSession>
{
    public CheckSessionValidator() => RuleFor(query => query.Token).MustBe(SessionToken.Parse);
}

internal sealed class CheckSessionHandler(
    ISessionCatalogue sessions,
    IUserCatalogue users,
    IGroupCatalogue groups,
    IUses<SecretHash> uses,
    SessionRules rules,
    TimeProvider clock
) : IQueryHandler<CheckSession, SignedInUser>
{
    public async Task<ErrorOr<SignedInUser>> Handle(CheckSession query, CancellationToken cancellationToken)
    {
        var token = SessionToken.Parse(query.Token).Value;
        var now = clock.GetUtcNow();
        // Before the picture: a use that is no longer noted then was written down, and the picture has it.
        var lastUse = uses.LastOf(token.Hash);
        if (
            (await sessions.ReadAsync(cancellationToken)).Find(token.Hash) is not { } session
            || !session.IsOpenAt(now, lastUse, rules)
            || (await users.ReadAsync(cancellationToken)).Find(session.UserId) is not { MayEnter: true } user
            || user.Stamp != session.Stamp
        )
            return SessionErrors.Unknown.ToError();

        uses.Note(token.Hash, now);
        var all = await groups.ReadAsync(cancellationToken);
        return new SignedInUser(user.Id.ToString(), user.Name, user.IsSuperuser, all.PermissionsOf(user));
    }
}
