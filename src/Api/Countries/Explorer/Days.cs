using System.Globalization;

namespace Countries.Api.Explorer;

/// <summary>Days as pages write them.</summary>
internal static class Days
{
    /// <summary>A day as ISO 8601 writes it.</summary>
    public static string Iso(this DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A day in words ("1 January 1999").</summary>
    public static string Words(this DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
