using Countries.Api.Explorer;
using Countries.Application;

namespace Countries.Tests.Explorer;

[TestFixture]
internal sealed class TimelineTests
{
    private static readonly DateOnly Today = new(2026, 1, 15);

    [Test]
    public void A_change_stands_at_its_day_between_the_bars_of_both_currencies()
    {
        var timeline = Draw(
            Period(
                "DEM",
                "1948-06-20",
                "2002-02-28",
                new CurrencyChange("EUR", "Euro", 1.95583m, Day("1999-01-01"), ["DE"])
            ),
            Period("EUR", "1999-01-01", null)
        );

        var (mark, euro) = (timeline.Bars[0], timeline.Bars[1]);
        var change = timeline.Changes.Single();
        Assert.Multiple(() =>
        {
            Assert.That(change.Text, Is.EqualTo("1.95583 DEM = 1 EUR"));
            Assert.That(change.X, Is.EqualTo(euro.X).And.LessThan(mark.X + mark.Length));
            Assert.That(change.FromY, Is.InRange(mark.Y, mark.Y + Timeline.BarHeight));
            Assert.That(change.ToY, Is.InRange(euro.Y, euro.Y + Timeline.BarHeight));
            Assert.That(mark.Span, Is.EqualTo("1948-06-20 – 2002-02-28"));
            Assert.That(euro.Span, Is.EqualTo("1999-01-01 – today"));
            Assert.That((mark.Class, euro.Class), Is.EqualTo(("past legal", "now legal")));
        });
    }

    [Test]
    public void Bars_are_as_long_as_their_times()
    {
        var timeline = Draw(Period("AAA", "1900-01-01", "1920-01-01"), Period("BBB", "1920-01-01", "1960-01-01"));

        Assert.That(timeline.Bars[1].Length, Is.EqualTo(timeline.Bars[0].Length * 2).Within(2));
        Assert.That(timeline.Bars[1].X, Is.EqualTo(timeline.Bars[0].X + timeline.Bars[0].Length).Within(1));
    }

    [TestCase(null, null)]
    [TestCase(null, "1950-01-01")]
    [TestCase("0001-01-01", "0001-01-01")]
    [TestCase("0001-01-01", "9999-12-31")]
    [TestCase("2030-01-01", null)]
    public void Whatever_the_days_all_stands_inside_the_picture(string? from, string? to)
    {
        var name = new string('M', 60);
        var timeline = Draw(
            Period(name, from, to, new CurrencyChange("EUR", "Euro", 1m, null, ["DE"])),
            Period("EUR", from, to)
        );

        Assert.Multiple(() =>
        {
            foreach (var bar in timeline.Bars)
            {
                Assert.That(bar.X, Is.InRange(0, Timeline.Width));
                Assert.That(bar.X + bar.Length, Is.InRange(bar.X + 1, Timeline.Width));
                Assert.That(bar.TextX, Is.InRange(0, Timeline.Width));
                Assert.That(bar.Y + Timeline.BarHeight, Is.LessThan(timeline.Height));
            }
            Assert.That(timeline.Years.Select(mark => mark.X), Is.Ordered.And.All.InRange(0, Timeline.Width));
            Assert.That(timeline.Years, Has.Count.LessThan(30));
        });
    }

    [Test]
    public void A_country_without_money_has_an_empty_picture() => Assert.That(Draw().Bars, Is.Empty);

    private static Timeline Draw(params MoneyPeriod[] history)
    {
        var details = new CountryDetails
        {
            Id = Guid.Empty,
            Version = 1,
            AddedAt = default,
            Name = "Germany",
            NameKey = "germany",
            Tenders = [],
            Source = "dataset",
        };
        return Timeline.Of(
            new(new CountryView(details, "Germany", []), Today, history, [], new Dictionary<string, string>())
        );
    }

    private static MoneyPeriod Period(string code, string? from, string? to, params CurrencyChange[] successors) =>
        new(new Money(code, code, "tender", DayOrNone(from), DayOrNone(to)), successors);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");

    private static DateOnly? DayOrNone(string? text) => text is null ? null : Day(text);
}
