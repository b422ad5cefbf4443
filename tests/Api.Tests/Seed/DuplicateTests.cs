namespace Api.Tests.Seed;

/// <summary>A name belongs to one country, however it is written and however many ask for it at once.</summary>
[TestFixture]
internal sealed class DuplicateTests : SeedFixture
{
    private const string Taken = """{"country_name":["country with this country name already exists."]}""";

    [TestCase("Kenya")]
    [TestCase("  kENYA\\t")]
    [TestCase("Ｋｅｎｙａ")]
    [TestCase("ﬁnland")]
    [TestCase("Côte d’Ivoire")]
    [TestCase("CO\\u0302TE D’IVOIRE")]
    [TestCase("United \\u00a0\\n States")]
    [TestCase("Åland Islands")]
    [TestCase("A\\u030aLAND ISLANDS")]
    [TestCase("\\u212bland islands")]
    public async Task A_country_of_the_data_set_has_its_name_already(string name) =>
        await PostAsync(Body($"\"{name}\"", "\"Shell\"")).MustBeAsync(400, Taken);

    [TestCase("Straße", "STRASSE")]
    [TestCase("Ὀδυσσεύς", "ὈΔΥΣΣΕΎΣ")]
    [TestCase("ﬃx", "FFIX")]
    [TestCase("Land①", "land1")]
    [TestCase("a\\u3000b\\t c", "A B  C")]
    [TestCase("Ǆungla", "ǆungla")]
    [TestCase("나라", "\\u1102\\u1161\\u1105\\u1161")]
    [TestCase("Ñandu", "Nandu", 201)]
    public async Task Names_compare_by_NFKC_case_and_white_space(string first, string second, int status = 400)
    {
        await PostAsync(Body($"\"{first}\"", "\"Shell\"")).MustBeAsync(201);
        var body = await PostAsync(Body($"\"{second}\"", "\"Shell\"")).MustBeAsync(status);
        if (status == 400)
            Assert.That(body, Is.EqualTo(Taken));
    }

    [Test]
    public async Task Two_countries_may_have_the_same_money()
    {
        await PostAsync(BodyWithCurrency("\"Common Shell\"")).MustBeAsync(201);
        await PostAsync(BodyWithCurrency("\"Common Shell\"")).MustBeAsync(201);
    }

    [Test]
    public async Task Of_50_that_ask_for_a_name_at_once_exactly_one_gets_it()
    {
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 50)
                .Select(async i =>
                {
                    var name = i % 2 == 0 ? "\"Race Land\"" : "\"race  LAND \"";
                    using var answer = await PostAsync(Body(name, $"\"Shell {i}\""));
                    return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
                })
        );

        Assert.Multiple(() =>
        {
            Assert.That(answers.Count(answer => answer.Item1 == 201), Is.EqualTo(1));
            Assert.That(answers.Count(answer => answer == (400, Taken)), Is.EqualTo(49));
        });
        Assert.That(
            (await ListAsync()).Count(c => c.Name.StartsWith("race", StringComparison.OrdinalIgnoreCase)),
            Is.EqualTo(1)
        );
    }

    [Test]
    public async Task Of_50_different_names_that_come_at_once_none_is_lost()
    {
        var names = Enumerable.Range(0, 50).Select(_ => NewName()).ToList();

        var bodies = await Task.WhenAll(
            names.Select(name => PostAsync(Body($"\"{name}\"", "\"Shell\"")).MustBeAsync(201))
        );

        Assert.That(bodies, Has.Length.EqualTo(50));
        Assert.That((await ListAsync()).Select(country => country.Name), Is.SupersetOf(names));
    }
}
