using System.Collections.Concurrent;
using Access.Application;
using Access.Domain;
using Microsoft.Extensions.Logging;

namespace Access.Infrastructure.Passwords;

/// <summary>
/// Counts failures in memory. They are counted while a password has its turn, one at a time: so of fifty tries at once no
/// more count as tries than of fifty in a row. The wait for a turn also bounds how many entries can come in a time.
/// </summary>
internal sealed class SignInAttempts(PasswordSettings options, TimeProvider clock, ILogger<SignInAttempts> logger)
    : ISignInAttempts
{
    private const int SweepFrom = 10_000;

    private readonly ConcurrentDictionary<(string? Name, string Client), Failures> failures = new();

    /// <summary>How many entries there are.</summary>
    internal int Count => failures.Count;

    public bool IsBarred(string client) => CountOf(null, client) >= options.FailuresByAddress;

    public bool IsLocked(string name, string client) => CountOf(name, client) >= options.FailuresByName;

    public void Failed(string name, string client, UserId? user)
    {
        logger.LogWarning("A sign-in from {Client} failed; the user was {User}", client, user?.ToString() ?? "unknown");
        if (failures.Count >= SweepFrom)
            Sweep();
        Add(name, client, options.FailuresByName);
        Add(null, client, options.FailuresByAddress);
    }

    public void Succeeded(string name, string client) => failures.TryRemove((name, client), out _);

    private void Add(string? name, string client, int most)
    {
        var now = clock.GetTimestamp();
        var counted = failures.AddOrUpdate(
            (name, client),
            _ => new Failures(1, now),
            // A lock is not made longer by knocking at it: it ends when its time is over.
            (_, before) =>
                IsOver(before, now) ? new Failures(1, now)
                : before.Count >= most ? before
                : new Failures(before.Count + 1, now)
        );
        if (counted.Count == most && counted.Since == now)
            logger.LogWarning(
                "{Client} failed {Count} times and may not try {What} for {Time}",
                client,
                most,
                name is null ? "any name" : "this name",
                options.LockTime
            );
    }

    private int CountOf(string? name, string client) =>
        failures.TryGetValue((name, client), out var counted) && !IsOver(counted, clock.GetTimestamp())
            ? counted.Count
            : 0;

    private bool IsOver(Failures counted, long now) => clock.GetElapsedTime(counted.Since, now) >= options.LockTime;

    private void Sweep()
    {
        var now = clock.GetTimestamp();
        foreach (var entry in failures.Where(entry => IsOver(entry.Value, now)))
            failures.TryRemove(entry);
    }

    /// <summary>How many, and when the last one was that counted.</summary>
    private sealed record Failures(int Count, long Since);
}
