using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Api.Tests.Seed;
using Api.Tests.Testing;

namespace Api.Tests.V1;

/// <summary>Countries are added, edited and removed over the native API; nothing is lost and nothing slips in.</summary>
[TestFixture]
internal sealed class CountryWriteTests
{
    private RunningService service = null!;
    private HttpClient client = null!;

    [SetUp]
    public async Task StartAsync()
    {
        service = new RunningService();
        client = await service.ClientWithKeyAsync("countries:write");
    }

    [TearDown]
    public async Task StopAsync()
    {
        client.Dispose();
        await service.DisposeAsync();
    }

    [Test]
    public async Task A_record_needs_a_name_and_currencies_only_and_its_Location_leads_to_it()
    {
        var created = await PostAsync("""{"name":"Åland 🏝 Republic","currencies":["EUR"]}""");

        Assert.That(created.StatusCode, Is.EqualTo(HttpStatusCode.Created), await created.Content.ReadAsStringAsync());
        var body = await JsonOf(created);
        Assert.That((string?)body["currencies"]![0]!["name"], Is.EqualTo("Euro"));
        Assert.That((string?)body["source"], Is.EqualTo("local"));
        var found = await client.GetAsync(created.Headers.Location);
        Assert.That(found.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await found.Content.ReadAsStringAsync(), Is.EqualTo(await created.Content.ReadAsStringAsync()));
        Assert.That(found.Headers.ETag, Is.EqualTo(created.Headers.ETag));
    }

    [TestCase("countries", "CH")]
    [TestCase("currencies", "CHF")]
    public async Task An_edit_and_a_removal_ask_the_database_for_the_record_once(string list, string key)
    {
        using var calls = new DatabaseCalls(text =>
            text.StartsWith("SELECT", StringComparison.Ordinal)
            && text.Contains($"FROM \"{list}\"", StringComparison.Ordinal)
            && text.Contains("\"profile\"", StringComparison.Ordinal)
        );
        await using var counted = new RunningService();
        using var writer = await counted.ClientWithKeyAsync($"{list}:write");

        Assert.That(await CountAsync(HttpMethod.Patch, """{"name":"Renamed"}"""), Is.EqualTo((200, 1)));
        Assert.That(await CountAsync(HttpMethod.Delete, body: null), Is.EqualTo((204, 1)));

        async Task<(int Status, int Count)> CountAsync(HttpMethod method, string? body)
        {
            using var request = new HttpRequestMessage(method, $"/api/v1/{list}/{key}");
            request.Headers.Add("If-Match", "*");
            if (body is not null)
                request.Content = new StringContent(body, Encoding.UTF8, "application/merge-patch+json");
            var (answer, count) = await calls.OfAsync(writer, request);
            return ((int)answer.StatusCode, count);
        }
    }

    [Test]
    public async Task Every_member_that_is_not_derived_may_be_given_and_is_shown_as_it_was_given()
    {
        var said = JsonNode
            .Parse(
                """
                {"name":"Full","currencies":[{"code":"CHF","kind":"customary","from":"2000-01-01","to":"2999-01-01"}],
                "alpha2":"XA","alpha3":"XAA","numeric":"999","localCurrency":"Shell","officialName":"The Full",
                "alternateNames":["F"],"nativeNames":[{"language":"de","common":"Voll","official":"Ganz voll"}],
                "status":"user-assigned","independent":true,"unMember":true,"euMember":true,"dependencyOf":"CH",
                "wikidata":"Q1","region":"Nowhere","subregion":"Far","intermediateRegion":"Out","continents":["Europe"],
                "location":{"latitude":-90,"longitude":180},"area":1.5,"landlocked":true,"borders":["CHE"],
                "capitals":[{"name":"Town","latitude":1.5,"longitude":-2}],"timeZones":["Europe/Zurich"],
                "utcOffsets":["UTC+01:00"],"population":12,"gdp":3,"literacy":99.5,"gini":{"year":2020,"value":30.5},
                "languages":[{"code":"de","iso6393":"deu","name":"German","status":"official","percent":99}],
                "demonyms":[{"language":"en","male":"Fuller","female":"Fullest"}],"tlds":[".xa"],
                "callingCodes":["999"],"postalCode":{"format":"####","regex":"[0-9]{4}"},"drivingSide":"left",
                "carSigns":["XA"],"ioc":"XAA","fifa":"XAB","weekStart":"monday","weekend":["sunday"],
                "measurementSystem":"metric","paperSize":"A4","hourCycle":"H"}
                """
            )!
            .AsObject();

        var created = await PostAsync(said.ToJsonString());

        var shown = await JsonOf(created);
        Assert.That(created.StatusCode, Is.EqualTo(HttpStatusCode.Created), shown.ToJsonString());
        Assert.That(created.Headers.Location!.ToString(), Is.EqualTo("/api/v1/countries/XA"));
        Assert.That(
            shown.Select(member => member.Key).Except(said.Select(member => member.Key)),
            Is.EquivalentTo(["id", "version", "source", "capital", "flag", "edited", "addedAt"])
        );
        shown["currencies"]![0]!.AsObject().Remove("name");
        foreach (var (member, value) in said)
            Assert.That(JsonNode.DeepEquals(shown[member], value), Is.True, $"{member}: {shown[member]}");
    }

    [TestCase("""{"currencies":[]}""", 422, "country.name.required", "name")]
    [TestCase("""{"name":"X"}""", 422, "country.currencies.required", "currencies")]
    [TestCase("""{"name":"X","currencies":["XQX"]}""", 422, "country.currency.unknown", "currencies[0].code")]
    [TestCase("""{"name":"X","currencies":[],"population":-1}""", 422, "country.population.out_of_range", "population")]
    [TestCase(
        """{"name":"X","currencies":[],"capitals":[{}]}""",
        422,
        "country.capitals.name.required",
        "capitals[0].name"
    )]
    [TestCase(
        """{"name":"X","currencies":[],"location":{"latitude":1}}""",
        422,
        "country.location.incomplete",
        "location"
    )]
    [TestCase("""{"name":"X","currencies":[],"population":"1"}""", 400, "body.type", "population")]
    [TestCase("""{"name":"X","currencies":[],"id":"1"}""", 400, "body.member.read_only", "id")]
    [TestCase("""{"name":"X","currencies":[],"version":1}""", 400, "body.member.read_only", "version")]
    [TestCase("""{"name":"X","currencies":[],"populaton":1}""", 400, "body.member.unknown", "populaton")]
    [TestCase("""{"name":"X","currencies":[],"roles":1}""", 400, "body.member.unknown", "roles")]
    [TestCase("""{"name":"X","name":"Y","currencies":[]}""", 400, "body.member.duplicate", "name")]
    [TestCase("""{"name":"a\ud800","currencies":[]}""", 400, "body.malformed", null)]
    [TestCase("[]", 400, "body.malformed", null)]
    [TestCase("", 400, "body.malformed", null)]
    [TestCase("""{"name":"X","currencies":[],"area":1e400}""", 422, "country.area.out_of_range", "area")]
    [TestCase("""{"name":"switzerland","currencies":[]}""", 409, "country.name.taken", "name")]
    [TestCase("""{"name":"X","currencies":[],"alpha2":"CH","alpha3":"XAA"}""", 409, "country.alpha2.taken", "alpha2")]
    public async Task What_is_wrong_is_named_and_nothing_is_added(string body, int status, string code, string? field)
    {
        var answer = await PostAsync(body);

        var problem = await JsonOf(answer);
        Assert.That((int)answer.StatusCode, Is.EqualTo(status), problem.ToJsonString());
        Assert.That((string?)problem["code"], Is.EqualTo(code), problem.ToJsonString());
        Assert.That((string?)problem["errors"]![0]!["field"], Is.EqualTo(field));
        Assert.That(await CountAsync(), Is.EqualTo(250));
    }

    [Test]
    public async Task An_edit_needs_If_Match_and_a_stale_or_weak_one_changes_nothing()
    {
        var tag = (await client.GetAsync("/api/v1/countries/CH")).Headers.ETag!.ToString();

        Assert.That((int)(await PatchAsync("""{"population":1}""", null)).StatusCode, Is.EqualTo(428));
        Assert.That((int)(await PatchAsync("""{"population":1}""", $"W/{tag}")).StatusCode, Is.EqualTo(412));
        Assert.That((int)(await PatchAsync("""{"population":1}""", "\"99-x\"")).StatusCode, Is.EqualTo(412));
        var done = await PatchAsync("""{"population":1}""", tag);
        Assert.That((int)done.StatusCode, Is.EqualTo(200), await done.Content.ReadAsStringAsync());
        Assert.That((int)(await PatchAsync("""{"population":2}""", tag)).StatusCode, Is.EqualTo(412));
        Assert.That((int)(await PatchAsync("""{"population":3}""", "*")).StatusCode, Is.EqualTo(200));
        var country = (await client.GetFromJsonAsync<JsonObject>("/api/v1/countries/CH"))!;
        Assert.That((long?)country["population"], Is.EqualTo(3));
        Assert.That((string?)country["capital"], Is.EqualTo("Bern"));
        Assert.That(country["edited"]!.ToJsonString(), Is.EqualTo("""["population"]"""));
    }

    [Test]
    public async Task A_patch_of_nothing_changes_nothing()
    {
        var before = await client.GetStringAsync("/api/v1/countries/HR");

        var answer = await SendAsync(HttpMethod.Patch, "/api/v1/countries/HR", "{}", "*");

        Assert.That(await answer.Content.ReadAsStringAsync(), Is.EqualTo(before));
    }

    [Test]
    public async Task A_member_that_a_patch_names_as_null_is_not_known_afterwards_and_one_within_likewise()
    {
        var answer = await PatchAsync("""{"population":null,"borders":null,"gini":{"value":1.5}}""", "*");

        var body = await JsonOf(answer);
        Assert.That(body["population"], Is.Null);
        Assert.That(body["borders"]!.AsArray(), Is.Empty);
        Assert.That(((int?)body["gini"]!["year"], (double?)body["gini"]!["value"]), Is.EqualTo(((int?)2020, 1.5)));
        Assert.That((string?)body["capital"], Is.EqualTo("Bern"));
    }

    [Test]
    public async Task Money_that_is_over_stays_when_the_present_money_is_written()
    {
        await SendAsync(HttpMethod.Patch, "/api/v1/countries/HR", """{"currencies":["USD"]}""", "*");

        var money = (await client.GetFromJsonAsync<JsonObject>("/api/v1/countries/HR/currencies"))!["items"]!.AsArray();
        Assert.That(
            money.Select(m => (string?)m!["code"]),
            Does.Contain("HRK").And.Contain("USD").And.Not.Contain("EUR")
        );
    }

    [Test]
    public async Task The_currency_that_is_given_first_is_the_principal_one_also_where_it_began_on_a_day()
    {
        var created = await PostAsync(
            """{"name":"Principal","currencies":[{"code":"EUR","from":"2002-01-01"},"USD"]}"""
        );

        var codes = (await JsonOf(created))["currencies"]!.AsArray().Select(money => (string?)money!["code"]);
        Assert.That(codes, Is.EqualTo(["EUR", "USD"]));
        var rows = (await client.GetFromJsonAsync<JsonArray>("/country/?format=json"))!;
        Assert.That((string?)rows.Last()!["local_currency"], Is.EqualTo("Euro"));
    }

    [Test]
    public async Task Put_leaves_what_it_does_not_name_unknown()
    {
        var answer = await SendAsync(
            HttpMethod.Put,
            "/api/v1/countries/CH",
            """{"name":"Switzerland","alpha2":"CH","alpha3":"CHE","numeric":"756","currencies":["CHF"]}""",
            "*"
        );

        var body = await JsonOf(answer);
        Assert.That((int)answer.StatusCode, Is.EqualTo(200), body.ToJsonString());
        Assert.That(body["population"], Is.Null);
    }

    [Test]
    public async Task A_removed_country_is_gone_and_its_history_stays()
    {
        var removed = await SendAsync(HttpMethod.Delete, "/api/v1/countries/CH", null, "*");

        Assert.That((int)removed.StatusCode, Is.EqualTo(204));
        Assert.That((int)(await client.GetAsync("/api/v1/countries/CH")).StatusCode, Is.EqualTo(404));
        Assert.That((int)(await PostAsync("""{"name":"Switzerland","currencies":[]}""")).StatusCode, Is.EqualTo(201));
        var history = (await client.GetFromJsonAsync<JsonObject>("/api/v1/countries/CH/history"))!;
        Assert.That(
            history["items"]!.AsArray().Select(i => $"{i!["action"]} {i["source"]}"),
            Is.EqualTo(["removed v1", "created data set"])
        );
    }

    [TestCase("%20CH")]
    [TestCase("{0}", "B")]
    [TestCase("Switzerlnd")]
    public async Task A_write_knows_the_keys_that_a_read_knows_and_says_as_it_which_was_probably_meant(
        string key,
        string? format = null
    )
    {
        var id = (Guid)(await client.GetFromJsonAsync<JsonObject>("/api/v1/countries/CH"))!["id"]!;
        var path = $"/api/v1/countries/{key.Replace("{0}", id.ToString(format ?? "D"), StringComparison.Ordinal)}";

        var read = await client.GetAsync(path);
        var written = await SendAsync(HttpMethod.Delete, path, null, "*");

        Assert.That((int)read.StatusCode, Is.EqualTo(404));
        Assert.That((int)written.StatusCode, Is.EqualTo(404));
        Assert.That(
            (await JsonOf(written))["errors"]!.ToJsonString(),
            Is.EqualTo((await JsonOf(read))["errors"]!.ToJsonString())
        );
    }

    [Test]
    public async Task The_history_tells_who_changed_what_from_what_to_what_and_changes_tell_it_too()
    {
        await PatchAsync("""{"population":1}""", "*");

        var entry = (await client.GetFromJsonAsync<JsonObject>("/api/v1/countries/ch/history?limit=1"))!["items"]![0]!;
        var change = entry["changes"]![0]!;
        Assert.That((string?)change["member"], Is.EqualTo("population"));
        Assert.That((long?)change["before"], Is.GreaterThan(8_000_000));
        Assert.That((long?)change["after"], Is.EqualTo(1));
        Assert.That((string?)entry["who"], Does.StartWith("key:test ("));
        var at = Uri.EscapeDataString((string)entry["at"]!);
        var changes = (await client.GetFromJsonAsync<JsonObject>($"/api/v1/changes?since={at}"))!;
        Assert.That(changes["items"]!.AsArray().Select(i => (string?)i!["action"]), Does.Contain("changed"));
    }

    [Test]
    public async Task The_names_of_keys_are_for_known_callers_only_and_for_no_cache_on_the_way()
    {
        const string History = "/api/v1/countries/ch/history?limit=1";
        await PatchAsync("""{"population":1}""", "*");
        var at = (string)(await client.GetFromJsonAsync<JsonObject>(History))!["items"]![0]!["at"]!;

        foreach (var path in new[] { History, $"/api/v1/changes?since={Uri.EscapeDataString(at)}" })
        {
            using var open = await service.Client.GetAsync(path);
            using var known = await client.GetAsync(path);
            Assert.That(await open.Content.ReadAsStringAsync(), Does.Contain("\"who\":\"key\""), path);
            Assert.That(await known.Content.ReadAsStringAsync(), Does.Contain("\"who\":\"key:test ("), path);
            Assert.That(open.Headers.CacheControl?.Public, Is.True, path);
            Assert.That(known.Headers.CacheControl?.Private, Is.True, path);
            Assert.That(open.Headers.Vary, Is.SupersetOf(new[] { "Authorization", "X-Api-Key", "Cookie" }), path);
        }
    }

    [Test]
    public async Task All_pages_of_the_changes_tell_every_entry_once()
    {
        var seen = new HashSet<string>();
        var next = "/api/v1/changes?limit=200";
        var total = 0;
        while (next is not null)
        {
            var page = (await client.GetFromJsonAsync<JsonObject>(next))!;
            total = Math.Max(total, (int)page["total"]!);
            foreach (var item in page["items"]!.AsArray())
                Assert.That(seen.Add($"{item!["record"]} {item["id"]} {item["action"]}"), Is.True);
            next = (string?)page["next"];
        }
        Assert.That(seen, Has.Count.EqualTo(total).And.Count.GreaterThan(500));
    }

    [Test]
    public async Task A_write_with_a_key_takes_effect_once_and_its_answer_is_given_again()
    {
        var first = await PostAsync("""{"name":"Once","currencies":[]}""", "k1");
        var again = await PostAsync("""{"name":"Once","currencies":[]}""", "k1");
        var other = await PostAsync("""{"name":"Twice","currencies":[]}""", "k1");

        Assert.That((int)first.StatusCode, Is.EqualTo(201));
        Assert.That((int)again.StatusCode, Is.EqualTo(201));
        Assert.That(await again.Content.ReadAsStringAsync(), Is.EqualTo(await first.Content.ReadAsStringAsync()));
        Assert.That(again.Headers.Location, Is.EqualTo(first.Headers.Location));
        Assert.That(again.Headers.ETag, Is.EqualTo(first.Headers.ETag));
        Assert.That(again.Headers.GetValues("Idempotent-Replayed"), Is.EqualTo(["true"]));
        Assert.That((int)other.StatusCode, Is.EqualTo(422));
        Assert.That(await CountAsync(), Is.EqualTo(251));
    }

    [Test]
    public async Task Many_writes_with_one_key_at_once_take_effect_once()
    {
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => PostAsync("""{"name":"Once","currencies":[]}""", "k2"))
        );

        Assert.That(answers.Select(a => (int)a.StatusCode), Is.All.EqualTo(201).Or.EqualTo(409));
        Assert.That(await CountAsync(), Is.EqualTo(251));
    }

    [Test]
    public async Task Without_a_key_or_without_the_scope_nothing_is_written()
    {
        using var nobody = service.CreateClient();
        using var stranger = await service.ClientWithKeyAsync("currencies:write");

        Assert.That(
            (int)(await nobody.PostAsJsonAsync("/api/v1/countries", new { name = "X" })).StatusCode,
            Is.EqualTo(401)
        );
        Assert.That(
            (int)(await stranger.PostAsJsonAsync("/api/v1/countries", new { name = "X" })).StatusCode,
            Is.EqualTo(403)
        );
    }

    [TestCase("text/plain")]
    [TestCase("application/json; charset=foo")]
    [TestCase("application/json; charset=utf-7")]
    public async Task A_body_of_another_type_is_415(string type)
    {
        using var content = new ByteArrayContent("{}"u8.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", type);

        Assert.That((int)(await client.PostAsync("/api/v1/countries", content)).StatusCode, Is.EqualTo(415));
    }

    [TestCase("gzip", 415)]
    [TestCase("identity", 422)]
    public async Task A_compressed_body_is_told_so_instead_of_being_called_malformed(string coding, int status)
    {
        using var content = new ByteArrayContent("{}"u8.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        content.Headers.ContentEncoding.Add(coding);

        Assert.That((int)(await client.PostAsync("/api/v1/countries", content)).StatusCode, Is.EqualTo(status));
    }

    [Test]
    public async Task No_naughty_string_in_any_member_breaks_anything()
    {
        string[] members = ["name", "localCurrency", "officialName", "region", "wikidata", "ioc", "alpha2"];
        foreach (var naughty in NaughtyStrings.All.Values)
        {
            foreach (var member in members)
            {
                var body = new JsonObject { ["name"] = "X", ["currencies"] = new JsonArray() };
                body[member] = naughty;
                var answer = await PostAsync(body.ToJsonString());
                Assert.That((int)answer.StatusCode, Is.LessThan(500), $"{member}: {naughty}");
                if (answer.Headers.Location is { } location)
                    await SendAsync(HttpMethod.Delete, location.ToString(), null, "*");
            }
        }
    }

    [Test]
    public async Task A_key_of_a_repeated_request_that_is_none_is_400_and_names_the_header_field()
    {
        var answer = await PostAsync("""{"name":"Keyed","currencies":[]}""", key: "two words");

        Assert.That((int)answer.StatusCode, Is.EqualTo(400));
        Assert.That((string?)(await JsonOf(answer))["errors"]![0]!["field"], Is.EqualTo("Idempotency-Key"));
    }

    private Task<HttpResponseMessage> PostAsync(string body, string? key = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/countries") { Content = Json(body) };
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        return client.SendAsync(request);
    }

    private Task<HttpResponseMessage> PatchAsync(string body, string? ifMatch) =>
        SendAsync(HttpMethod.Patch, "/api/v1/countries/CH", body, ifMatch);

    private Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? body, string? ifMatch)
    {
        var request = new HttpRequestMessage(method, path) { Content = body is null ? null : Json(body) };
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return client.SendAsync(request);
    }

    private async Task<int> CountAsync() =>
        (int)(await client.GetFromJsonAsync<JsonObject>("/api/v1/countries?limit=1"))!["total"]!;

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    private static async Task<JsonObject> JsonOf(HttpResponseMessage answer) =>
        JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsObject();
}
