using Countries.Api;
using Countries.Api.Seed;
using Countries.Application;
using Countries.Domain;
using CsCheck;
using ErrorOr;
using MapsterMapper;
using Shared.Api;
using Shared.Application;
using Shared.Tests.Testing;

namespace Countries.Tests.Application;

/// <summary>Somebody adds a country beside the data set's.</summary>
[TestFixture]
internal sealed class AddCountryTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
    private static readonly AddCountryValidator Validator = new();
    private FakeCountries countries = null!;

    [SetUp]
    public void MakeRepository() => countries = new FakeCountries();

    [Test]
    public async Task The_country_is_stored_and_answered_as_it_was_stored()
    {
        var added = (await HandleAsync(" Sealand ", " Sealand Dollar ")).Value;

        var country = countries.All.Single();
        Assert.Multiple(() =>
        {
            Assert.That(added, Is.EqualTo(new AddedCountry(country.Id.Value, "Sealand", "Sealand Dollar")));
            Assert.That(country.Name.Value, Is.EqualTo("Sealand"));
            Assert.That(country.LocalCurrency!.Value, Is.EqualTo("Sealand Dollar"));
            Assert.That(country.AddedAt, Is.EqualTo(Now));
            Assert.That(country.DomainEvents.Single(), Is.TypeOf<CountryAdded>());
        });
    }

    [TestCase("KES", "KES")]
    [TestCase("kenyan shilling", "KES")]
    [TestCase("Cowrie", null)]
    public async Task Words_that_mean_a_currency_link_the_country_to_it(string words, string? code)
    {
        await HandleAsync("Sealand", words);

        var country = countries.All.Single();
        Assert.That(
            country.TenderPeriods.Select(p => p.Currency.Value),
            Is.EqualTo(code is null ? [] : new[] { code })
        );
        Assert.That(country.LocalCurrency!.Value, Is.EqualTo(words), "the words stay as they are");
    }

    [TestCase("Sealand")]
    [TestCase("  SEALAND")]
    [TestCase("Ｓealand")]
    public async Task A_name_that_is_taken_is_a_conflict_and_nothing_is_stored(string name)
    {
        await HandleAsync("Sealand", "KES");

        var again = await HandleAsync(name, "USD");

        Assert.That(
            (again.FirstError.Code, again.FirstError.Type),
            Is.EqualTo(("country.name.taken", ErrorType.Conflict))
        );
        Assert.That(again.FirstError.Field(), Is.EqualTo(nameof(AddCountry.Name)));
        Assert.That(countries.All, Has.Count.EqualTo(1));
    }

    [Test]
    public void The_validator_accepts_exactly_what_the_factories_accept() =>
        Gen.Select(Texts.Any.Null(), Texts.Any.Null())
            .Sample(
                (name, currency) =>
                    Validator.Validate(new AddCountry(name, currency)).IsValid
                    == (CountryName.Create(name).IsSuccess && LocalCurrencyName.Create(currency).IsSuccess)
            );

    [Test]
    public void What_the_validator_accepts_the_handler_can_work_with() =>
        Gen.Select(Texts.Any.Null(), Texts.Any.Null())
            .Where((name, currency) => Validator.Validate(new AddCountry(name, currency)).IsValid)
            .Sample(
                (name, currency) =>
                {
                    var handler = new AddCountryHandler(new FakeCountries(), new FakeCurrencies(), new FixedClock(Now));
                    var command = new AddCountry(name, currency);
                    return !handler.Handle(command, CancellationToken.None).GetAwaiter().GetResult().IsError;
                }
            );

    [Test]
    public void The_validator_says_all_that_is_wrong_at_once_and_of_which_property()
    {
        var outcome = Validator.Validate(new AddCountry("\0" + new string('x', 100), null));

        Assert.That(
            outcome.Errors.Select(e => (e.PropertyName, e.ErrorCode)),
            Is.EqualTo([
                ("Name", "country.name.too_long"),
                ("Name", "country.name.null_character"),
                ("LocalCurrency", "country.local_currency.required"),
            ])
        );
    }

    [Test]
    public void Every_mapping_of_the_contracts_is_complete() =>
        Assert.That(() => SharedApi.MappingOf([new CountriesApi()]).Compile(), Throws.Nothing);

    [Test]
    public void What_was_added_is_answered_in_the_words_of_the_seed()
    {
        var mapper = new Mapper(SharedApi.MappingOf([new CountriesApi()]));

        Assert.That(
            mapper.Map<SeedCountry>(new AddedCountry(Guid.Empty, "Sealand", "Sealand Dollar")),
            Is.EqualTo(new SeedCountry("Sealand", "Sealand Dollar"))
        );
    }

    private Task<ErrorOr<AddedCountry>> HandleAsync(string name, string currency) =>
        new AddCountryHandler(countries, new FakeCurrencies(), new FixedClock(Now)).Handle(
            new AddCountry(name, currency),
            CancellationToken.None
        );
}
