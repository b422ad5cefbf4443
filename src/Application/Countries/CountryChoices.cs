using Countries.Domain;

namespace Countries.Application;

/// <summary>The words that may be written into members of few and fixed values, for whoever offers them to a person.</summary>
public sealed record CountryChoices
{
    /// <summary>Of <c>status</c>.</summary>
    public IReadOnlyList<string> Statuses { get; } = CountryWords.Statuses;

    /// <summary>Of <c>currencies.kind</c>.</summary>
    public IReadOnlyList<string> Kinds { get; } = TenderKinds.Words;

    /// <summary>Of <c>drivingSide</c>.</summary>
    public IReadOnlyList<string> DrivingSides { get; } = CountryWords.DrivingSides;

    /// <summary>Of <c>weekStart</c> and <c>weekend</c>.</summary>
    public IReadOnlyList<string> Days { get; } = CountryWords.Days;

    /// <summary>Of <c>measurementSystem</c>.</summary>
    public IReadOnlyList<string> MeasurementSystems { get; } = CountryWords.MeasurementSystems;

    /// <summary>Of <c>paperSize</c>.</summary>
    public IReadOnlyList<string> PaperSizes { get; } = CountryWords.PaperSizes;

    /// <summary>Of <c>hourCycle</c>.</summary>
    public IReadOnlyList<string> HourCycles { get; } = CountryWords.HourCycles;
}
