using Currencies.Domain;
using Currencies.Infrastructure.DataSet;
using Shared.Infrastructure.DataAccess;

namespace Currencies.Tests.DataSet;

/// <summary>What must be true of the currencies in every build of the data set.</summary>
[TestFixture]
internal sealed class CurrencyRecordsTests
{
    private static IEnumerable<Currency> All => CurrencyFiles.Currencies.Values;

    [Test]
    public void ISO_4217_lists_178_codes_today()
    {
        Assert.That(CurrencyFiles.Active.Count(), Is.EqualTo(178));
        Assert.That(All.Count(), Is.GreaterThan(300));
    }

    [Test]
    public void Every_active_currency_has_three_digits_of_its_own()
    {
        Assert.That(CurrencyFiles.Active.Select(c => c.Profile.Numeric), Is.Unique);
        Assert.That(CurrencyFiles.Active.Select(c => c.Profile.Numeric), Is.All.Matches("^[0-9]{3}$"));
    }

    [TestCase("CHF", "756")]
    [TestCase("EUR", "978")]
    [TestCase("XCG", "532")]
    [TestCase("ZWG", "924")]
    [TestCase("SLE", "925")]
    [TestCase("ALL", "008")]
    public void The_digits_are_those_of_the_list(string code, string numeric) =>
        Assert.That(CurrencyFiles.Currencies[code].Profile.Numeric, Is.EqualTo(numeric));

    [TestCase("BGN")]
    [TestCase("HRK")]
    [TestCase("ANG")]
    [TestCase("SLL")]
    [TestCase("CUC")]
    [TestCase("ZWL")]
    [TestCase("DEM")]
    public void What_ISO_withdrew_is_historic(string code) =>
        Assert.That(CurrencyFiles.Currencies[code].Status, Is.EqualTo(CurrencyStatus.Historic));

    [Test]
    public void ZWB_was_never_a_code_of_ISO() => Assert.That(CurrencyFiles.Currencies, Does.Not.ContainKey("ZWB"));

    [Test]
    public void VED_is_a_second_code_on_the_list() =>
        Assert.That(CurrencyFiles.Currencies["VED"].Status, Is.EqualTo(CurrencyStatus.Active));

    [TestCase(CurrencyKind.Fund, "BOV CHE CHW CLF COU MXV USN UYI UYW XAD XBA XBB XBC XBD XDR XSU XUA")]
    [TestCase(CurrencyKind.Metal, "XAG XAU XPD XPT")]
    [TestCase(CurrencyKind.Test, "XTS XXX")]
    public void Codes_that_are_no_money_say_so(CurrencyKind kind, string codes)
    {
        var active = CurrencyFiles.Active.Where(c => c.Kind == kind).Select(c => c.Code.Value).Order();

        Assert.That(string.Join(' ', active), Is.EqualTo(codes));
    }

    [Test]
    public void Money_without_a_code_of_ISO_says_so()
    {
        var local = All.Where(c => c.Kind == CurrencyKind.NonIso).ToList();

        Assert.That(
            local.Select(c => c.Code.Value),
            Is.SupersetOf(new[] { "CKD", "FOK", "GGP", "IMP", "JEP", "KID", "TVD" })
        );
        Assert.That(local.Select(c => c.Status), Is.All.EqualTo(CurrencyStatus.Historic));
        Assert.That(local.Select(c => c.Profile.MinorUnits.Iso), Is.All.Null);
    }

    [Test]
    public void Every_language_of_117_has_names_and_none_is_blank()
    {
        var names = DataSetFiles.Read<CurrencyDataSet, Dictionary<string, Dictionary<string, LocalizedCurrency>>>(
            "names.json"
        );

        Assert.That(names, Has.Count.EqualTo(117));
        Assert.That(names["de"]["CHF"].Name, Is.EqualTo("Schweizer Franken"));
        foreach (var (locale, currencies) in names)
        {
            Assert.That(currencies, Is.Not.Empty, locale);
            Assert.That(currencies.Keys.Except(CurrencyFiles.Currencies.Keys), Is.Empty, locale);
            Assert.That(currencies.Where(c => string.IsNullOrWhiteSpace(c.Value.Name)), Is.Empty, locale);
        }
    }

    [Test]
    public void The_data_set_tells_its_version()
    {
        var dataSet = new CurrencyDataSet();

        Assert.That(dataSet.Version, Does.Match(@"^20\d\d\.\d{1,2}\.\d+$"));
    }
}
