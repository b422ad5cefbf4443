using Access.Application;
using Access.Domain;
using Microsoft.AspNetCore.Identity;

namespace Access.Infrastructure.Passwords;

/// <summary>
/// Hashes passwords with ASP.NET Core Identity (PBKDF2 with HMAC-SHA512), one at a time. A few callers may wait; those
/// beyond are sent away after a second. While some wait, each turn is followed by a rest as long as its hashes took, a second at
/// most: many sign-ins take half a processor, and leave the other half to those who read.
/// </summary>
internal sealed class PasswordQueue(IPasswordHasher<User> hasher, PasswordSettings options, TimeProvider clock)
    : IPasswords,
        IDisposable
{
    // A hash takes a tenth of a second. Where it takes many times as long, a rest as long would stop those who sign in.
    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(1);

    // Who is sent away at once comes again at once: thirty who do so took the processor from those who read.
    private static readonly TimeSpan BeforeRefusal = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim turn = new(1, 1);
    private int callers;

    // Of the turn before; read and written by whoever has the turn.
    private long left;
    private TimeSpan rest;

    public async Task<IPasswordTurn?> EnterAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref callers) > options.PasswordQueue + 1)
        {
            Interlocked.Decrement(ref callers);
            await Task.Delay(BeforeRefusal, clock, cancellationToken);
            return null;
        }
        try
        {
            await turn.WaitAsync(cancellationToken);
            await RestAsync(cancellationToken);
        }
        catch
        {
            Interlocked.Decrement(ref callers);
            throw;
        }
        return new Turn(hasher, clock, Leave);
    }

    public void Dispose() => turn.Dispose();

    private async Task RestAsync(CancellationToken cancellationToken)
    {
        try
        {
            var more = rest - clock.GetElapsedTime(left);
            if (more > TimeSpan.Zero)
                await Task.Delay(more, clock, cancellationToken);
        }
        catch
        {
            turn.Release();
            throw;
        }
    }

    private void Leave(TimeSpan worked)
    {
        left = clock.GetTimestamp();
        var othersWait = Interlocked.Decrement(ref callers) > 0;
        rest =
            !othersWait ? TimeSpan.Zero
            : worked < LongestRest ? worked
            : LongestRest;
        turn.Release();
    }

    private sealed class Turn(IPasswordHasher<User> hasher, TimeProvider clock, Action<TimeSpan> leave) : IPasswordTurn
    {
        // Identity's hasher looks at no member of the user.
        private const User Nobody = null!;

        // Only the hashes: while a turn waits for the database, it leaves the processor to others anyway.
        private TimeSpan worked;

        public PasswordHash Hash(Password password) =>
            PasswordHash.Create(Work(() => hasher.HashPassword(Nobody, password.Reveal())), password.StandsAlone).Value;

        public PasswordCheck Check(PasswordHash? stored, Password? shown)
        {
            if (stored is null || shown is null)
            {
                // The work of a check, so that time does not tell what is missing.
                Work(() => hasher.HashPassword(Nobody, shown?.Reveal() ?? ""));
                return PasswordCheck.Wrong;
            }
            return Work(() => hasher.VerifyHashedPassword(Nobody, stored.Value, shown.Reveal())) switch
            {
                PasswordVerificationResult.Success => PasswordCheck.Right,
                PasswordVerificationResult.SuccessRehashNeeded => PasswordCheck.RightButWeak,
                _ => PasswordCheck.Wrong,
            };
        }

        public void Dispose() => leave(worked);

        private T Work<T>(Func<T> work)
        {
            var start = clock.GetTimestamp();
            var result = work();
            worked += clock.GetElapsedTime(start);
            return result;
        }
    }
}
