using System.IO.Compression;
using Api.Tests.Seed;
using Api.Tests.Testing;

namespace Api.Tests.RestCountries;

/// <summary>Answers may be kept for an hour and asked for again with their tag; each coding and each host has its own.</summary>
[TestFixture]
internal sealed class CachingTests : RestCountriesFixture
{
    // The links follow the host that the client used.
    protected override Dictionary<string, string> Settings => [];

    [TestCase("/all")]
    [TestCase("/all?fields=name,cca3")]
    [TestCase("/alpha/ch")]
    [TestCase("/name/peru")]
    public async Task Every_coding_has_a_strong_tag_of_its_own_that_gives_304(string path)
    {
        var tags = new List<string>();
        foreach (var coding in new[] { "identity", "gzip", "br" })
        {
            var answer = await GetAsync(path, ("Accept-Encoding", coding));
            var tag = answer.Field("ETag")!;
            var again = await GetAsync(path, ("Accept-Encoding", coding), ("If-None-Match", tag));
            tags.Add(tag);

            Assert.Multiple(() =>
            {
                Assert.That(answer.Field("Content-Encoding") ?? "identity", Is.EqualTo(coding));
                Assert.That(tag, Does.StartWith("\""), "it is strong");
                foreach (var each in new[] { answer, again })
                {
                    Assert.That(each.Field("Cache-Control"), Is.EqualTo("public, max-age=3600"));
                    Assert.That(each.Field("Vary"), Is.EqualTo("Accept-Encoding"));
                    Assert.That(each.Field("ETag"), Is.EqualTo(tag));
                }
                Assert.That((int)again.StatusCode, Is.EqualTo(304));
            });
        }
        Assert.That(tags, Is.Unique);
    }

    [Test]
    public async Task What_is_compressed_says_the_same()
    {
        var plain = await (await GetAsync("/all")).Content.ReadAsByteArrayAsync();
        var brotli = await (await GetAsync("/all", ("Accept-Encoding", "br"))).Content.ReadAsStreamAsync();
        using var undone = new MemoryStream();
        await new BrotliStream(brotli, CompressionMode.Decompress).CopyToAsync(undone);

        Assert.That(undone.ToArray(), Is.EqualTo(plain));
    }

    [Test]
    public async Task Errors_may_not_be_kept_for_an_hour() =>
        Assert.That((await GetAsync("/alpha/zz")).Field("Cache-Control"), Is.Null);

    [Test]
    public async Task Links_to_flags_carry_the_host_that_the_client_used()
    {
        var one = await GetAsync("/alpha/de?fields=flags", ("Host", "one.example.org"));
        var other = await GetAsync("/alpha/de?fields=flags", ("Host", "other.example.org:8080"));

        await Task.FromResult(one).MustContainAsync("\"svg\":\"http://one.example.org/flags/de.svg\"");
        await Task.FromResult(other).MustContainAsync("\"png\":\"http://other.example.org:8080/flags/de.png\"");
        Assert.That(other.Field("ETag"), Is.Not.EqualTo(one.Field("ETag")));
    }

    [Test]
    public async Task What_has_no_links_is_the_same_for_every_host()
    {
        var one = await GetAsync("/alpha/de?fields=name", ("Host", "one.example.org"));
        var other = await GetAsync("/alpha/de?fields=name", ("Host", "other.example.org"));

        Assert.That(other.Field("ETag"), Is.EqualTo(one.Field("ETag")));
    }

    [Test]
    public Task A_host_longer_than_any_name_is_refused_since_each_link_would_repeat_it() =>
        GetAsync("/all", ("Host", string.Concat(Enumerable.Repeat("abcdefghi.", 27)) + "com"))
            .MustBeAsync(400, """{"message":"Bad Request","status":400}""");

    [Test]
    public async Task A_host_cannot_leave_the_text_that_it_stands_in()
    {
        var answer = await GetAsync("/alpha/de?fields=flags", ("Host", "a'b&c"));

        if ((int)answer.StatusCode == 200)
            Assert.That(
                System
                    .Text.Json.JsonDocument.Parse(await answer.Content.ReadAsStringAsync())
                    .RootElement.GetProperty("flags")
                    .GetProperty("svg")
                    .GetString(),
                Is.EqualTo("http://a'b&c/flags/de.svg")
            );
        else
            Assert.That((int)answer.StatusCode, Is.EqualTo(400));
    }

    [Test]
    public async Task The_address_that_was_set_goes_before_the_host_of_the_request()
    {
        using var service = new RunningService(
            new() { ["Compatibility:RestCountries:BaseUrl"] = "https://countries.example.org/" }
        );

        Assert.That(
            await service.Client.GetStringAsync("/v3.1/alpha/de?fields=flags"),
            Does.Contain("\"svg\":\"https://countries.example.org/flags/de.svg\"")
        );
    }

    [TestCase("127.0.0.1", "https")]
    [TestCase("192.0.2.1", "http", Description = "whoever else says it is not believed")]
    public async Task Behind_a_known_proxy_links_have_the_scheme_that_the_client_uses(string proxy, string scheme)
    {
        using var service = new RunningService(new() { ["ForwardedHeaders:KnownProxies:0"] = proxy });
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v3.1/alpha/de?fields=flags");
        request.Headers.TryAddWithoutValidation("X-Forwarded-Proto", "https");
        request.Headers.Host = "countries.example.org";

        using var answer = await service.Client.SendAsync(request);

        Assert.That(
            await answer.Content.ReadAsStringAsync(),
            Does.Contain($"\"svg\":\"{scheme}://countries.example.org/flags/de.svg\"")
        );
    }
}

internal static class BodyAssertions
{
    /// <summary>The answer has this text in its body.</summary>
    public static async Task MustContainAsync(this Task<HttpResponseMessage> exchange, string text) =>
        Assert.That(await exchange.MustBeAsync(200), Does.Contain(text));
}
