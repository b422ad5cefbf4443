using System.Globalization;
using System.Text.Json.Nodes;
using Countries.Infrastructure.DataSet;

namespace Countries.Tests.DataSet;

/// <summary>What must be true of the dated periods in every build, also beside the files of the currencies.</summary>
[TestFixture]
internal sealed class TenderPeriodsTests
{
    private static readonly IReadOnlyList<(string Alpha2, TenderEntry Entry)> All =
    [
        .. CountryFiles.Countries.Values.SelectMany(c => c.Tender.Select(entry => (c.Alpha2, entry))),
    ];

    private static readonly Dictionary<string, JsonNode> Currencies = CountryFiles
        .ReadFromSource("src", "Infrastructure", "Currencies", "DataSet", "currencies.json")
        .ToDictionary(currency => (string)currency!["code"]!, currency => currency!);

    [Test]
    public void No_period_ends_before_it_begins()
    {
        Assert.That(All, Has.Count.GreaterThan(450));
        Assert.That(All.Where(p => p.Entry.From > p.Entry.To), Is.Empty);
        Assert.That(() => All.Select(p => p.Entry.ToPeriod()).ToList(), Throws.Nothing, "and each becomes one");
    }

    [Test]
    public void Every_period_of_legal_tender_has_a_first_day() =>
        Assert.That(All.Where(p => p.Entry.Kind == "tender" && p.Entry.From is null), Is.Empty);

    [Test]
    public void Every_country_but_Antarctica_has_its_principal_currency_first()
    {
        var without = CountryFiles.Countries.Values.Where(c => c.Tender is not [{ Kind: "tender", To: null }, ..]);

        Assert.That(without.Select(c => c.Alpha2), Is.EqualTo(["AQ"]));
    }

    [Test]
    public void Periods_of_one_currency_in_one_country_do_not_overlap()
    {
        var twice =
            from one in All
            from other in All
            where one.Alpha2 == other.Alpha2 && one.Entry.Currency == other.Entry.Currency
            where !ReferenceEquals(one.Entry, other.Entry)
            where one.Entry.ToPeriod().Covers(other.Entry.From ?? DateOnly.MinValue)
            select $"{one.Alpha2} {one.Entry.Currency}";

        Assert.That(twice, Is.Empty);
    }

    [Test]
    public void Every_currency_that_was_ever_used_is_known() =>
        Assert.That(All.Where(p => !Currencies.ContainsKey(p.Entry.Currency)), Is.Empty);

    [Test]
    public void Every_currency_of_today_is_on_the_list_of_ISO_4217_unless_it_never_had_a_code()
    {
        var wrong = All.Where(p => p.Entry.To is null)
            .Where(p =>
                p.Entry.Kind == "non-iso"
                    ? (string)Currencies[p.Entry.Currency]["kind"]! != "non-iso"
                    : (string)Currencies[p.Entry.Currency]["status"]! != "active"
            );

        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void A_unit_of_account_is_one_in_both_modules() =>
        Assert.That(
            All.Where(p => p.Entry.Kind == "fund" != ((string)Currencies[p.Entry.Currency]["kind"]! == "fund")),
            Is.Empty
        );

    [TestCaseSource(nameof(Successions))]
    public void One_currency_follows_the_other_without_gap_or_overlap_that_has_no_reason(
        string alpha2,
        string from,
        string to,
        DateOnly date,
        JsonNode? reason
    )
    {
        var periods = CountryFiles.Countries[alpha2].Tender;
        var next = periods.Single(p => p.Currency == to && p.ToPeriod().Covers(date));
        var previous = periods.First(p => p.Currency == from && p.To is not null && p.From <= next.From);
        var days = next.From!.Value.DayNumber - previous.To!.Value.DayNumber;

        Assert.That(reason, Is.Not.Null, "overrides.json has a line for it");
        Assert.That(days > 1 && reason["gap"] is null, Is.False, $"a gap of {days} days");
        Assert.That(days < 0 && reason["overlap"] is null, Is.False, $"an overlap of {-days} days");
    }

    [TestCase("1999-01-01", "DEM", "EUR", "DE")]
    [TestCase("2023-01-01", "HRK", "EUR", "HR")]
    [TestCase("2026-01-01", "BGN", "EUR", "BG")]
    [TestCase("2022-07-01", "SLL", "SLE", "SL")]
    [TestCase("2025-03-31", "ANG", "XCG", "CW")]
    [TestCase("2025-03-31", "ANG", "XCG", "SX")]
    public void The_successions_that_everybody_asks_for_are_there(string date, string from, string to, string alpha2) =>
        Assert.That(
            Successions().Select(c => c.Arguments[..4]),
            Does.Contain(new object[] { alpha2, from, to, DateOnly.Parse(date, CultureInfo.InvariantCulture) })
        );

    private static IEnumerable<TestCaseData> Successions()
    {
        var reasons = CountryFiles
            .ReadFromSource("tools", "dataset", "overrides.json")
            .Where(line => (string)line!["field"]! == "succession")
            .ToDictionary(line => KeyOf(line!["record"]!, line["value"]!), line => line!["value"]!);
        return from line in CountryFiles.ReadFromSource(
                "src",
                "Infrastructure",
                "Currencies",
                "DataSet",
                "successions.json"
            )
            from alpha2 in line!["countries"]!.AsArray()
            select new TestCaseData(
                (string)alpha2!,
                (string)line["from"]!,
                (string)line["to"]!,
                DateOnly.Parse((string)line["date"]!, CultureInfo.InvariantCulture),
                reasons.GetValueOrDefault(KeyOf(line["from"]!, line))
            ).SetArgDisplayNames((string)alpha2!, (string)line["from"]!, (string)line["to"]!);
    }

    private static string KeyOf(JsonNode from, JsonNode line) => $"{from} {line["to"]} {line["date"]}";
}
