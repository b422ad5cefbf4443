using System.IO.Compression;
using System.Text;
using CsCheck;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Shared.Api.Caching;

namespace Shared.Tests.Api;

/// <summary>A finished answer, and who need not get it again (RFC 9110, sections 8.8.3 and 13.1.2).</summary>
[TestFixture]
internal sealed class RepresentationTests
{
    private static readonly Representation Answer = new("Köln"u8.ToArray(), "text/csv; charset=utf-8");
    private static readonly Representation Large = new(
        Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 1000).Select(i => $"{i},"))),
        "text/csv"
    )
    {
        IsCompressed = true,
    };

    [Test]
    public async Task The_bytes_are_sent_with_their_length_type_and_tag()
    {
        var (response, body) = await SendAsync(HttpMethods.Get);

        Assert.Multiple(() =>
        {
            Assert.That(response.StatusCode, Is.EqualTo(StatusCodes.Status200OK));
            Assert.That(body, Is.EqualTo("Köln"));
            Assert.That(response.ContentLength, Is.EqualTo(5), "in bytes, not in letters");
            Assert.That(response.ContentType, Is.EqualTo("text/csv; charset=utf-8"));
            Assert.That(response.Headers.ETag.ToString(), Is.EqualTo(Answer.EntityTag));
        });
    }

    [Test]
    public async Task HEAD_gets_the_same_header_without_a_body()
    {
        var (get, _) = await SendAsync(HttpMethods.Get);
        var (head, body) = await SendAsync(HttpMethods.Head);

        Assert.That(head.Headers, Is.EquivalentTo(get.Headers));
        Assert.That(head.StatusCode, Is.EqualTo(get.StatusCode));
        Assert.That(body, Is.Empty);
    }

    [TestCase("{0}", TestName = "The tag itself")]
    [TestCase("W/{0}", TestName = "The tag as a weak one")]
    [TestCase("\"other\", {0}", TestName = "The tag in a list")]
    [TestCase("\"other\",W/{0} , \"third\"", TestName = "The weak tag in a list")]
    [TestCase("*", TestName = "Any tag")]
    [TestCase("\"a, comma\", {0}", TestName = "The tag after one with a comma")]
    public async Task Whoever_has_it_gets_304_with_the_tag_and_no_content(string ifNoneMatch)
    {
        foreach (var method in new[] { HttpMethods.Get, HttpMethods.Head })
        {
            var (response, body) = await SendAsync(method, ifNoneMatch.Replace("{0}", Answer.EntityTag));

            Assert.Multiple(() =>
            {
                Assert.That(response.StatusCode, Is.EqualTo(StatusCodes.Status304NotModified), method);
                Assert.That(response.Headers.ETag.ToString(), Is.EqualTo(Answer.EntityTag), method);
                Assert.That(response.ContentType, Is.Null, method);
                Assert.That(response.ContentLength, Is.Null, method);
                Assert.That(body, Is.Empty, method);
            });
        }
    }

    [Test]
    public async Task The_list_may_be_spread_over_several_fields()
    {
        var (response, _) = await SendAsync(HttpMethods.Get, "\"other\"", Answer.EntityTag);

        Assert.That(response.StatusCode, Is.EqualTo(StatusCodes.Status304NotModified));
    }

    [TestCase("\"other\"")]
    [TestCase("\"\"")]
    [TestCase("W/\"other\", \"third\"")]
    [TestCase("other")]
    [TestCase("\"*\"", Description = "a tag that is a star is not any tag")]
    [TestCase("")]
    public async Task Whoever_has_another_one_gets_it(string ifNoneMatch)
    {
        var (response, body) = await SendAsync(HttpMethods.Get, ifNoneMatch);

        Assert.That(response.StatusCode, Is.EqualTo(StatusCodes.Status200OK));
        Assert.That(body, Is.EqualTo("Köln"));
    }

    [Test]
    public void The_tag_is_strong_and_well_formed() => Assert.That(Answer.EntityTag, Does.Match("^\"[!#-~]{20,}\"$"));

    [Test]
    public void The_tags_are_equal_exactly_when_the_bytes_are() =>
        Gen.Select(Gen.Byte[0, 3].Array[0, 3], Gen.Byte[0, 3].Array[0, 3])
            .Sample(
                (one, other) =>
                    new Representation(one, "a/b").EntityTag
                    == new Representation(other, "a/b").EntityTag
                    == one.AsSpan().SequenceEqual(other)
            );

    [TestCase("br", "br")]
    [TestCase("gzip", "gzip")]
    [TestCase("gzip, deflate, br, zstd", "br")]
    [TestCase("gzip, deflate", "gzip")]
    [TestCase("br;q=0.5, gzip;q=0.8", "gzip")]
    [TestCase("br;q=0, gzip", "gzip")]
    [TestCase("BR", "br")]
    [TestCase("*", "br")]
    [TestCase("br;q=0, *", "gzip")]
    [TestCase("identity, *;q=0", null)]
    [TestCase("identity;q=1, br;q=0.5", null)]
    [TestCase("identity, gzip;q=0.5", null)]
    [TestCase("br;q=0, gzip;q=0", null)]
    [TestCase("deflate", null)]
    [TestCase("", null)]
    [TestCase(";;;", null)]
    public async Task The_client_gets_the_coding_that_it_likes_best(string accepted, string? coding)
    {
        var (response, _) = await SendLargeAsync(accepted);

        Assert.That(response.Headers.ContentEncoding.ToString(), Is.EqualTo(coding ?? ""));
        Assert.That(response.Headers.Vary.ToString(), Is.EqualTo("Accept-Encoding"));
    }

    [Test]
    public async Task What_was_compressed_is_the_same_and_has_a_tag_of_its_own()
    {
        var (plain, content) = await SendLargeAsync("");
        var (brotli, squeezed) = await SendLargeAsync("br");
        var (gzip, zipped) = await SendLargeAsync("gzip");
        using var unsqueezed = new MemoryStream();
        await new BrotliStream(new MemoryStream(squeezed), CompressionMode.Decompress).CopyToAsync(unsqueezed);
        using var unzipped = new MemoryStream();
        await new GZipStream(new MemoryStream(zipped), CompressionMode.Decompress).CopyToAsync(unzipped);

        Assert.Multiple(() =>
        {
            Assert.That(unsqueezed.ToArray(), Is.EqualTo(content));
            Assert.That(unzipped.ToArray(), Is.EqualTo(content));
            Assert.That(brotli.ContentLength, Is.EqualTo(squeezed.Length).And.LessThan(content.Length));
            Assert.That(new[] { plain, brotli, gzip }.Select(response => response.Headers.ETag.ToString()), Is.Unique);
        });
    }

    [Test]
    public async Task The_tag_of_one_coding_is_not_good_for_another()
    {
        var (brotli, _) = await SendLargeAsync("br");
        var tag = brotli.Headers.ETag.ToString();

        Assert.That((await SendLargeAsync("br", tag)).Response.StatusCode, Is.EqualTo(304));
        Assert.That((await SendLargeAsync("gzip", tag)).Response.StatusCode, Is.EqualTo(200));
        Assert.That((await SendLargeAsync("", tag)).Response.StatusCode, Is.EqualTo(200));
    }

    [Test]
    public async Task What_is_small_goes_as_it_is()
    {
        var http = new DefaultHttpContext();
        http.Request.Method = HttpMethods.Get;
        http.Request.Headers.AcceptEncoding = "br";
        await new Representation("Köln"u8.ToArray(), "text/csv") { IsCompressed = true }.ExecuteAsync(http);

        Assert.That(http.Response.Headers.ContentEncoding.ToString(), Is.Empty);
        Assert.That(http.Response.Headers.Vary.ToString(), Is.EqualTo("Accept-Encoding"));
    }

    private static async Task<(HttpResponse Response, byte[] Body)> SendLargeAsync(
        string acceptEncoding,
        string? ifNoneMatch = null
    )
    {
        var http = new DefaultHttpContext();
        var body = new MemoryStream();
        http.Response.Body = body;
        http.Request.Method = HttpMethods.Get;
        http.Request.Headers.AcceptEncoding = acceptEncoding;
        http.Request.Headers.IfNoneMatch = ifNoneMatch;
        await Large.ExecuteAsync(http);
        return (http.Response, body.ToArray());
    }

    private static async Task<(HttpResponse Response, string Body)> SendAsync(
        string method,
        params string[] ifNoneMatch
    )
    {
        var http = new DefaultHttpContext();
        var body = new MemoryStream();
        http.Response.Body = body;
        http.Request.Method = method;
        if (ifNoneMatch.Length > 0)
            http.Request.Headers.IfNoneMatch = new StringValues(ifNoneMatch);
        await Answer.ExecuteAsync(http);
        return (http.Response, Encoding.UTF8.GetString(body.ToArray()));
    }
}
