using System.IO.Pipelines;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Api.Tests.Testing;

namespace Api.Tests.V1;

/// <summary>Files of countries are taken as a whole or not at all, and every bad line is named.</summary>
[TestFixture]
internal sealed class ImportTests
{
    private const string Csv = "text/csv";
    private const string NdJson = "application/x-ndjson";

    private RunningService service = null!;
    private HttpClient client = null!;

    [SetUp]
    public async Task StartAsync()
    {
        service = new RunningService(
            new()
            {
                ["Limits:BodyBytes"] = "4096",
                ["Limits:ImportBytes"] = "200000",
                ["Limits:ImportLines"] = "1200",
                ["Limits:ImportWait"] = "00:00:02",
            }
        );
        client = await service.ClientWithKeyAsync("countries:add", "countries:delete");
    }

    [TearDown]
    public async Task StopAsync()
    {
        client.Dispose();
        await service.DisposeAsync();
    }

    [TestCase(Csv, "name,currencies,population\r\nA,KES;USD,1\r\n\"B, the \"\"great\"\"\",,\r\n")]
    [TestCase(Csv, "\uFEFFcurrencies , name ,population\nUSD,A,\n\n,\"B, the \"\"great\"\"\",2")]
    [TestCase(
        NdJson,
        "{\"name\":\"A\",\"currencies\":[\"KES\",{\"code\":\"USD\"}]}\n\n{\"name\":\"B, the \\\"great\\\"\",\"currencies\":[]}"
    )]
    public async Task All_countries_of_a_file_are_added_with_a_history_entry_for_each(string type, string file)
    {
        var answer = await PostAsync(type, file);

        var body = await JsonOf(answer);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), body.ToJsonString());
        Assert.That(((int)body["lines"]!, (int)body["added"]!, (int)body["faults"]!), Is.EqualTo((2, 2, 0)));
        Assert.That(
            body["countries"]!.AsArray().Select(c => (string)c!["name"]!),
            Is.EqualTo(["A", "B, the \"great\""])
        );
        var first = (string)body["countries"]![0]!["id"]!;
        Assert.That((string?)(await GetAsync($"/api/v1/countries/{first}"))["name"], Is.EqualTo("A"));
        var history = (await GetAsync($"/api/v1/countries/{first}/history"))["items"]!.AsArray();
        Assert.That(history.Select(e => $"{e!["action"]} {e["source"]}"), Is.EqualTo(["created v1"]));
        Assert.That(await CountAsync(), Is.EqualTo(252));
    }

    [Test]
    public async Task Every_bad_line_is_named_with_its_number_and_reason_and_nothing_is_added()
    {
        byte[] file =
        [
            .. Encoding.UTF8.GetBytes(
                """
                name,currencies,population,gini.year,gini.value,capitals,independent
                Good,KES,1,,,,
                "Two
                lines",KES,1,,,,
                ,KES,1,,,,
                Figures,KES,1.5,x,1,,perhaps
                Cells,KES
                Money,XQX,1,,,,
                switzerland,KES,1,,,,
                GOOD,KES,1,,,,
                Quote"s,"KES"x,1,,,,

                """
            ),
            .. "Latin "u8,
            0xE9,
            .. ",KES,1,,,,\n"u8,
            .. Encoding.UTF8.GetBytes(new string('x', 5000)),
            .. ",KES,1,,,,\nLast,KES,-1,,,,"u8,
        ];

        var answer = await PostAsync(Csv, file);

        var problem = await JsonOf(answer);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest), problem.ToJsonString());
        Assert.That(answer.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/problem+json"));
        Assert.That((string?)problem["code"], Is.EqualTo("import.lines.invalid"));
        Assert.That((string?)problem["detail"], Is.EqualTo("10 lines cannot be taken, so nothing was added."));
        Assert.That(
            problem["errors"]!.AsArray().Select(e => $"{e!["line"]} {e["field"]} {e["code"]}"),
            Is.EqualTo([
                "5 name country.name.required",
                "6 population body.type",
                "6 gini.year body.type",
                "6 independent body.type",
                "7  import.csv.cells",
                "8 currencies[0].code country.currency.unknown",
                "9 name country.name.taken",
                "10 name country.name.repeated",
                "11  import.csv.malformed",
                "12  import.line.encoding",
                "13  import.line.too_long",
                "14 population country.population.out_of_range",
            ])
        );
        Assert.That((string?)problem["errors"]![7]!["detail"], Is.EqualTo("Line 2 of the file has it already."));
        Assert.That(await CountAsync(), Is.EqualTo(250));
    }

    [Test]
    public async Task With_mode_valid_good_lines_are_added_and_the_others_told()
    {
        var answer = await PostAsync(
            NdJson,
            "{\"name\":\"Bad\"}\n{\"name\":\"Good\",\"currencies\":[]}\nnonsense",
            "?mode=valid"
        );

        var body = await JsonOf(answer);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), body.ToJsonString());
        Assert.That(((int)body["lines"]!, (int)body["added"]!, (int)body["faults"]!), Is.EqualTo((3, 1, 2)));
        Assert.That(
            body["errors"]!.AsArray().Select(e => $"{e!["line"]} {e["field"]} {e["code"]}"),
            Is.EqualTo(["1 currencies country.currencies.required", "3  body.malformed"])
        );
        Assert.That((string?)body["countries"]![0]!["name"], Is.EqualTo("Good"));
        Assert.That(await CountAsync(), Is.EqualTo(251));
    }

    [TestCase("{\"nmae\":\"A\",\"currencies\":[]}", "nmae", "body.member.unknown", "name")]
    [TestCase("{\"name\":\"A\",\"name\":\"A\",\"currencies\":[]}", "name", "body.member.duplicate", null)]
    [TestCase("{\"name\":\"A\",\"currencies\":[null]}", "currencies[0]", "body.item.null", null)]
    [TestCase("{\"name\":\"A\",\"currencies\":[],\"population\":\"1\"}", "population", "body.type", null)]
    [TestCase("{\"name\":\"A\",\"currencies\":[\"ERU\"]}", "currencies[0].code", "country.currency.unknown", "EUR")]
    [TestCase("{\"name\":\"A\\ud800\",\"currencies\":[]}", null, "body.malformed", null)]
    [TestCase("{\"name\":\"A\",", null, "body.malformed", null)]
    [TestCase("[]", null, "body.malformed", null)]
    [TestCase("{\"name\":\"A\",\"currencies\":[],\"id\":7}", "id", "country.id.invalid", null)]
    [TestCase(
        "{\"name\":\"A\",\"currencies\":[],\"alpha2\":\"CH\",\"alpha3\":\"XAA\"}",
        "alpha2",
        "country.alpha2.taken",
        null
    )]
    public async Task An_object_of_a_line_is_read_as_strictly_as_a_body(
        string line,
        string? field,
        string code,
        string? nearest
    )
    {
        var problem = await JsonOf(await PostAsync(NdJson, "\n" + line));

        var error = problem["errors"]!.AsArray().Single()!;
        Assert.That(
            ((int)error["line"]!, (string?)error["field"], (string?)error["code"], (string?)error["nearest"]),
            Is.EqualTo((2, field, code, nearest)),
            problem.ToJsonString()
        );
    }

    [TestCase("naem,currencies\nA,", "import.column.unknown", "naem", "name")]
    [TestCase("name,name\nA,B", "import.column.duplicate", "name", null)]
    [TestCase("name,gini.yaer\nA,1", "import.column.unknown", "gini.yaer", "gini.year")]
    [TestCase("name;currencies\nA;", "import.column.unknown", "name;currencies", "currencies")]
    [TestCase("", "import.header.missing", null, null)]
    [TestCase("\r\n \r\n", "import.header.missing", null, null)]
    [TestCase("name,\"currencies\nA,", "import.csv.quote", null, null)]
    [TestCase("name,currencies", "import.empty", null, null)]
    public async Task A_header_that_cannot_be_understood_is_400(
        string file,
        string code,
        string? field,
        string? nearest
    )
    {
        var answer = await PostAsync(Csv, file);

        var problem = await JsonOf(answer);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That((string?)problem["code"], Is.EqualTo(code), problem.ToJsonString());
        Assert.That((string?)problem["errors"]![0]!["field"], Is.EqualTo(field));
        Assert.That((string?)problem["errors"]![0]!["nearest"], Is.EqualTo(nearest));
    }

    [Test]
    public async Task A_quote_that_is_never_closed_is_named_by_its_line()
    {
        var answer = await PostAsync(Csv, "name,currencies\nA,\n\"B,\nC,\nD,", "?mode=valid");

        var body = await JsonOf(answer);
        Assert.That((int)body["added"]!, Is.EqualTo(1), body.ToJsonString());
        Assert.That($"{body["errors"]![0]!["line"]} {body["errors"]![0]!["code"]}", Is.EqualTo("3 import.csv.quote"));
    }

    [Test]
    public async Task A_file_that_is_too_large_or_has_too_many_lines_is_413()
    {
        var large = await PostAsync(NdJson, new string('\n', 200_001));
        var unknown = await PostAsync(NdJson, new string('\n', 200_001), chunked: true);
        var many = await PostAsync(NdJson, string.Concat(Enumerable.Repeat("{}\n", 1201)));

        Assert.That((int)large.StatusCode, Is.EqualTo(413));
        Assert.That((int)unknown.StatusCode, Is.EqualTo(413));
        Assert.That((string?)(await JsonOf(unknown))["code"], Is.EqualTo("import.too_large"));
        Assert.That((int)many.StatusCode, Is.EqualTo(413));
        Assert.That((string?)(await JsonOf(many))["code"], Is.EqualTo("import.lines.too_many"));
    }

    [Test]
    public async Task Of_very_many_bad_lines_the_first_thousand_faults_are_listed_and_all_are_counted()
    {
        var file = string.Concat(Enumerable.Repeat("{}\n", 1200));

        var refused = await JsonOf(await PostAsync(NdJson, file));
        var taken = await JsonOf(await PostAsync(NdJson, file, "?mode=valid"));

        Assert.That(refused["errors"]!.AsArray(), Has.Count.EqualTo(1000));
        Assert.That((int)refused["total"]!, Is.EqualTo(2400));
        Assert.That(taken["errors"]!.AsArray(), Has.Count.EqualTo(1000));
        Assert.That(((int)taken["faults"]!, (int)taken["added"]!), Is.EqualTo((2400, 0)));
    }

    [Test]
    public async Task Who_may_not_add_and_what_is_no_such_file_and_what_cannot_be_asked_is_refused()
    {
        using var nobody = service.CreateClient();
        using var stranger = await service.ClientWithKeyAsync("countries:change");
        const string File = "name,currencies\nA,";

        Assert.That((int)(await PostAsync(Csv, File, by: nobody)).StatusCode, Is.EqualTo(401));
        Assert.That((int)(await PostAsync(Csv, File, by: stranger)).StatusCode, Is.EqualTo(403));
        Assert.That((int)(await PostAsync("application/json", File)).StatusCode, Is.EqualTo(415));
        Assert.That((int)(await PostAsync("text/csv; charset=latin1", File)).StatusCode, Is.EqualTo(415));
        Assert.That((int)(await PostAsync(Csv, File, accept: "image/png")).StatusCode, Is.EqualTo(406));
        var mode = await PostAsync(Csv, File, "?mode=vald");
        Assert.That((string?)(await JsonOf(mode))["errors"]![0]!["nearest"], Is.EqualTo("valid"));
        Assert.That((int)(await PostAsync(Csv, File, "?moed=valid")).StatusCode, Is.EqualTo(400));
        Assert.That(await CountAsync(), Is.EqualTo(250));
        Assert.That((int)(await PostAsync(Csv, File, accept: "application/xml")).StatusCode, Is.EqualTo(200));
    }

    [Test]
    public async Task A_file_that_is_sent_again_with_its_key_is_taken_once()
    {
        const string File = "name,currencies\nOnce,";

        var bad = await PostAsync(Csv, "name,currencies\nX,XQX", key: "k");
        var first = await PostAsync(Csv, File, key: "k");
        var again = await PostAsync(Csv, File, key: "k");
        var other = await PostAsync(Csv, "name,currencies\nTwice,", key: "k");
        var otherMode = await PostAsync(Csv, File, "?mode=valid", key: "k");

        Assert.That((int)bad.StatusCode, Is.EqualTo(400));
        Assert.That((int)first.StatusCode, Is.EqualTo(200), await first.Content.ReadAsStringAsync());
        Assert.That((int)again.StatusCode, Is.EqualTo(200));
        Assert.That(await again.Content.ReadAsStringAsync(), Is.EqualTo(await first.Content.ReadAsStringAsync()));
        Assert.That(again.Headers.GetValues("Idempotent-Replayed"), Is.EqualTo(["true"]));
        Assert.That((int)other.StatusCode, Is.EqualTo(422));
        Assert.That((int)otherMode.StatusCode, Is.EqualTo(422));
        Assert.That(await CountAsync(), Is.EqualTo(251));
    }

    [TestCase(Csv, "")]
    [TestCase(NdJson, "")]
    [TestCase(
        Csv,
        "&fields=name,currencies,capitals.name,capitals.latitude,capitals.longitude,languages,demonyms,alternateNames,utcOffsets,gini,location,population,independent,edited,id"
    )]
    public async Task What_was_exported_can_be_imported_again(string type, string fields)
    {
        await PostAsync(
            NdJson,
            """
            {"name":"=Sum, \"Land\"","currencies":["EUR","KES"],"alternateNames":["a;b","c\\d","-x"],"utcOffsets":["UTC-05:00"],"gini":{"year":2020,"value":-0.0},"population":12,"independent":true}
            {"name":"'=Guarded","currencies":[],"location":{"latitude":-1.25,"longitude":2},"languages":[{"code":"de","iso6393":"deu","name":"German"},{"code":"fr","iso6393":"fra","name":"French","percent":1.5}]}
            {"name":"'s Third","currencies":["USD"],"capitals":[{"name":"One"},{"name":"Two"}],"demonyms":[{"language":"en","male":"M","female":"F"}]}
            """
        );
        var before = await LocalAsync();
        Assert.That(before, Has.Count.EqualTo(3));
        using var export = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/countries?source=local{fields}");
        export.Headers.Add("Accept", type);
        var file = await (await client.SendAsync(export)).Content.ReadAsStringAsync();

        var clash = await JsonOf(await PostAsync(type, file));
        Assert.That(
            clash["errors"]!.AsArray().Select(e => (string?)e!["code"]).Distinct(),
            Is.EquivalentTo(["country.exists", "country.name.taken"])
        );
        foreach (var country in before)
        {
            using var delete = new HttpRequestMessage(HttpMethod.Delete, $"/api/v1/countries/{country["id"]}");
            delete.Headers.Add("If-Match", "*");
            Assert.That((int)(await client.SendAsync(delete)).StatusCode, Is.EqualTo(204));
        }
        var answer = await PostAsync(type, file);

        Assert.That((int)answer.StatusCode, Is.EqualTo(200), await answer.Content.ReadAsStringAsync());
        Assert.That((await LocalAsync()).Select(Content), Is.EqualTo(before.Select(Content)));
    }

    [Test]
    public async Task A_client_that_sends_slowly_holds_no_other_writer_up()
    {
        var (rest, sending) = await BeginAsync("name,currencies\nSlow,\n");

        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        var other = await client.PostAsJsonAsync(
            "/api/v1/countries",
            new { name = "Quick", currencies = Array.Empty<string>() },
            limit.Token
        );
        Assert.That((int)other.StatusCode, Is.EqualTo(201));
        Assert.That(sending.IsCompleted, Is.False);

        await rest.WriteAsync("quick,\n"u8.ToArray());
        await rest.CompleteAsync();
        var answer = await sending;
        Assert.That((int)answer.StatusCode, Is.EqualTo(400), "what came in between is seen");
        Assert.That((string?)(await JsonOf(answer))["errors"]![0]!["code"], Is.EqualTo("country.name.taken"));
    }

    [Test]
    public async Task One_file_is_taken_at_a_time_and_another_waits_for_a_while_then_is_told_to_come_again()
    {
        var (rest, sending) = await BeginAsync("name,currencies\nSlow,\n");

        // The beginning may still be on its way, and then others are first.
        var refused = await PostAsync(Csv, "name,currencies\nBefore 0,");
        for (var i = 1; i < 50 && refused.IsSuccessStatusCode; i++)
            refused = await PostAsync(Csv, $"name,currencies\nBefore {i},");
        Assert.That((int)refused.StatusCode, Is.EqualTo(429), await refused.Content.ReadAsStringAsync());
        Assert.That(refused.Headers.RetryAfter!.Delta, Is.EqualTo(TimeSpan.FromSeconds(10)));
        Assert.That((string?)(await JsonOf(refused))["code"], Is.EqualTo("import.busy"));
        Assert.That((int)(await client.GetAsync("/api/v1/countries?limit=1")).StatusCode, Is.EqualTo(200));

        var waiting = PostAsync(Csv, "name,currencies\nWaiting,");
        await Task.Delay(200);
        Assert.That(waiting.IsCompleted, Is.False);
        await rest.CompleteAsync();
        Assert.That((int)(await sending).StatusCode, Is.EqualTo(200));
        Assert.That((int)(await waiting).StatusCode, Is.EqualTo(200));
        Assert.That(
            (await LocalAsync())
                .Select(c => (string)c["name"]!)
                .Where(name => !name.StartsWith("Before", StringComparison.Ordinal)),
            Is.EqualTo(["Slow", "Waiting"])
        );
    }

    /// <summary>Sends the beginning of a file, which arrives; the rest is sent later.</summary>
    private async Task<(PipeWriter Writer, Task<HttpResponseMessage> Sending)> BeginAsync(string beginning)
    {
        var pipe = new Pipe();
        var content = new StreamContent(pipe.Reader.AsStream());
        content.Headers.Add("Content-Type", Csv);
        // The client sends what fills its buffer; blank lines are passed over.
        await pipe.Writer.WriteAsync(Encoding.UTF8.GetBytes(beginning + new string('\n', 30_000)));
        var sending = client.PostAsync("/api/v1/countries/imports", content);
        await Task.Delay(300);
        return (pipe.Writer, sending);
    }

    private Task<HttpResponseMessage> PostAsync(
        string type,
        string file,
        string query = "",
        string? key = null,
        string? accept = null,
        HttpClient? by = null,
        bool chunked = false
    ) => PostAsync(type, Encoding.UTF8.GetBytes(file), query, key, accept, by, chunked);

    private async Task<HttpResponseMessage> PostAsync(
        string type,
        byte[] file,
        string query = "",
        string? key = null,
        string? accept = null,
        HttpClient? by = null,
        bool chunked = false
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/countries/imports{query}")
        {
            Content = new ByteArrayContent(file),
        };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        request.Headers.TransferEncodingChunked = chunked;
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        if (accept is not null)
            request.Headers.Add("Accept", accept);
        return await (by ?? client).SendAsync(request);
    }

    private async Task<JsonObject> GetAsync(string path) => (await client.GetFromJsonAsync<JsonObject>(path))!;

    private async Task<int> CountAsync() => (int)(await GetAsync("/api/v1/countries?limit=1"))["total"]!;

    private async Task<List<JsonObject>> LocalAsync() =>
        [
            .. (await GetAsync("/api/v1/countries?source=local&sort=name"))["items"]!
                .AsArray()
                .Select(item => item!.AsObject()),
        ];

    private static string Content(JsonObject country)
    {
        string[] others = ["id", "version", "addedAt"];
        return string.Join(
            ' ',
            country.Where(m => !others.Contains(m.Key)).Select(m => $"{m.Key}={m.Value?.ToJsonString()}")
        );
    }

    private static async Task<JsonObject> JsonOf(HttpResponseMessage answer) =>
        JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsObject();
}
