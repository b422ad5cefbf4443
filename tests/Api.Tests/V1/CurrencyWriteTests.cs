using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Api.Tests.Testing;

namespace Api.Tests.V1;

/// <summary>Currencies are added, edited and removed over the native API.</summary>
[TestFixture]
internal sealed class CurrencyWriteTests
{
    private RunningService service = null!;
    private HttpClient client = null!;

    [SetUp]
    public async Task StartAsync()
    {
        service = new RunningService();
        client = await service.ClientWithKeyAsync("currencies:write");
    }

    [TearDown]
    public async Task StopAsync()
    {
        client.Dispose();
        await service.DisposeAsync();
    }

    [Test]
    public async Task A_local_currency_is_found_where_its_Location_leads_and_is_known_to_the_countries()
    {
        var created = await SendAsync(HttpMethod.Post, "", """{"code":"XSL","name":"Sealand Dollar"}""");

        Assert.That(created.StatusCode, Is.EqualTo(HttpStatusCode.Created), await created.Content.ReadAsStringAsync());
        var found = await client.GetFromJsonAsync<JsonObject>(created.Headers.Location);
        Assert.That((string?)found!["name"], Is.EqualTo("Sealand Dollar"));
        Assert.That((string?)found["source"], Is.EqualTo("local"));
        var country = await service.Client.PostAsJsonAsync(
            "/country/",
            new { country_name = "Sealand", local_currency = "sealand dollar" }
        );
        Assert.That(country.StatusCode, Is.EqualTo(HttpStatusCode.Created));
        var money = await client.GetFromJsonAsync<JsonObject>("/api/v1/countries?currency=XSL");
        Assert.That((string?)money!["items"]![0]!["name"], Is.EqualTo("Sealand"));
    }

    [Test]
    public async Task Every_member_that_is_not_derived_may_be_given_and_is_shown_as_it_was_given()
    {
        var said = JsonNode
            .Parse(
                """
                {"code":"XSL","name":"Sealand Dollar","numeric":"998","status":"historic","kind":"money","symbol":"S$",
                "narrowSymbol":"$","minorUnits":{"iso":3,"cldr":1,"cash":0,"cashRounding":5},"withdrawn":"2020-01-01"}
                """
            )!
            .AsObject();

        var created = await SendAsync(HttpMethod.Post, "", said.ToJsonString());

        var shown = JsonNode.Parse(await created.Content.ReadAsStringAsync())!.AsObject();
        Assert.That(created.StatusCode, Is.EqualTo(HttpStatusCode.Created), shown.ToJsonString());
        Assert.That(
            shown.Select(member => member.Key).Except(said.Select(member => member.Key)),
            Is.EquivalentTo(["version", "source", "edited"])
        );
        foreach (var (member, value) in said)
            Assert.That(JsonNode.DeepEquals(shown[member], value), Is.True, $"{member}: {shown[member]}");
    }

    [TestCase("""{"code":"XSL","name":"A"}""", null, 2)]
    [TestCase("""{"code":"XSL","name":"A","minorUnits":{"iso":3}}""", 3, 3)]
    public async Task Decimals_that_are_not_given_are_as_many_as_ISO_has_or_two(string body, int? iso, int cldr)
    {
        var created = await SendAsync(HttpMethod.Post, "", body);

        var units = JsonNode.Parse(await created.Content.ReadAsStringAsync())!["minorUnits"]!;
        Assert.That(((int?)units["iso"], (int?)units["cldr"]), Is.EqualTo((iso, (int?)cldr)));
    }

    [Test]
    public async Task An_edited_name_is_told_as_edited_and_the_history_tells_the_one_before()
    {
        var edited = await SendAsync(HttpMethod.Patch, "/CHF", """{"name":"Swiss money"}""", "*");

        var body = JsonNode.Parse(await edited.Content.ReadAsStringAsync())!;
        Assert.That((string?)body["name"], Is.EqualTo("Swiss money"));
        Assert.That(body["edited"]!.AsArray().Select(member => (string?)member), Is.EqualTo(new[] { "name" }));
        var history = await client.GetFromJsonAsync<JsonObject>("/api/v1/currencies/CHF/history");
        var change = history!["items"]![0]!["changes"]![0]!;
        Assert.That(
            ((string?)change["member"], (string?)change["before"], (string?)change["after"]),
            Is.EqualTo(("name", "Swiss Franc", "Swiss money"))
        );
    }

    [Test]
    public async Task A_code_that_is_taken_is_a_conflict_and_a_missing_condition_is_428()
    {
        Assert.That(
            (int)(await SendAsync(HttpMethod.Post, "", """{"code":"CHF","name":"Mine"}""")).StatusCode,
            Is.EqualTo(409)
        );
        Assert.That((int)(await SendAsync(HttpMethod.Delete, "/CHF", null)).StatusCode, Is.EqualTo(428));
        Assert.That((int)(await SendAsync(HttpMethod.Delete, "/CHF", null, "\"0-x\"")).StatusCode, Is.EqualTo(412));
        Assert.That((int)(await client.GetAsync("/api/v1/currencies/CHF")).StatusCode, Is.EqualTo(200));
    }

    [Test]
    public async Task A_removed_currency_is_gone()
    {
        var removed = await SendAsync(HttpMethod.Delete, "/CHF", null, "*");

        Assert.That((int)removed.StatusCode, Is.EqualTo(204));
        Assert.That((int)(await client.GetAsync("/api/v1/currencies/CHF")).StatusCode, Is.EqualTo(404));
        Assert.That((int)(await client.GetAsync("/api/v1/countries/CH")).StatusCode, Is.EqualTo(200));
    }

    [Test]
    public async Task What_was_seen_of_a_removed_currency_allows_nothing_with_another_one_of_its_code()
    {
        const string Said = """{"code":"XSL","name":"Sealand Dollar"}""";
        var seen = (await SendAsync(HttpMethod.Post, "", Said)).Headers.ETag!.ToString();
        await SendAsync(HttpMethod.Delete, "/XSL", null, "*");

        var again = await SendAsync(HttpMethod.Post, "", Said);

        Assert.That((int)again.StatusCode, Is.EqualTo(201));
        Assert.That((int)(await SendAsync(HttpMethod.Delete, "/XSL", null, seen)).StatusCode, Is.EqualTo(412));
        var tag = again.Headers.ETag!.ToString();
        Assert.That((await client.GetAsync("/api/v1/currencies/XSL")).Headers.ETag!.ToString(), Is.EqualTo(tag));
        Assert.That((int)(await SendAsync(HttpMethod.Delete, "/XSL", null, tag)).StatusCode, Is.EqualTo(204));
    }

    [Test]
    public async Task No_version_of_a_code_means_two_things_also_where_another_writer_adds_and_removes_one_meanwhile()
    {
        using var other = Database.Hold(service.Storage, "currencies");
        var adding = SendAsync(HttpMethod.Post, "", """{"code":"XSL","name":"Sealand Dollar"}""");
        await Task.Delay(300);
        foreach (var action in (string[])["created", "removed"])
            other.Execute(
                $"INSERT INTO history (record, record_id, action, who, contract, at, changes) VALUES ('currency', 'XSL', '{action}', 'other', 'v1', '2026-11-30', '[]')"
            );
        other.Commit();

        var added = await adding;
        Assert.That((int)added.StatusCode, Is.EqualTo(201), await added.Content.ReadAsStringAsync());
        Assert.That(
            Database.Value<long>(service.Storage, "currencies", "SELECT version FROM currencies WHERE code = 'XSL'"),
            Is.EqualTo(3)
        );
    }

    [TestCase("%20CHF")]
    [TestCase("CFH")]
    public async Task A_write_knows_the_codes_that_a_read_knows_and_says_as_it_which_was_probably_meant(string code)
    {
        var read = await client.GetAsync($"/api/v1/currencies/{code}");
        var written = await SendAsync(HttpMethod.Delete, $"/{code}", null, "*");

        Assert.That((int)read.StatusCode, Is.EqualTo(404));
        Assert.That((int)written.StatusCode, Is.EqualTo(404));
        Assert.That(await ErrorsOf(written), Is.EqualTo(await ErrorsOf(read)).And.Contain("nearest"));

        static async Task<string> ErrorsOf(HttpResponseMessage answer) =>
            JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["errors"]!.ToJsonString();
    }

    private Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? body, string? ifMatch = null)
    {
        var request = new HttpRequestMessage(method, $"/api/v1/currencies{path}")
        {
            Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json"),
        };
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return client.SendAsync(request);
    }
}
