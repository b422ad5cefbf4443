namespace Api.Tests.Seed;

/// <summary>Entity tags: strong, one for each representation, and new with every change.</summary>
[TestFixture]
internal sealed class CachingTests : SeedFixture
{
    private static readonly string[] Formats =
    [
        "application/json",
        "application/json; indent=4",
        "application/xml",
        "text/xml",
        "text/csv",
        Browser,
    ];

    private async Task<HttpResponseMessage> GetIfNoneMatchAsync(string condition, string accept = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Path);
        request.Headers.With("If-None-Match", condition).With("Accept", accept);
        return await Client.SendAsync(request);
    }

    [Test]
    public async Task Every_format_has_a_strong_tag_that_stays_while_nothing_changes()
    {
        foreach (var format in Formats)
        {
            var tag = (await GetAsync(format)).Headers.ETag;
            Assert.That(tag?.IsWeak, Is.False, format);
            Assert.That((await GetAsync(format)).Headers.ETag, Is.EqualTo(tag), format);
        }
    }

    [Test]
    public async Task Representations_of_different_bytes_have_different_tags()
    {
        var tags = new Dictionary<string, string>();
        foreach (var format in Formats)
        {
            var answer = await GetAsync(format);
            tags[await answer.Content.ReadAsStringAsync()] = answer.Field("ETag")!;
        }

        Assert.That(tags.Values, Is.Unique);
        Assert.That(tags, Has.Count.GreaterThanOrEqualTo(5));
    }

    [TestCase("{0}", 304)]
    [TestCase("W/{0}", 304)]
    [TestCase("\"a\", {0}", 304)]
    [TestCase("\"a,b\" ,W/{0} , \"c\"", 304)]
    [TestCase("*", 304)]
    [TestCase("\"another\"", 200)]
    [TestCase("W/\"another\"", 200)]
    [TestCase("nonsense", 200)]
    [TestCase("\"", 200)]
    [TestCase(",", 200)]
    public async Task Whoever_has_the_representation_gets_304(string condition, int status)
    {
        var tag = (await GetAsync("application/json")).Field("ETag")!;

        var answer = await GetIfNoneMatchAsync(condition.Replace("{0}", tag, StringComparison.Ordinal));
        var body = await answer.Content.ReadAsStringAsync();

        Assert.Multiple(() =>
        {
            Assert.That((int)answer.StatusCode, Is.EqualTo(status));
            Assert.That(body.Length == 0, Is.EqualTo(status == 304));
            Assert.That(answer.Field("ETag"), Is.EqualTo(tag));
            Assert.That(answer.Field("Vary"), Is.EqualTo("Accept"));
            Assert.That(answer.Field("Cache-Control"), Is.EqualTo("no-cache"));
        });
    }

    [Test]
    public async Task Two_fields_of_conditions_count_as_one_list()
    {
        var tag = (await GetAsync("application/json")).Field("ETag")!;
        using var request = new HttpRequestMessage(HttpMethod.Get, Path);
        request.Headers.With("If-None-Match", "\"a\"").With("If-None-Match", tag);

        Assert.That((int)(await Client.SendAsync(request)).StatusCode, Is.EqualTo(304));
    }

    [Test]
    public async Task The_tag_of_one_format_is_not_good_for_another()
    {
        var tag = (await GetAsync("application/xml")).Field("ETag")!;

        Assert.That((int)(await GetIfNoneMatchAsync(tag)).StatusCode, Is.EqualTo(200));
        Assert.That((int)(await GetIfNoneMatchAsync(tag, "application/xml")).StatusCode, Is.EqualTo(304));
    }

    [Test]
    public async Task HEAD_knows_the_condition_too()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, Path);
        request.Headers.With("If-None-Match", (await GetAsync()).Field("ETag")!);

        Assert.That((int)(await Client.SendAsync(request)).StatusCode, Is.EqualTo(304));
    }

    [Test]
    public async Task A_create_shows_in_the_next_read_in_every_format()
    {
        for (var round = 0; round < 3; round++)
        {
            var before = new Dictionary<string, string?>();
            foreach (var format in Formats)
                before[format] = (await GetAsync(format)).Field("ETag");
            var name = NewName();
            await PostAsync(Body($"\"{name}\"", "\"Shell\"")).MustBeAsync(201);

            foreach (var format in Formats)
            {
                var answer = await GetAsync(format);
                Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain(name), format);
                Assert.That(answer.Field("ETag"), Is.Not.EqualTo(before[format]), format);
            }
        }
    }

    [Test]
    public async Task Whoever_adds_finds_the_own_country_also_while_many_add_and_read()
    {
        await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(async _ =>
                {
                    for (var i = 0; i < 5; i++)
                    {
                        var name = NewName();
                        await PostAsync(Body($"\"{name}\"", "\"Shell\"")).MustBeAsync(201);
                        Assert.That(await ListAsync(), Does.Contain((name, "Shell")));
                    }
                })
        );
    }

    [Test]
    public async Task What_POST_answers_has_no_tag_and_a_refusal_leaves_the_list_its_tag()
    {
        var tag = (await GetAsync()).Field("ETag");
        var refusal = await PostAsync(Body("\"Kenya\"", "\"Shell\""));

        Assert.That(refusal.Field("ETag"), Is.Null);
        Assert.That((await GetAsync()).Field("ETag"), Is.EqualTo(tag));
    }
}
