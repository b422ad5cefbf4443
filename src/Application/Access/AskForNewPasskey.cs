using Access.Domain;
using ErrorOr;
using Shared.Application;

namespace Access.Application;

/// <summary>The passkeys of somebody who is signed in, and the question for a new one.</summary>
/// <param name="UserId">The identity of the user.</param>
/// <param name="Host">The name and port of the host, as the browser knows it.</param>
public sealed record AskForNewPasskey(string? UserId, string Host) : IQuery<OwnPasskeys>;

/// <summary>The passkeys of a user.</summary>
/// <param name="Passkeys">Those that there are.</param>
/// <param name="Question">The question for a new one.</param>
public sealed record OwnPasskeys(IReadOnlyList<PasskeyRecord> Passkeys, PasskeyQuestion Question);

internal sealed class AskForNewPasskeyHandler(IUserRepository users, IPasskeys passkeys)
    : IQueryHandler<AskForNewPasskey, OwnPasskeys>
{
    public async Task<ErrorOr<OwnPasskeys>> Handle(AskForNewPasskey query, CancellationToken cancellationToken) =>
        await users.FindAsync(query.UserId, cancellationToken) is { } user
            ? new OwnPasskeys(
                [.. user.Passkeys.Select(key => new PasskeyRecord(key.Credential.Id, key.Name, key.AddedAt))],
                await passkeys.AskForNewAsync(user, query.Host)
            )
            : UserErrors.NotFound.ToError();
}
