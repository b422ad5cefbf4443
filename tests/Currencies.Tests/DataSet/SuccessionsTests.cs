using System.Globalization;

namespace Currencies.Tests.DataSet;

/// <summary>Which currency took the place of which, at what official ratio.</summary>
[TestFixture]
internal sealed class SuccessionsTests
{
    [TestCase("DEM", "EUR", "1.95583", "1999-01-01", "DE")]
    [TestCase("HRK", "EUR", "7.5345", "2023-01-01", "HR")]
    [TestCase("BGN", "EUR", "1.95583", "2026-01-01", "BG")]
    [TestCase("SLL", "SLE", "1000", "2022-07-01", "SL")]
    [TestCase("ANG", "XCG", "1", "2025-03-31", "CW")]
    [TestCase("ANG", "XCG", "1", "2025-03-31", "SX")]
    [TestCase("TRL", "TRY", "1000000", "2005-01-01", "TR")]
    public void The_ratio_is_the_official_one(string from, string to, string ratio, string date, string country)
    {
        var succession = CurrencyFiles
            .Currencies[from]
            .Profile.Successors.Single(s => s.To == to && s.Countries.Contains(country));

        Assert.That(succession.Ratio, Is.EqualTo(decimal.Parse(ratio, CultureInfo.InvariantCulture)));
        Assert.That(succession.Date, Is.EqualTo(DateOnly.Parse(date, CultureInfo.InvariantCulture)));
    }

    [TestCase("ATS", "13.7603")]
    [TestCase("BEF", "40.3399")]
    [TestCase("BGN", "1.95583")]
    [TestCase("CYP", "0.585274")]
    [TestCase("DEM", "1.95583")]
    [TestCase("EEK", "15.6466")]
    [TestCase("ESP", "166.386")]
    [TestCase("FIM", "5.94573")]
    [TestCase("FRF", "6.55957")]
    [TestCase("GRD", "340.750")]
    [TestCase("HRK", "7.53450")]
    [TestCase("IEP", "0.787564")]
    [TestCase("ITL", "1936.27")]
    [TestCase("LTL", "3.45280")]
    [TestCase("LUF", "40.3399")]
    [TestCase("LVL", "0.702804")]
    [TestCase("MTL", "0.429300")]
    [TestCase("NLG", "2.20371")]
    [TestCase("PTE", "200.482")]
    [TestCase("SIT", "239.640")]
    [TestCase("SKK", "30.1260")]
    public void Every_money_that_joined_the_euro_has_the_rate_that_the_Council_fixed(string code, string ratio)
    {
        var toEuro = CurrencyFiles.Currencies[code].Profile.Successors.Where(s => s.To == "EUR").ToList();

        Assert.That(toEuro, Is.Not.Empty);
        Assert.That(toEuro.Select(s => s.Ratio), Is.All.EqualTo(decimal.Parse(ratio, CultureInfo.InvariantCulture)));
    }

    [Test]
    public void Every_succession_leads_to_a_currency_that_is_known_at_a_ratio_that_can_be_used()
    {
        var all = CurrencyFiles.Currencies.Values.SelectMany(c => c.Profile.Successors).ToList();

        Assert.That(all, Has.Count.GreaterThan(100));
        Assert.That(all.Where(s => !CurrencyFiles.Currencies.ContainsKey(s.To)), Is.Empty);
        Assert.That(all.Where(s => s.Ratio <= 0 || s.Date is null || s.Countries.Count == 0), Is.Empty);
    }

    [Test]
    public void Nothing_succeeds_itself_at_once_in_one_country() =>
        Assert.That(
            from currency in CurrencyFiles.Currencies.Values
            from one in currency.Profile.Successors
            from two in CurrencyFiles.Currencies[one.To].Profile.Successors
            where two.To == currency.Code.Value && two.Date == one.Date && two.Countries.Intersect(one.Countries).Any()
            select $"{currency.Code} and {one.To}",
            Is.Empty
        );
}
