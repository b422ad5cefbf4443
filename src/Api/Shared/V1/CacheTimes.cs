namespace Shared.Api.V1;

/// <summary>How long caches between us and the clients may keep an answer: a minute, and another half while they fetch a new one.</summary>
internal static class CacheTimes
{
    private const int Fresh = 60;
    private const int Stale = 30;

    /// <summary>The value of Cache-Control.</summary>
    public static readonly string Usual = Of(Fresh, Stale);

    /// <summary>The value of Cache-Control for an answer that is another one after midnight (UTC).</summary>
    public static string UntilMidnight(TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        var left = (int)(TimeSpan.FromDays(1) - now.UtcDateTime.TimeOfDay).TotalSeconds;
        return left >= Fresh + Stale ? Usual : Of(Math.Min(left, Fresh), Math.Max(0, left - Fresh));
    }

    private static string Of(int fresh, int stale) => $"public, max-age={fresh}, stale-while-revalidate={stale}";
}
