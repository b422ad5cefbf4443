using System.Globalization;
using Countries.Domain;

namespace Countries.Tests.DataSet;

/// <summary>
/// Where sources disagree about the money of a country, the files say what is right on each day. The order counts:
/// the principal currency stands first.
/// </summary>
[TestFixture]
internal sealed class CurrencyTableTests
{
    private const string Today = "2026-11-23";

    [TestCase("BG", "2025-12-31", "BGN")]
    [TestCase("BG", "2026-01-01", "EUR, BGN")]
    [TestCase("BG", "2026-01-15", "EUR, BGN")]
    [TestCase("BG", "2026-01-31", "EUR, BGN")]
    [TestCase("BG", "2026-02-01", "EUR")]
    [TestCase("BG", Today, "EUR")]
    [TestCase("HR", "2022-12-31", "HRK")]
    [TestCase("HR", "2023-01-01", "EUR, HRK")]
    [TestCase("HR", "2023-01-14", "EUR, HRK")]
    [TestCase("HR", "2023-01-15", "EUR")]
    [TestCase("CW", "2025-03-30", "ANG")]
    [TestCase("CW", "2025-03-31", "XCG, ANG")]
    [TestCase("CW", "2025-06-30", "XCG, ANG")]
    [TestCase("CW", "2025-07-01", "XCG")]
    [TestCase("SX", "2025-03-30", "ANG")]
    [TestCase("SX", "2025-03-31", "XCG, ANG")]
    [TestCase("SX", "2025-06-30", "XCG, ANG")]
    [TestCase("SX", "2025-07-01", "XCG")]
    [TestCase("SL", "2022-06-30", "SLL")]
    [TestCase("SL", "2022-07-01", "SLE, SLL")]
    [TestCase("SL", "2023-12-31", "SLE, SLL")]
    [TestCase("SL", "2024-01-01", "SLE")]
    [TestCase("ZW", "2024-06-24", "USD, ZWL")]
    [TestCase("ZW", "2024-06-25", "ZWG, USD, ZWL")]
    [TestCase("ZW", Today, "ZWG, USD")]
    [TestCase("CU", "2021-05-31", "CUP, CUC")]
    [TestCase("CU", "2021-07-01", "CUP")]
    [TestCase("CU", Today, "CUP")]
    [TestCase("VE", "2018-08-19", "VEF")]
    [TestCase("VE", "2021-10-01", "VES", Description = "VED is a second code for the same money")]
    [TestCase("VE", Today, "VES")]
    [TestCase("BV", Today, "NOK")]
    [TestCase("HM", Today, "AUD")]
    [TestCase("FM", Today, "USD")]
    [TestCase("HT", Today, "HTG, USD")]
    [TestCase("PS", Today, "ILS, JOD")]
    [TestCase("GS", Today, "GBP")]
    [TestCase("EH", Today, "MAD")]
    [TestCase("SV", Today, "USD")]
    [TestCase("BN", Today, "BND, SGD (Customary)")]
    [TestCase("BS", Today, "BSD, USD (Customary)")]
    [TestCase("KH", Today, "KHR, USD (Customary)")]
    [TestCase("SZ", Today, "SZL, ZAR (Customary)")]
    [TestCase("SH", Today, "SHP, GBP (Customary)")]
    [TestCase("CK", Today, "NZD, CKD (NonIso)")]
    [TestCase("FO", Today, "DKK, FOK (NonIso)")]
    [TestCase("GG", Today, "GBP, GGP (NonIso)")]
    [TestCase("IM", Today, "GBP, IMP (NonIso)")]
    [TestCase("JE", Today, "GBP, JEP (NonIso)")]
    [TestCase("KI", Today, "AUD, KID (NonIso)")]
    [TestCase("TV", Today, "AUD, TVD (NonIso)")]
    [TestCase("CH", Today, "CHF, CHE (Fund), CHW (Fund)")]
    [TestCase("BO", Today, "BOB, BOV (Fund)")]
    [TestCase("CL", Today, "CLP, CLF (Fund)")]
    [TestCase("CO", Today, "COP, COU (Fund)")]
    [TestCase("MX", Today, "MXN, MXV (Fund)")]
    [TestCase("US", Today, "USD, USN (Fund)")]
    [TestCase("UY", Today, "UYU, UYI (Fund), UYW (Fund)")]
    [TestCase("AQ", Today, "")]
    [TestCase("XK", "2002-03-10", "EUR")]
    [TestCase("XK", Today, "EUR")]
    public void The_money_of_a_country_on_a_day(string alpha2, string day, string money)
    {
        var current = CountryFiles
            .PeriodsOf(alpha2)
            .Where(period => period.Covers(DateOnly.Parse(day, CultureInfo.InvariantCulture)));

        Assert.That(string.Join(", ", current.Select(Show)), Is.EqualTo(money));
    }

    private static string Show(TenderPeriod period) =>
        period.Kind == TenderKind.LegalTender ? period.Currency.Value : $"{period.Currency} ({period.Kind})";
}
