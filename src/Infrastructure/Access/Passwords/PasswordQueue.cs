using Access.Application;
using Access.Domain;
using Microsoft.AspNetCore.Identity;

namespace Access.Infrastructure.Passwords;

/// <summary>
/// Hashes passwords with ASP.NET Core Identity (PBKDF2 with HMAC-SHA512), one at a time. A few callers may wait; those
/// beyond are sent away at once, so that many sign-ins never take more than one processor.
/// </summary>
internal sealed class PasswordQueue(IPasswordHasher<User> hasher, PasswordSettings options) : IPasswords, IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private int callers;

    public async Task<IPasswordTurn?> EnterAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref callers) > options.PasswordQueue + 1)
        {
            Interlocked.Decrement(ref callers);
            return null;
        }
        try
        {
            await turn.WaitAsync(cancellationToken);
        }
        catch
        {
            Interlocked.Decrement(ref callers);
            throw;
        }
        return new Turn(hasher, Leave);
    }

    public void Dispose() => turn.Dispose();

    private void Leave()
    {
        turn.Release();
        Interlocked.Decrement(ref callers);
    }

    private sealed class Turn(IPasswordHasher<User> hasher, Action leave) : IPasswordTurn
    {
        // Identity's hasher looks at no member of the user.
        private const User Nobody = null!;

        public PasswordHash Hash(Password password) =>
            PasswordHash.Create(hasher.HashPassword(Nobody, password.Reveal()), password.StandsAlone).Value;

        public PasswordCheck Check(PasswordHash? stored, Password? shown)
        {
            if (stored is null || shown is null)
            {
                // The work of a check, so that time does not tell what is missing.
                hasher.HashPassword(Nobody, shown?.Reveal() ?? "");
                return PasswordCheck.Wrong;
            }
            return hasher.VerifyHashedPassword(Nobody, stored.Value, shown.Reveal()) switch
            {
                PasswordVerificationResult.Success => PasswordCheck.Right,
                PasswordVerificationResult.SuccessRehashNeeded => PasswordCheck.RightButWeak,
                _ => PasswordCheck.Wrong,
            };
        }

        public void Dispose() => leave();
    }
}
