namespace Countries.Domain;

/// <summary>The words that members of few and fixed values take, the same in the data set, the contracts and the forms.</summary>
public static class CountryWords
{
    /// <summary>The status of a code in ISO 3166-1.</summary>
    public static IReadOnlyList<string> Statuses { get; } =
    [
        "officially-assigned",
        "user-assigned",
        "exceptionally-reserved",
        "transitionally-reserved",
        "indeterminately-reserved",
        "formerly-used",
    ];

    /// <summary>The days of the week, from Monday on.</summary>
    public static IReadOnlyList<string> Days { get; } =
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    /// <summary>The sides of the road.</summary>
    public static IReadOnlyList<string> DrivingSides { get; } = ["left", "right"];

    /// <summary>CLDR's systems of measurement.</summary>
    public static IReadOnlyList<string> MeasurementSystems { get; } = ["metric", "US", "UK"];

    /// <summary>CLDR's sizes of paper.</summary>
    public static IReadOnlyList<string> PaperSizes { get; } = ["A4", "US-Letter"];

    /// <summary>CLDR's letters for hours: <c>h</c> for 12, <c>H</c> for 24.</summary>
    public static IReadOnlyList<string> HourCycles { get; } = ["h", "H"];
}
