using System.Collections.Concurrent;

namespace Shared.Api.Http;

/// <summary>
/// Counts the requests of many clients, each in windows of its own. The limiters of the framework cannot do what the
/// header fields need: they neither say when a window ends nor take a permit back, and they know no clock of ours.
/// </summary>
/// <param name="name">The name of the policy, as clients see it.</param>
/// <param name="quota">What each client may do.</param>
/// <param name="clients">How many clients are told apart at a time.</param>
/// <param name="clock">The time.</param>
internal sealed class RatePolicy(string name, RateQuota quota, int clients, TimeProvider clock)
{
    /// <summary>The client that all are who come while there are too many; no other client is called so.</summary>
    private const string Everybody = "";

    private readonly ConcurrentDictionary<string, RateWindow> windows = new(StringComparer.Ordinal);
    private int count;
    private long nextSweep;

    public string Name => name;

    /// <summary>The value of <c>RateLimit-Policy</c>: draft-ietf-httpapi-ratelimit-headers-11, section 3.</summary>
    public string Field { get; } = $"\"{name}\";q={quota.Permits};w={(long)quota.Window.TotalSeconds}";

    /// <summary>Counts a request of a client.</summary>
    public RatePermit Take(string client)
    {
        var now = clock.GetTimestamp();
        var window = WindowOf(client, now);
        return new RatePermit(this, window, window.TryTake(quota.Permits));
    }

    /// <summary>Takes back what a request was counted for; as often as a client may send requests, since answering costs work all the same.</summary>
    public void GiveBack(RateWindow window) => window.GiveBack(quota.Permits);

    /// <summary>How many requests are left in a window, and in how many seconds it ends.</summary>
    public (int Remaining, long Seconds) StateOf(RateWindow window)
    {
        var left = clock.GetElapsedTime(clock.GetTimestamp(), window.End).TotalSeconds;
        return (Math.Max(0, quota.Permits - window.Used), Math.Max(0, (long)Math.Ceiling(left)));
    }

    private RateWindow WindowOf(string client, long now)
    {
        while (true)
        {
            if (windows.TryGetValue(client, out var window))
            {
                if (window.End > now)
                    return window;
                // Replaced, not begun anew: a request that still counts in the old one takes nothing from the new one.
                var next = NewWindow(now);
                if (windows.TryUpdate(client, next, window))
                    return next;
            }
            else if (client != Everybody && IsFull(now))
                client = Everybody;
            else if (windows.TryAdd(client, window = NewWindow(now)))
            {
                Interlocked.Increment(ref count);
                return window;
            }
        }
    }

    private RateWindow NewWindow(long now) => new(now + (long)(quota.Window.TotalSeconds * clock.TimestampFrequency));

    /// <summary>Drops, now and then, the windows that have ended; then says whether there is no room for one more.</summary>
    private bool IsFull(long now)
    {
        var due = Volatile.Read(ref nextSweep);
        var next =
            now + Math.Min(clock.TimestampFrequency, (long)(quota.Window.TotalSeconds * clock.TimestampFrequency));
        // One request sweeps; those beside it go on.
        if (now >= due && Interlocked.CompareExchange(ref nextSweep, next, due) == due)
        {
            foreach (var entry in windows.Where(entry => entry.Value.End <= now))
            {
                if (windows.TryRemove(entry))
                    Interlocked.Decrement(ref count);
            }
        }
        return Volatile.Read(ref count) >= clients;
    }
}

/// <summary>The requests of one client in one window.</summary>
/// <param name="end">The timestamp from which on the window is over.</param>
internal sealed class RateWindow(long end)
{
    private int used;
    private int givenBack;

    public long End => end;

    public int Used => Volatile.Read(ref used);

    public bool TryTake(int permits)
    {
        if (Interlocked.Increment(ref used) <= permits)
            return true;
        Interlocked.Decrement(ref used);
        return false;
    }

    public void GiveBack(int most)
    {
        if (Interlocked.Increment(ref givenBack) <= most)
            Interlocked.Decrement(ref used);
    }
}

/// <summary>What a policy said to a request.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="Window">The window in which the request counts.</param>
/// <param name="IsGranted">Whether the request may go on.</param>
internal sealed record RatePermit(RatePolicy Policy, RateWindow Window, bool IsGranted);
