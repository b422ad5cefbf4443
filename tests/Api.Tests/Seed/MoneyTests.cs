using Api.Tests.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Api.Tests.Seed;

/// <summary>What stands under <c>local_currency</c>: today's money for the data set, the given words for what was added.</summary>
[TestFixture]
internal sealed class MoneyTests : SeedFixture
{
    [TestCase("Kenya", "Kenyan Shilling")]
    [TestCase("Antarctica", "No universal currency")]
    [TestCase("Germany", "Euro")]
    [TestCase("Panama", "Panamanian Balboa")]
    [TestCase("Zimbabwe", "Zimbabwean Gold")]
    public async Task A_country_of_the_data_set_has_its_first_legal_tender_of_today(string name, string currency) =>
        Assert.That(await ListAsync(), Does.Contain((name, currency)));

    [Test]
    public async Task No_country_is_without_an_answer() =>
        Assert.That(
            (await ListAsync()).Where(country => country.Currency.Length < 4 || country.Name.Length < 4),
            Is.Empty
        );

    [TestCase("KES", "KES")]
    [TestCase("kes", "KES")]
    [TestCase("Kenyan Shilling", "KES")]
    [TestCase("  kenyan   SHILLING ", "KES")]
    [TestCase("Ｅｕｒｏ", "EUR")]
    public async Task The_code_or_the_English_name_of_a_currency_links_to_it(string words, string code)
    {
        var name = NewName();
        await PostAsync(Body($"\"{name}\"", $"\"{words}\""))
            .MustBeAsync(201, Body($"\"{name}\"", $"\"{words.Trim()}\""));

        Assert.That(TenderPeriodsOf(name), Does.Contain($"\"{code}\"").And.Contains("Tender"));
        Assert.That(await ListAsync(), Does.Contain((name, words.Trim())));
    }

    [TestCase("Shell")]
    [TestCase("KESX")]
    [TestCase("Kenyan Shillings")]
    public async Task Other_words_link_to_nothing_and_stay_as_they_are(string words)
    {
        var name = NewName();
        await PostAsync(Body($"\"{name}\"", $"\"{words}\"")).MustBeAsync(201);

        Assert.That(TenderPeriodsOf(name), Is.EqualTo("[]"));
        Assert.That(await ListAsync(), Does.Contain((name, words)));
    }

    [Test]
    public async Task Bulgaria_has_the_lev_until_the_end_of_2025_and_the_euro_from_midnight_on()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2025, 12, 31, 23, 59, 59, TimeSpan.Zero));
        using var service = new RunningService(clock: clock);

        var before = await service.Client.GetAsync(Path);
        Assert.That(
            await before.Content.ReadAsStringAsync(),
            Does.Contain("""{"country_name":"Bulgaria","local_currency":"Bulgarian Lev"}""")
        );

        clock.Advance(TimeSpan.FromSeconds(1));
        using var request = new HttpRequestMessage(HttpMethod.Get, Path);
        request.Headers.IfNoneMatch.Add(before.Headers.ETag!);
        var after = await service.Client.SendAsync(request);
        Assert.That((int)after.StatusCode, Is.EqualTo(200));
        Assert.That(
            await after.Content.ReadAsStringAsync(),
            Does.Contain("""{"country_name":"Bulgaria","local_currency":"Euro"}""")
        );
    }

    private string TenderPeriodsOf(string name) =>
        Database.Value<string>(
            Service.Storage,
            "countries",
            $"SELECT tender_periods FROM countries WHERE name = '{name}'"
        );
}
