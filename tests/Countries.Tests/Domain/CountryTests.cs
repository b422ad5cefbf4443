using Countries.Domain;
using Shared.Domain;

namespace Countries.Tests.Domain;

/// <summary>A country, from the data set or added by a person.</summary>
[TestFixture]
internal sealed class CountryTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
    private static readonly CurrencyCode Dollar = CurrencyCode.Create("USD").Value;
    private static readonly CurrencyCode Euro = CurrencyCode.Create("EUR").Value;

    [Test]
    public void A_local_record_says_in_its_own_words_what_its_money_is()
    {
        var country = AddLocal(currency: null);

        Assert.Multiple(() =>
        {
            Assert.That(country.Name.Value, Is.EqualTo("Sealand"));
            Assert.That(country.NameKey, Is.EqualTo("sealand"));
            Assert.That(country.LocalCurrency!.Value, Is.EqualTo("Sealand Dollar"));
            Assert.That(country.TenderPeriods, Is.Empty);
            Assert.That(country.Codes, Is.Null);
            Assert.That(country.Profile, Is.EqualTo(CountryProfile.Empty));
            Assert.That(country.AddedAt, Is.EqualTo(Now));
        });
    }

    [Test]
    public void A_local_record_whose_words_are_known_has_that_currency_for_legal_tender()
    {
        var period = AddLocal(Dollar).TenderPeriods.Single();

        Assert.That(
            (period.Currency, period.Kind, period.From, period.To),
            Is.EqualTo((Dollar, TenderKind.LegalTender, (DateOnly?)null, (DateOnly?)null))
        );
    }

    [Test]
    public void That_somebody_added_a_country_is_told_once()
    {
        var country = AddLocal(Dollar);

        var added = country.TakeDomainEvents().OfType<CountryAdded>().Single();
        Assert.That((added.Id, added.Name), Is.EqualTo((country.Id, country.Name)));
        Assert.That(
            added.Changes.Where(c => c.Member is "name" or "localCurrency").Select(c => c.After),
            Is.EqualTo(["Sealand", "Sealand Dollar"])
        );
        Assert.That(country.TakeDomainEvents(), Is.Empty);
    }

    [Test]
    public void Words_that_become_known_link_the_record_and_are_told()
    {
        var country = AddLocal(currency: null);
        country.TakeDomainEvents();

        country.LinkLocalCurrency(Euro);

        Assert.That(country.TenderPeriods.Select(p => p.Currency), Is.EqualTo([Euro]));
        var linked = country.TakeDomainEvents().OfType<LocalCurrencyLinked>().Single();
        Assert.That((linked.Id, linked.Currency), Is.EqualTo((country.Id, Euro)));
        Assert.That(linked.Changes.Select(change => change.Member), Is.EqualTo(["currencies"]));
        Assert.That(country.Version, Is.EqualTo(2));
        Assert.That(country.LocalCurrency!.Value, Is.EqualTo("Sealand Dollar"), "the words stay");
    }

    [Test]
    public void A_record_that_is_linked_stays_as_it_is()
    {
        var country = AddLocal(Dollar);
        country.TakeDomainEvents();

        country.LinkLocalCurrency(Euro);

        Assert.That(country.TenderPeriods.Select(p => p.Currency), Is.EqualTo([Dollar]));
        Assert.That(country.TakeDomainEvents(), Is.Empty);
    }

    [Test]
    public void A_country_of_the_data_set_is_never_linked_by_words()
    {
        var country = Country.FromDataSet(
            CountryId.New(Now),
            CountryName.Create("Antarctica").Value,
            new CountryCodes(Alpha2Code.Create("AQ").Value, Alpha3Code.Create("ATA").Value, null),
            CountryProfile.Empty,
            [],
            Now
        );

        country.LinkLocalCurrency(Euro);

        Assert.That(country.TenderPeriods, Is.Empty);
        Assert.That(country.DomainEvents, Is.Empty, "the data set tells of itself as a whole");
    }

    [Test]
    public void Younger_identities_sort_later() =>
        Assert.That(
            CountryId.New(Now).ToString(),
            Is.LessThan(CountryId.New(Now.AddMilliseconds(1)).ToString())
                .Using((IComparer<string>)StringComparer.Ordinal)
        );

    private static Country AddLocal(CurrencyCode? currency) =>
        Country.AddLocal(
            CountryId.New(Now),
            CountryName.Create("Sealand").Value,
            LocalCurrencyName.Create("Sealand Dollar").Value,
            currency,
            Now
        );
}
