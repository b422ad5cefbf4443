using Countries.Application;
using Countries.Domain;
using Currencies.Contracts;

namespace Countries.Tests.Application;

/// <summary>When currencies become known, local records find theirs.</summary>
[TestFixture]
internal sealed class LinkLocalCurrenciesTests
{
    private static readonly CurrencyDataSetWasLoaded Changed = new("2026.11.1");

    [Test]
    public async Task Records_whose_words_mean_a_currency_are_linked_and_no_others()
    {
        var countries = new FakeCountries();
        countries.Add(Local("A", "kenyan shilling"));
        countries.Add(Local("B", "Cowrie"));
        countries.Add(Local("C", "USD"));

        await new LinkLocalCurrencies(countries, new FakeCurrencies()).HandleAsync(Changed, CancellationToken.None);

        Assert.That(
            countries.All.Select(c => c.TenderPeriods.SingleOrDefault()?.Currency.Value),
            Is.EqualTo(["KES", null, "USD"])
        );
        Assert.That(countries.All.SelectMany(c => c.DomainEvents).OfType<LocalCurrencyLinked>().Count(), Is.EqualTo(2));
    }

    [Test]
    public async Task The_same_event_twice_changes_nothing_more()
    {
        var countries = new FakeCountries();
        countries.Add(Local("A", "KES"));
        var handler = new LinkLocalCurrencies(countries, new FakeCurrencies());
        await handler.HandleAsync(Changed, CancellationToken.None);
        countries.All[0].TakeDomainEvents();

        await handler.HandleAsync(Changed, CancellationToken.None);

        Assert.That(countries.All[0].DomainEvents, Is.Empty);
    }

    private static Country Local(string name, string words) =>
        Country.AddLocal(
            new CountryId(Guid.NewGuid()),
            CountryName.Create(name).Value,
            LocalCurrencyName.Create(words).Value,
            currency: null,
            DateTimeOffset.UnixEpoch
        );
}
