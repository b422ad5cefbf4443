using Currencies.Application;
using Currencies.Domain;
using Currencies.Tests.DataSet;
using Shared.Domain;

namespace Currencies.Tests.Application;

/// <summary>Which currency a text means.</summary>
[TestFixture]
internal sealed class CurrencyCatalogueTests
{
    private static readonly CurrencyCatalogue Catalogue = new(
        "7",
        CurrencyFiles.Currencies.Values.Select(CurrencyDetails.Of)
    );

    [TestCase("KES", "KES")]
    [TestCase(" kes ", "KES")]
    [TestCase("Kenyan Shilling", "KES")]
    [TestCase("  KENYAN\tshilling", "KES")]
    [TestCase("ｅｕｒｏ", "EUR")]
    [TestCase("Cowrie", null)]
    [TestCase("", null)]
    public void A_text_means_the_currency_with_that_code_or_that_English_name(string text, string? code) =>
        Assert.That(Catalogue.Match(text)?.Code, Is.EqualTo(code));

    [Test]
    public void Every_currency_is_found_by_its_code_and_every_active_one_by_its_name() =>
        Assert.Multiple(() =>
        {
            Assert.That(Catalogue.All.Where(c => Catalogue.Match(c.Code) != c), Is.Empty);
            Assert.That(Catalogue.All.Where(c => c.Status == "active" && Catalogue.Match(c.Name) != c), Is.Empty);
        });

    [Test]
    public void Of_two_currencies_with_one_name_the_active_one_has_it()
    {
        var old = Make("AAA", "Crown", CurrencyStatus.Historic);
        var young = Make("ZZZ", "crown", CurrencyStatus.Active);

        Assert.That(new CurrencyCatalogue("1", [old, young]).Match("CROWN"), Is.SameAs(young));
    }

    [Test]
    public void A_code_comes_before_a_name()
    {
        var named = Make("AAA", "Zzz", CurrencyStatus.Active);
        var coded = Make("ZZZ", "Aaa", CurrencyStatus.Active);

        Assert.That(new CurrencyCatalogue("1", [named, coded]).Match("zzz"), Is.SameAs(coded));
    }

    [Test]
    public void Other_modules_learn_codes_and_names_under_the_same_version()
    {
        Assert.That(Catalogue.Names.Version, Is.EqualTo("7"));
        Assert.That(Catalogue.Names.ByCode["CHF"].Name, Is.EqualTo("Swiss Franc"));
        Assert.That(Catalogue.Names.ByCode, Has.Count.EqualTo(Catalogue.All.Count));
    }

    [Test]
    public void A_row_is_known_again_after_it_was_searched_and_is_no_other_row_that_says_the_same()
    {
        var row = Make("AAA", "Crown", CurrencyStatus.Active);
        var rows = new HashSet<CurrencyDetails> { row };

        Assert.That(row.SearchNames, Is.Not.Empty);

        Assert.That(rows, Does.Contain(row));
        Assert.That(rows.Contains(Make("AAA", "Crown", CurrencyStatus.Active)), Is.False);
    }

    private static CurrencyDetails Make(string code, string name, CurrencyStatus status) =>
        CurrencyDetails.Of(
            Currency.FromDataSet(
                CurrencyCode.Create(code).Value,
                CurrencyName.Create(name).Value,
                status,
                CurrencyKind.Money,
                CurrencyFiles.Currencies["CHF"].Profile
            )
        );
}
