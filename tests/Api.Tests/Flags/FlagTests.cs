using System.Buffers.Binary;
using System.Reflection;
using System.Text.Json.Nodes;
using Api.Tests.Seed;
using Api.Tests.Testing;

namespace Api.Tests.Flags;

/// <summary>The flags as pictures, for every country of the data set.</summary>
[TestFixture]
internal sealed class FlagTests
{
    private static readonly byte[] PngSignature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    private RunningService service = null!;

    [OneTimeSetUp]
    public void Start() => service = new();

    [OneTimeTearDown]
    public void Stop() => service.Dispose();

    private Task<HttpResponseMessage> GetAsync(string path) => service.Client.GetAsync(path);

    [Test]
    public async Task Every_country_has_a_flag_in_both_formats()
    {
        var codes = AllCodes();
        Assert.That(codes, Has.Length.EqualTo(250));

        foreach (var code in codes)
        {
            var svg = await service.Client.GetStringAsync($"/flags/{code}.svg");
            var png = await service.Client.GetByteArrayAsync($"/flags/{code}.png");
            var picture = Answers.Xml(svg);

            Assert.Multiple(() =>
            {
                Assert.That(picture.Name.LocalName, Is.EqualTo("svg"), code);
                Assert.That((string?)picture.Attribute("viewBox"), Is.EqualTo("0 0 640 480"), code);
                Assert.That(png[..8], Is.EqualTo(PngSignature), code);
                Assert.That(BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), Is.EqualTo(320), code);
                Assert.That(BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)), Is.EqualTo(240), code);
            });
        }
    }

    [TestCase("/flags/de.svg", "image/svg+xml")]
    [TestCase("/flags/DE.svg", "image/svg+xml")]
    [TestCase("/flags/De.SVG", "image/svg+xml")]
    [TestCase("/flags/xk.png", "image/png")]
    [TestCase("/Flags/XK.PNG", "image/png")]
    public async Task A_flag_is_found_in_any_case_of_letters_and_any_page_may_show_it(string path, string type)
    {
        using var answer = await GetAsync(path);

        Assert.Multiple(() =>
        {
            Assert.That((int)answer.StatusCode, Is.EqualTo(200));
            Assert.That(answer.Field("Content-Type"), Is.EqualTo(type));
            Assert.That(answer.Field("Access-Control-Allow-Origin"), Is.EqualTo("*"));
            Assert.That(answer.Field("Cache-Control"), Is.EqualTo("public, max-age=86400"));
            Assert.That(answer.Headers.ETag?.IsWeak, Is.False);
        });
    }

    [Test]
    public async Task Whoever_has_the_picture_gets_304_and_the_tag_of_another_is_not_good()
    {
        using var first = await GetAsync("/flags/ch.svg");
        var tag = first.Field("ETag")!;

        using var again = await AskAsync(HttpMethod.Get, "/flags/CH.svg", tag);
        using var other = await AskAsync(HttpMethod.Get, "/flags/ch.png", tag);

        Assert.Multiple(() =>
        {
            Assert.That((int)again.StatusCode, Is.EqualTo(304));
            Assert.That(again.Field("ETag"), Is.EqualTo(tag));
            Assert.That(again.Field("Cache-Control"), Is.EqualTo("public, max-age=86400"));
            Assert.That((int)other.StatusCode, Is.EqualTo(200));
        });
    }

    [Test]
    public async Task HEAD_answers_as_GET_does_without_the_picture()
    {
        using var get = await GetAsync("/flags/fr.png");
        using var head = await AskAsync(HttpMethod.Head, "/flags/fr.png");

        Assert.Multiple(async () =>
        {
            Assert.That((int)head.StatusCode, Is.EqualTo(200));
            Assert.That(head.Content.Headers.ContentLength, Is.EqualTo(get.Content.Headers.ContentLength));
            Assert.That(head.Field("ETag"), Is.EqualTo(get.Field("ETag")));
            Assert.That(await head.Content.ReadAsByteArrayAsync(), Is.Empty);
        });
    }

    [TestCase("/flags/zz.svg")]
    [TestCase("/flags/deu.svg")]
    [TestCase("/flags/d.png")]
    [TestCase("/flags/%C3%9F%C3%9F.png")]
    [TestCase("/flags/..%2Fde.svg")]
    [TestCase("/flags/de.gif")]
    [TestCase("/flags/de")]
    [TestCase("/flags/")]
    public async Task What_is_no_flag_is_a_problem(string path)
    {
        using var answer = await GetAsync(path);
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;

        Assert.Multiple(() =>
        {
            Assert.That((int)answer.StatusCode, Is.EqualTo(404));
            Assert.That(answer.Type(), Is.EqualTo("application/problem+json"));
            Assert.That((int?)problem["status"], Is.EqualTo(404));
            Assert.That(answer.Field("Cache-Control"), Is.EqualTo("no-store"));
        });
    }

    [Test]
    public async Task A_flag_can_only_be_read() =>
        Assert.That((int)(await AskAsync(HttpMethod.Delete, "/flags/de.svg")).StatusCode, Is.EqualTo(405));

    /// <summary>The codes of the data set, which this project sees as a file of the running service only.</summary>
    private static string[] AllCodes()
    {
        using var countries = Assembly
            .Load("Countries.Infrastructure")
            .GetManifestResourceStream("DataSet/countries.json")!;
        return [.. JsonNode.Parse(countries)!.AsArray().Select(country => (string)country!["alpha2"]!)];
    }

    private async Task<HttpResponseMessage> AskAsync(HttpMethod method, string path, string? ifNoneMatch = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (ifNoneMatch is not null)
            request.Headers.With("If-None-Match", ifNoneMatch);
        return await service.Client.SendAsync(request);
    }
}
