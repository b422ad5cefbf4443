namespace Shared.Application;

/// <summary>What use cases ask the clock.</summary>
public static class Clock
{
    /// <summary>The present day (UTC).</summary>
    public static DateOnly Today(this TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        return DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
    }
}
