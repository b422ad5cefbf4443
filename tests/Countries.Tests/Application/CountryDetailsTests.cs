using Countries.Application;
using Countries.Domain;

namespace Countries.Tests.Application;

/// <summary>A row of the read side is what it is: what is made of it when it is first asked for changes nothing.</summary>
[TestFixture]
internal sealed class CountryDetailsTests
{
    [Test]
    public void A_row_is_known_again_after_it_was_searched_and_is_no_other_row_that_says_the_same()
    {
        var country = Country.AddLocal(
            CountryId.New(DateTimeOffset.UnixEpoch),
            CountryName.Create("Sealand").Value,
            LocalCurrencyName.Create("Shell").Value,
            currency: null,
            DateTimeOffset.UnixEpoch
        );
        var row = CountryDetails.Of(country);
        var rows = new HashSet<CountryDetails> { row };

        Assert.That(row.SearchNames.Select(name => name.Text), Is.EqualTo(["sealand"]));

        Assert.That(rows, Does.Contain(row));
        Assert.That(rows.Contains(CountryDetails.Of(country)), Is.False);
    }
}
