using System.Globalization;
using Countries.Application;

namespace Countries.Api.Explorer;

/// <summary>
/// The money of a country on a line of time, as a picture: a bar for each period, below one another in the order in which
/// they came, and a line from the old money to the new at each change. Lengths are in the units of the picture.
/// </summary>
public sealed class Timeline
{
    /// <summary>How wide the picture is.</summary>
    public const int Width = 1000;

    /// <summary>How high a bar is.</summary>
    public const int BarHeight = 14;

    // A row has three lines: what changed into the money, the money, and its bar.
    private const int RowHeight = 64;
    private const int ChangeLine = 14;
    private const int MoneyLine = 34;
    private const int BarLine = 42;
    private const int Top = 30;
    private const int Edge = 20;
    private const int Gap = 8;

    // Wide enough for nearly all letters, so that texts end inside the picture.
    private const int LetterWidth = 8;
    private const int YearsBeforeUnknown = 10;
    private const int MostYears = 12;

    private static readonly int[] Steps = [10, 20, 50, 100, 200, 500, 1000];

    private readonly DateOnly first;
    private readonly DateOnly last;

    private Timeline(CountryStory story)
    {
        var known = story.History.SelectMany(period => new[] { period.Money.From, period.Money.To }).OfType<DateOnly>();
        var earliest = known.Append(story.Today).Min();
        first = new DateOnly(Math.Max(1, (earliest.Year - YearsBeforeUnknown / 2) / 10 * 10), 1, 1);
        last = new DateOnly(Math.Min(DateOnly.MaxValue.Year, known.Append(story.Today).Max().Year + 1), 1, 1);
        Bars = [.. story.History.Select((period, row) => BarOf(period.Money, row, story.Today))];
        Changes = [.. story.History.SelectMany((period, row) => ChangesOf(period, row, story.History))];
        Years = [.. YearsShown().Select(year => new YearMark(X(new DateOnly(year, 1, 1)), year))];
        Height = Top + (Bars.Count * RowHeight) + Edge;
    }

    /// <summary>How high the picture is.</summary>
    public int Height { get; }

    /// <summary>The bars.</summary>
    public IReadOnlyList<TimelineBar> Bars { get; }

    /// <summary>The changes of money of which the ratio is known.</summary>
    public IReadOnlyList<TimelineChange> Changes { get; }

    /// <summary>The marks of years, from left to right.</summary>
    public IReadOnlyList<YearMark> Years { get; }

    /// <summary>Draws the money of a country.</summary>
    public static Timeline Of(CountryStory story)
    {
        ArgumentNullException.ThrowIfNull(story);
        return new(story);
    }

    /// <summary>A ratio as people write it: without zeros at its end.</summary>
    internal static string Number(decimal ratio) =>
        ratio.ToString("#,0.############################", CultureInfo.InvariantCulture);

    private TimelineBar BarOf(Money money, int row, DateOnly today)
    {
        var (left, right) = (X(money.From ?? first), X(money.To ?? last));
        var isNow = (money.From is null || money.From <= today) && (money.To is null || money.To >= today);
        var text = $"{money.Code} \u2068{money.Name}\u2069";
        var span = $"{money.From?.Iso() ?? "?"} – {money.To?.Iso() ?? "today"}";
        var place = PlaceOf(left, $"{text} · {span}");
        return new(
            left,
            TopOf(row) + BarLine,
            Math.Max(3, right - left),
            string.Join(' ', isNow ? "now" : "past", money.Kind == Tender.Legal ? "legal" : "other"),
            place.X,
            TopOf(row) + MoneyLine,
            place.EndsThere,
            text,
            span
        );
    }

    private IEnumerable<TimelineChange> ChangesOf(MoneyPeriod old, int row, IReadOnlyList<MoneyPeriod> history)
    {
        foreach (var change in old.Successors)
        {
            var heir = history.ToList().FindIndex(period => period.Money.Code == change.Other);
            if (heir < 0 || heir == row)
                continue;
            var at = change.Date ?? history[heir].Money.From ?? old.Money.To;
            if (at is not { } day)
                continue;
            var text = $"{Number(change.Ratio)} {old.Money.Code} = 1 {change.Other}";
            var (x, from, to) = (X(day), MiddleOf(row), MiddleOf(heir));
            var endsThere = x - (text.Length * LetterWidth) > 0;
            yield return new(
                x,
                from,
                to,
                endsThere ? x - Gap : x + Gap,
                TopOf(Math.Max(row, heir)) + ChangeLine,
                endsThere,
                text
            );
        }
    }

    /// <summary>Where the text of a bar is: from its beginning on, or before it, or else as far to the right as there is room.</summary>
    private static (int X, bool EndsThere) PlaceOf(int left, string text)
    {
        var length = Gap + (text.Length * LetterWidth);
        return left + length < Width ? (left + Gap, false)
            : left - length > 0 ? (left - Gap, true)
            : (Width - Edge, true);
    }

    private static int TopOf(int row) => Top + (row * RowHeight);

    private static int MiddleOf(int row) => TopOf(row) + BarLine + (BarHeight / 2);

    private int X(DateOnly day)
    {
        var share = (double)(day.DayNumber - first.DayNumber) / (last.DayNumber - first.DayNumber);
        return Edge + (int)Math.Round(Math.Clamp(share, 0, 1) * (Width - (2 * Edge)));
    }

    private IEnumerable<int> YearsShown()
    {
        var years = last.Year - first.Year;
        var step = Array.Find(Steps, step => years / step <= MostYears);
        for (var year = (first.Year + step - 1) / step * step; year < last.Year; year += step)
            yield return year;
    }
}

/// <summary>A bar, with the text above it.</summary>
/// <param name="X">Where it begins.</param>
/// <param name="Y">Its upper edge.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Class">How it is coloured.</param>
/// <param name="TextX">Where the text begins or ends.</param>
/// <param name="TextY">The line of the text.</param>
/// <param name="TextEndsThere">Whether it ends there.</param>
/// <param name="Text">The currency.</param>
/// <param name="Span">From when until when.</param>
public sealed record TimelineBar(
    int X,
    int Y,
    int Length,
    string Class,
    int TextX,
    int TextY,
    bool TextEndsThere,
    string Text,
    string Span
);

/// <summary>A line from the old money to the new.</summary>
/// <param name="X">When it was.</param>
/// <param name="FromY">Where the old one's bar is.</param>
/// <param name="ToY">Where the new one's bar is.</param>
/// <param name="TextX">Where the text begins or ends.</param>
/// <param name="TextY">The line of the text.</param>
/// <param name="TextEndsThere">Whether it ends there.</param>
/// <param name="Text">The ratio.</param>
public sealed record TimelineChange(int X, int FromY, int ToY, int TextX, int TextY, bool TextEndsThere, string Text);

/// <summary>The mark of a year.</summary>
/// <param name="X">Where the year begins.</param>
/// <param name="Year">The year.</param>
public sealed record YearMark(int X, int Year);
