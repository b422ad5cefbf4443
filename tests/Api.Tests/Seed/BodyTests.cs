using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Api.Tests.Seed;

/// <summary>Bodies that are too large, and bodies in formats that are not read.</summary>
[TestFixture]
internal sealed class BodyTests : SeedFixture
{
    [TestCase("text/plain")]
    [TestCase("application/jsonp")]
    [TestCase("application/vnd.api+json")]
    [TestCase("text/csv")]
    [TestCase("application/octet-stream")]
    [TestCase("application/json; charset=foo")]
    [TestCase("application/json; charset=utf-7")]
    [TestCase("application/json; charset=utf-16")]
    [TestCase("application/xml; charset=iso-8859-1")]
    [TestCase("application/x-www-form-urlencoded; charset=foo")]
    [TestCase("nonsense")]
    public async Task Another_content_type_is_415(string type) =>
        await PostAsync(BodyWithCurrency("\"Shell\""), type)
            .MustBeAsync(415, $$"""{"detail":"Unsupported media type \"{{type}}\" in request."}""");

    [Test]
    public async Task A_body_without_a_content_type_is_415() =>
        await PostAsync(BodyWithCurrency("\"Shell\""), type: null)
            .MustBeAsync(415, """{"detail":"Unsupported media type \"\" in request."}""");

    [TestCase("text/<b>x</b>")]
    [TestCase("text/plain; x=\"\\\"</detail>\"")]
    public async Task A_strange_content_type_breaks_no_format(string type)
    {
        var xml = await PostAsync("x", type, "application/xml").MustBeAsync(415);
        Assert.That(Answers.Xml(xml).Element("detail")?.Value, Does.StartWith("Unsupported media type"));
        Assert.That(await PostAsync("x", type, Browser).MustBeAsync(415), Does.Not.Contain("<b>x</b>"));
    }

    [TestCase("utf-7")]
    [TestCase("utf-16")]
    [TestCase("foo")]
    public async Task A_part_of_a_form_in_a_strange_charset_is_no_error_of_the_service(string charset)
    {
        using var form = new MultipartFormDataContent { { new StringContent(NewName()), "country_name" } };
        using var part = new StringContent("Shell");
        part.Headers.Remove("Content-Type");
        part.Headers.TryAddWithoutValidation("Content-Type", $"text/plain; charset={charset}");
        form.Add(part, "local_currency");

        using var answer = await PostAsync(form);

        Assert.That((int)answer.StatusCode, Is.EqualTo(201).Or.EqualTo(400).Or.EqualTo(415));
    }

    [TestCase("country_name=%FF%FE&local_currency=%ED%A0%80")]
    [TestCase("country_name=%u0041&local_currency=%")]
    [TestCase("&&=&country_name&local_currency=%zz")]
    public async Task A_form_with_broken_escapes_is_no_error_of_the_service(string form)
    {
        using var answer = await PostAsync(form, "application/x-www-form-urlencoded");

        Assert.That((int)answer.StatusCode, Is.EqualTo(201).Or.EqualTo(400));
        Assert.That(await ListAsync(), Has.Count.GreaterThanOrEqualTo(250));
    }

    [TestCase("application/json")]
    [TestCase("application/xml")]
    [TestCase("application/x-www-form-urlencoded")]
    [TestCase("multipart/form-data; boundary=x")]
    [TestCase("text/plain")]
    public async Task A_body_of_70_KB_is_413_in_every_format(string type) =>
        Assert.That(await PostAsync(new byte[70_000], type).MustBeAsync(413), Does.StartWith("""{"detail":"""));

    [Test]
    public async Task A_body_of_60_KB_is_read() =>
        await PostAsync(
                $$"""{"foo":"{{new string('x', 60_000)}}","country_name":"{{NewName()}}","local_currency":"Shell"}"""
            )
            .MustBeAsync(201);

    [TestCase(70_000)]
    [TestCase(31_000_000)]
    public async Task A_large_body_in_chunks_is_413(int length)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Path)
        {
            Content = new ByteArrayContent(new byte[length]),
        };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.TransferEncodingChunked = true;
        request.Headers.With("Accept", "application/xml");

        var body = await Client.SendAsync(request).MustBeAsync(413);

        Assert.That(Answers.Xml(body).Element("detail"), Is.Not.Null);
    }

    /// <summary>A simple client sends everything before it reads: it must find the answer, not a broken connection.</summary>
    [Test]
    public async Task Whoever_sends_31_MB_first_and_reads_then_still_reads_413()
    {
        const int Length = 31_000_000;
        using var tcp = new TcpClient();
        await tcp.ConnectAsync("127.0.0.1", Client.BaseAddress!.Port);
        await using var stream = tcp.GetStream();
        var head = string.Create(
            CultureInfo.InvariantCulture,
            $"POST {Path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {Length}\r\n\r\n"
        );
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head));
        await stream.WriteAsync(new byte[Length]);

        var buffer = new byte[4096];
        var read = await stream.ReadAsync(buffer);

        Assert.That(Encoding.ASCII.GetString(buffer, 0, read), Does.StartWith("HTTP/1.1 413 "));
    }
}
