using Access.Domain;
using ErrorOr;
using Shared.Application;

namespace Access.Application;

/// <summary>Asks whoever wants to sign in for a passkey.</summary>
/// <param name="UserId">Whose password was right (<see cref="SignedIn"/>); <see langword="null"/> where the passkey is all.</param>
/// <param name="Host">The name and port of the host, as the browser knows it.</param>
public sealed record AskForPasskey(string? UserId, string Host) : IQuery<PasskeyQuestion>;

internal sealed class AskForPasskeyHandler(IUserRepository users, IPasskeys passkeys)
    : IQueryHandler<AskForPasskey, PasskeyQuestion>
{
    public async Task<ErrorOr<PasskeyQuestion>> Handle(AskForPasskey query, CancellationToken cancellationToken)
    {
        if (query.UserId is null)
            return await passkeys.AskAsync(beside: null, query.Host);
        return await users.FindAsync(query.UserId, cancellationToken) is { } user
            ? await passkeys.AskAsync(user, query.Host)
            : UserErrors.NotFound.ToError();
    }
}
