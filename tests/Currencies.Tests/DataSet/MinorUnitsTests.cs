using Currencies.Domain;

namespace Currencies.Tests.DataSet;

/// <summary>How amounts are written: ISO 4217's decimals, CLDR's, and those of cash.</summary>
[TestFixture]
internal sealed class MinorUnitsTests
{
    [TestCase("AFN", 2, 0)]
    [TestCase("ALL", 2, 0)]
    [TestCase("COP", 2, 0)]
    [TestCase("HUF", 2, 0)]
    [TestCase("IDR", 2, 0)]
    [TestCase("IQD", 3, 0)]
    [TestCase("IRR", 2, 0)]
    [TestCase("KPW", 2, 0)]
    [TestCase("LAK", 2, 0)]
    [TestCase("LBP", 2, 0)]
    [TestCase("MGA", 2, 0)]
    [TestCase("MMK", 2, 0)]
    [TestCase("PKR", 2, 0)]
    [TestCase("SOS", 2, 0)]
    [TestCase("SYP", 2, 0)]
    [TestCase("YER", 2, 0)]
    [TestCase("CHF", 2, 2)]
    [TestCase("JPY", 0, 0)]
    [TestCase("BHD", 3, 3)]
    public void Both_the_decimals_of_ISO_and_those_of_CLDR_are_kept(string code, int iso, int cldr)
    {
        var units = CurrencyFiles.MinorUnitsOf(code);

        Assert.That((units.Iso, units.Cldr), Is.EqualTo(((int?)iso, cldr)));
    }

    [Test]
    public void They_differ_for_16_codes()
    {
        var differing = CurrencyFiles
            .Active.Where(c => c.Kind == CurrencyKind.Money)
            .Where(c => c.Profile.MinorUnits.Iso != c.Profile.MinorUnits.Cldr)
            .Select(c => c.Code.Value)
            .Order(StringComparer.Ordinal);

        Assert.That(
            string.Join(' ', differing),
            Is.EqualTo("AFN ALL COP HUF IDR IQD IRR KPW LAK LBP MGA MMK PKR SOS SYP YER")
        );
    }

    [Test]
    public void Every_active_money_has_a_minor_unit_of_ISO() =>
        Assert.That(
            CurrencyFiles.Active.Where(c => c.Kind == CurrencyKind.Money && c.Profile.MinorUnits.Iso is null),
            Is.Empty
        );

    [TestCase("CHF", 5)]
    [TestCase("CAD", 5)]
    [TestCase("DKK", 50)]
    [TestCase("HUF", 5)]
    [TestCase("EUR", null)]
    public void Cash_is_rounded_to_what_coins_there_are(string code, int? step) =>
        Assert.That(CurrencyFiles.MinorUnitsOf(code).CashRounding, Is.EqualTo(step));

    [TestCase("SEK")]
    [TestCase("NOK")]
    [TestCase("CZK")]
    [TestCase("TWD")]
    public void Where_there_are_no_small_coins_cash_has_no_decimals(string code) =>
        Assert.That(CurrencyFiles.MinorUnitsOf(code).Cash, Is.Zero);

    [Test]
    public void There_are_17_codes_with_a_rule_for_cash() =>
        Assert.That(
            CurrencyFiles.Currencies.Values.Count(c =>
                c.Profile.MinorUnits is { Cash: not null } or { CashRounding: not null }
            ),
            Is.EqualTo(17)
        );
}
