using System.Globalization;
using System.IO.Compression;
using System.Text.Json.Nodes;
using Api.Tests.Seed;
using CsvHelper;

namespace Api.Tests.V1;

/// <summary>HTTP done right: formats, entity tags, methods, caches.</summary>
[TestFixture]
internal sealed class HttpTests : V1Fixture
{
    private static readonly string[] Formats = [Json, Xml, Csv, NdJson];
    private static readonly string[] Paths =
    [
        "/countries",
        "/countries/CH",
        "/countries?fields=name,currencies.code&limit=3",
    ];

    [Test]
    public async Task Every_format_is_served_and_parses_back()
    {
        var names = await ColumnAsync("/countries?region=Europe&limit=50", "name");
        var xml = Answers.Xml(await TextAsync("/countries?region=Europe&limit=50", Xml));
        var lines = (await TextAsync("/countries?region=Europe&limit=50", NdJson))
            .TrimEnd('\n')
            .Split('\n')
            .Select(line => JsonNode.Parse(line)!);
        using var csv = new CsvReader(
            new StringReader(await TextAsync("/countries?region=Europe&limit=50", Csv)),
            CultureInfo.InvariantCulture
        );
        var rows = csv.GetRecords<dynamic>().Select(row => (IDictionary<string, object>)row).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(
                xml.Element("items")!.Elements("country").Select(c => c.Element("name")!.Value),
                Is.EqualTo(names)
            );
            Assert.That(xml.Element("total")!.Value, Is.EqualTo("52"));
            Assert.That(xml.Element("next")!.Value, Does.StartWith("/api/v1/countries?"));
            Assert.That(lines.Select(line => (string)line["name"]!), Is.EqualTo(names));
            Assert.That(rows.Select(row => row["name"]), Is.EqualTo(names));
        });
        var swiss = rows.Single(row => (string)row["alpha2"] == "CH");
        Assert.Multiple(() =>
        {
            Assert.That(swiss["currencies"], Is.EqualTo("CHF;CHE;CHW"));
            Assert.That(swiss["borders"], Is.EqualTo("AUT;DEU;FRA;ITA;LIE"));
            Assert.That(swiss["gini.year"], Is.EqualTo("2020"));
            Assert.That(swiss["location.latitude"], Is.EqualTo("47"));
            Assert.That(swiss["localCurrency"], Is.Empty);
            Assert.That(swiss["independent"], Is.EqualTo("true"));
        });
    }

    [TestCase(null, "application/json")]
    [TestCase("*/*", "application/json")]
    [TestCase("text/csv;q=0.5, application/xml;q=0.9", "application/xml")]
    [TestCase("text/xml", "text/xml")]
    [TestCase("application/x-ndjson", "application/x-ndjson")]
    [TestCase("text/*", "text/xml")]
    public async Task The_format_is_the_one_that_the_client_prefers(string? accept, string type)
    {
        using var answer = await SendAsync("/countries/CH", accept);

        Assert.That(answer.Type(), Is.EqualTo(type));
    }

    [Test]
    public async Task A_client_that_takes_none_of_the_formats_is_told_so()
    {
        using var answer = await SendAsync("/countries", "image/png");

        Assert.That((int)answer.StatusCode, Is.EqualTo(406));
        Assert.That(answer.Type(), Is.EqualTo("application/problem+json"));
    }

    [Test]
    public async Task A_problem_is_XML_for_a_client_that_wants_XML()
    {
        using var answer = await SendAsync("/countries?sort=populaton", Xml);
        var problem = Answers.Xml(await answer.Content.ReadAsStringAsync());

        Assert.That(answer.Type(), Is.EqualTo("application/problem+xml"));
        Assert.That(problem.Name.ToString(), Is.EqualTo("{urn:ietf:rfc:7807}problem"));
        Assert.That(
            problem.Elements().Select(e => e.Name.LocalName),
            Is.EquivalentTo(["type", "title", "status", "detail", "instance", "code", "errors", "traceId"])
        );
        Assert.That(problem.Descendants().Single(e => e.Name.LocalName == "nearest").Value, Is.EqualTo("population"));
    }

    [Test]
    public async Task Tags_are_strong_and_one_for_each_representation()
    {
        var tags = new List<string>();
        foreach (var path in Paths)
        {
            foreach (var format in Formats)
            {
                using var answer = await SendAsync(path, format);
                Assert.That(answer.Headers.ETag!.IsWeak, Is.False);
                tags.Add(answer.Headers.ETag.Tag);
                using var again = await SendAsync(path, format, fields: $"If-None-Match: {answer.Headers.ETag.Tag}");
                Assert.That((int)again.StatusCode, Is.EqualTo(304));
                Assert.That(await again.Content.ReadAsStringAsync(), Is.Empty);
                foreach (var field in new[] { "ETag", "Cache-Control", "Vary" })
                    Assert.That(again.Field(field), Is.EqualTo(answer.Field(field)), field);
            }
        }
        Assert.That(tags, Is.Unique);
    }

    [Test]
    public async Task Answers_are_compressed_for_clients_that_ask_for_it_each_with_a_tag_of_its_own(
        [Values("/countries?q=island", "/countries/CH", "/currencies", "/changes")] string path,
        [Values("br", "gzip")] string coding
    )
    {
        using var plain = await SendAsync(path);
        using var answer = await SendAsync(path, fields: $"Accept-Encoding: {coding}");
        using var head = await SendAsync(path, method: HttpMethod.Head, fields: $"Accept-Encoding: {coding}");
        var tag = answer.Headers.ETag!.Tag;

        Assert.That(answer.Content.Headers.ContentEncoding, Is.EqualTo([coding]));
        Assert.That(tag, Is.EqualTo(plain.Headers.ETag!.Tag.Insert(plain.Headers.ETag.Tag.Length - 1, $"-{coding}")));
        Assert.That(answer.Field("Vary"), Does.Contain("Accept-Encoding").And.EqualTo(plain.Field("Vary")));
        Assert.That(answer.Content.Headers.ContentLength, Is.LessThan(plain.Content.Headers.ContentLength!));
        Assert.That(head.Content.Headers.ContentLength, Is.EqualTo(answer.Content.Headers.ContentLength));
        Assert.That(head.Headers.ETag!.Tag, Is.EqualTo(tag));
        var sent = await answer.Content.ReadAsStreamAsync();
        using var text = new StreamReader(
            coding == "br"
                ? new BrotliStream(sent, CompressionMode.Decompress)
                : new GZipStream(sent, CompressionMode.Decompress)
        );
        Assert.That(await text.ReadToEndAsync(), Is.EqualTo(await plain.Content.ReadAsStringAsync()));

        using var known = await SendAsync(path, null, null, $"Accept-Encoding: {coding}", $"If-None-Match: {tag}");
        using var other = await SendAsync(path, fields: $"If-None-Match: {tag}");
        Assert.That(((int)known.StatusCode, (int)other.StatusCode), Is.EqualTo((304, 200)));
        Assert.That((known.Headers.ETag!.Tag, known.Content.Headers.ContentEncoding.Count), Is.EqualTo((tag, 0)));
    }

    [TestCase("/countries/CH?fields=name", "br")]
    [TestCase("/countries", "identity")]
    [TestCase("/countries", "br;q=0, gzip;q=0")]
    public async Task What_is_small_or_not_asked_for_compressed_goes_as_it_is(string path, string codings)
    {
        using var plain = await SendAsync(path);
        using var answer = await SendAsync(path, fields: $"Accept-Encoding: {codings}");

        Assert.That(answer.Content.Headers.ContentEncoding, Is.Empty);
        Assert.That(answer.Headers.ETag, Is.EqualTo(plain.Headers.ETag));
    }

    [Test]
    public async Task The_tag_of_a_country_begins_with_its_version()
    {
        using var answer = await SendAsync("/countries/CH");
        var country = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;

        Assert.That(answer.Headers.ETag!.Tag, Does.StartWith($"\"{country["version"]}-"));
    }

    [Test]
    public async Task HEAD_has_the_fields_of_GET_and_no_body()
    {
        foreach (var path in Paths.Append("/countries/XX").Append("/countries?limit=0"))
        {
            foreach (var format in Formats)
            {
                using var get = await SendAsync(path, format);
                using var head = await SendAsync(path, format, HttpMethod.Head);
                Assert.That(head.StatusCode, Is.EqualTo(get.StatusCode), path);
                Assert.That(await head.Content.ReadAsStringAsync(), Is.Empty);
                foreach (
                    var field in new[] { "ETag", "Cache-Control", "Vary", "Link", "Content-Type", "Content-Language" }
                )
                    Assert.That(head.Field(field), Is.EqualTo(get.Field(field)), $"{path} {field}");
                if (get.IsSuccessStatusCode)
                    Assert.That(
                        head.Content.Headers.ContentLength,
                        Is.EqualTo((await get.Content.ReadAsByteArrayAsync()).Length)
                    );
            }
        }
    }

    [Test]
    public async Task OPTIONS_says_the_methods()
    {
        foreach (var path in new[] { "/countries", "/countries/CH" })
        {
            using var answer = await SendAsync(path, method: HttpMethod.Options);
            Assert.That((int)answer.StatusCode, Is.EqualTo(204));
            Assert.That(answer.Content.Headers.Allow, Is.SupersetOf(["GET", "HEAD", "OPTIONS"]));
        }
    }

    [Test]
    public async Task Another_method_is_a_problem_that_says_which_ones_there_are()
    {
        using var answer = await SendAsync("/countries", method: HttpMethod.Trace);

        Assert.That((int)answer.StatusCode, Is.EqualTo(405));
        Assert.That(answer.Type(), Is.EqualTo("application/problem+json"));
        Assert.That(answer.Content.Headers.Allow, Is.SupersetOf(["GET", "HEAD", "OPTIONS"]));
    }

    [Test]
    public async Task A_path_that_does_not_exist_is_a_problem()
    {
        var problem = await ProblemAsync("/nothing", 404);

        Assert.That((string?)problem["code"], Is.EqualTo("http.not_found"));
    }

    [Test]
    public async Task What_a_shared_cache_may_keep_is_said()
    {
        using var answer = await SendAsync("/countries?on=2020-01-01");

        Assert.That(answer.Field("Cache-Control"), Is.EqualTo("public, max-age=60, stale-while-revalidate=30"));
        Assert.That(answer.Field("Vary"), Is.EqualTo("Accept, Accept-Language, Accept-Encoding"));
    }
}
