using System.Globalization;
using Countries.Domain;
using CsCheck;
using Shared.Domain;

namespace Countries.Tests.Domain;

/// <summary>From when to when a currency is money somewhere.</summary>
[TestFixture]
internal sealed class TenderPeriodTests
{
    private static readonly CurrencyCode Kuna = CurrencyCode.Create("HRK").Value;
    private static readonly DateOnly From = new(1994, 5, 30);
    private static readonly DateOnly To = new(2023, 1, 14);
    private static readonly Gen<DateOnly?> Day = Gen.Int[0, 6].Select(d => d == 0 ? null : (DateOnly?)From.AddDays(d));

    [TestCase("1994-05-29", false)]
    [TestCase("1994-05-30", true)]
    [TestCase("2022-12-31", true)]
    [TestCase("2023-01-14", true)]
    [TestCase("2023-01-15", false)]
    public void Both_its_first_and_its_last_day_belong_to_it(string day, bool covered) =>
        Assert.That(PeriodOf(From, To).Covers(DateOnly.Parse(day, CultureInfo.InvariantCulture)), Is.EqualTo(covered));

    [Test]
    public void Without_a_first_day_it_began_before_all_days_without_a_last_one_it_goes_on() =>
        Assert.Multiple(() =>
        {
            Assert.That(PeriodOf(null, To).Covers(DateOnly.MinValue), Is.True);
            Assert.That(PeriodOf(From, null).Covers(DateOnly.MaxValue), Is.True);
            Assert.That(PeriodOf(null, To).Covers(To.AddDays(1)), Is.False);
            Assert.That(PeriodOf(From, null).Covers(From.AddDays(-1)), Is.False);
        });

    [Test]
    public void A_period_may_last_one_day() => Assert.That(PeriodOf(From, From).Covers(From), Is.True);

    [Test]
    public void A_period_must_not_end_before_it_begins()
    {
        var failures = TenderPeriod.Create(Kuna, TenderKind.LegalTender, To, From).Failures;

        Assert.That(failures.Select(f => f.Code), Is.EqualTo(["country.tender.reversed"]));
    }

    [Test]
    public void It_is_made_exactly_when_some_day_may_lie_in_it() =>
        Gen.Select(Day, Day)
            .Sample(
                (from, to) =>
                {
                    var result = TenderPeriod.Create(Kuna, TenderKind.LegalTender, from, to);
                    var covered = Enumerable
                        .Range(0, 8)
                        .Select(d => From.AddDays(d))
                        .Where(d => (from ?? DateOnly.MinValue) <= d && d <= (to ?? DateOnly.MaxValue))
                        .ToList();
                    return result.IsSuccess == covered.Count > 0
                        && (!result.IsSuccess || covered.All(result.Value.Covers))
                        && (!result.IsSuccess || result.Value.Covers(From.AddDays(7)) == to is null);
                }
            );

    [Test]
    public void What_is_said_first_is_the_principal_money_whatever_day_it_began_on()
    {
        TenderPeriod[] said = [PeriodOf(From, null, "EUR"), PeriodOf(null, null, "USD")];

        Assert.That(TenderPeriod.Replace([], said, today: default), Is.EqualTo(said));
        Assert.That(TenderPeriod.Replace([], said, To), Is.EqualTo(said));
    }

    [Test]
    public void Whoever_says_after_a_changeover_what_is_money_by_then_changes_nothing()
    {
        TenderPeriod[] known = [PeriodOf(From, To, "HRK"), PeriodOf(To.AddDays(1), null, "EUR")];

        Assert.That(TenderPeriod.Replace(known, [known[1]], To.AddYears(1)), Is.EqualTo(known));
        Assert.That(TenderPeriod.Replace(known, [known[0]], To), Is.EqualTo(known));
    }

    [Test]
    public void Another_order_of_what_is_money_at_once_is_a_change()
    {
        TenderPeriod[] known = [PeriodOf(From, null, "EUR"), PeriodOf(null, null, "USD")];

        Assert.That(TenderPeriod.Replace(known, [known[1], known[0]], To), Is.EqualTo(known.Reverse()));
    }

    private static TenderPeriod PeriodOf(DateOnly? from, DateOnly? to, string code = "HRK") =>
        TenderPeriod.Create(CurrencyCode.Create(code).Value, TenderKind.LegalTender, from, to).Value;
}
