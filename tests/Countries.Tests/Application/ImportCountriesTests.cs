using Countries.Application;
using Countries.Domain;
using ErrorOr;
using Shared.Application;

namespace Countries.Tests.Application;

/// <summary>Lines of a file clash with what is stored and with one another, and only good ones hold a name.</summary>
[TestFixture]
internal sealed class ImportCountriesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
    private readonly FakeCountries countries = new();

    [SetUp]
    public void AddOne()
    {
        countries.All.Clear();
        countries.Add(
            Country.AddLocal(
                CountryId.New(Now),
                CountryFacts
                    .Create(
                        new CountryStatement
                        {
                            Name = "Old",
                            Alpha2 = "XO",
                            Alpha3 = "XOO",
                            Currencies = [],
                            Profile = CountryProfile.Empty,
                        },
                        [],
                        default
                    )
                    .Value,
                Now
            )
        );
    }

    [Test]
    public async Task A_line_that_is_left_out_holds_no_name()
    {
        var done = await ImportAsync(
            onlyValid: true,
            Line(2, "Land", currency: "XQX"),
            Line(3, "land"),
            Line(4, "LAND"),
            Line(5, " ")
        );

        Assert.That(done.Value.Added.Select(country => $"{country.Line} {country.Name}"), Is.EqualTo(["3 land"]));
        Assert.That(
            done.Value.Faults.Select(Describe),
            Is.EqualTo(["2 country.currency.unknown", "4 country.name.repeated 3", "5 country.name.blank"])
        );
    }

    [Test]
    public async Task A_line_may_take_no_code_that_is_stored_or_stands_in_an_earlier_line()
    {
        var done = await ImportAsync(
            onlyValid: false,
            Line(2, "A", codes: "XO XAA"),
            Line(3, "B", codes: "XB XBB"),
            Line(4, "C", codes: "XC XBB")
        );

        Assert.That(
            done.Errors.Select(Describe),
            Is.EqualTo(["2 country.alpha2.taken", "4 country.alpha3.repeated 3"])
        );
        Assert.That(countries.All, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_line_with_the_id_of_a_country_that_exists_is_refused_and_an_unknown_id_says_nothing()
    {
        var done = await ImportAsync(
            onlyValid: true,
            Line(2, "A", id: countries.All[0].AggregateId),
            Line(3, "B", id: Guid.NewGuid().ToString()),
            Line(4, "C", id: "x")
        );

        Assert.That(done.Value.Faults.Select(Describe), Is.EqualTo(["2 country.exists", "4 country.id.invalid"]));
        Assert.That(countries.All.Select(country => country.Name.Value), Is.EqualTo(["Old", "B"]));
    }

    private static string Describe(Error error) =>
        $"{error.Line()} {error.Code} {error.Detail()}".Replace(" XQX", "").TrimEnd();

    private static ImportLine Line(
        int number,
        string name,
        string currency = "KES",
        string? codes = null,
        string? id = null
    ) =>
        ImportLine.Of(
            number,
            id,
            new CountryDraft
            {
                Name = name,
                Currencies = [new TenderDraft(currency)],
                Alpha2 = codes?.Split(' ')[0],
                Alpha3 = codes?.Split(' ')[1],
            }
        );

    private Task<ErrorOr<CountryImport>> ImportAsync(bool onlyValid, params ImportLine[] lines) =>
        new ImportCountriesHandler(countries, new FakeCurrencies(), new FixedClock(Now)).Handle(
            new ImportCountries(lines, onlyValid),
            CancellationToken.None
        );
}
