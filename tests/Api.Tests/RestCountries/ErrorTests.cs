using Api.Tests.Seed;

namespace Api.Tests.RestCountries;

/// <summary>What cannot be answered is said in the words of the old service, and pages of any origin may read it.</summary>
[TestFixture]
internal sealed class ErrorTests : RestCountriesFixture
{
    [TestCase("/alpha/c")]
    [TestCase("/alpha/chec")]
    [TestCase("/alpha")]
    [TestCase("/alpha?codes=")]
    [TestCase("/alpha?codes=c")]
    [TestCase("/alpha?codes=chec")]
    [TestCase("/alpha?fields=name")]
    public Task A_code_that_cannot_be_one_is_400(string path) =>
        GetAsync(path).MustBeAsync(400, """{"message":"Bad Request","status":400}""");

    [TestCase("")]
    [TestCase("/")]
    [TestCase("/name")]
    [TestCase("/name/")]
    [TestCase("/nonsense")]
    [TestCase("/name/peru/more")]
    public Task A_path_that_there_is_not_is_404(string path) =>
        GetAsync(path).MustBeAsync(404, """{"message":"Page Not Found","status":404}""");

    [Test]
    public async Task A_key_that_opens_nothing_is_401_and_a_page_of_another_origin_sees_it()
    {
        var answer = await GetAsync("/alpha/ch", ("X-Api-Key", "mistyped"));

        Assert.That(answer.Field("Access-Control-Allow-Origin"), Is.EqualTo("*"));
        await Task.FromResult(answer).MustBeAsync(401, """{"message":"Unauthorized","status":401}""");
    }

    [TestCase("POST")]
    [TestCase("PUT")]
    [TestCase("PATCH")]
    [TestCase("DELETE")]
    [TestCase("NONSENSE")]
    public async Task Nothing_can_be_changed(string method)
    {
        var answer = await SendAsync(new HttpMethod(method), "/alpha/ch");

        Assert.That(answer.Field("Allow"), Is.EqualTo("GET, HEAD, OPTIONS"));
        await Task.FromResult(answer).MustBeAsync(405, """{"message":"Method Not Allowed","status":405}""");
    }

    [TestCase("/all", 200)]
    [TestCase("/alpha/zz", 404)]
    [TestCase("/alpha/z", 400)]
    [TestCase("/nonsense", 404)]
    public async Task Pages_of_any_origin_may_read_every_answer(string path, int status)
    {
        var answer = await GetAsync(path, ("Origin", "https://app.example.org"));

        Assert.That((int)answer.StatusCode, Is.EqualTo(status));
        Assert.That(answer.Field("Access-Control-Allow-Origin"), Is.EqualTo("*"));
        Assert.That(answer.Field("Content-Type"), Is.EqualTo("application/json"));
    }

    [Test]
    public async Task A_browser_may_ask_first()
    {
        var answer = await SendAsync(
            HttpMethod.Options,
            "/name/peru",
            ("Origin", "https://app.example.org"),
            ("Access-Control-Request-Method", "GET"),
            ("Access-Control-Request-Headers", "x-requested-with")
        );

        Assert.Multiple(() =>
        {
            Assert.That((int)answer.StatusCode, Is.EqualTo(204));
            Assert.That(answer.Field("Access-Control-Allow-Origin"), Is.EqualTo("*"));
            Assert.That(answer.Field("Access-Control-Allow-Methods"), Does.Contain("GET"));
            Assert.That(answer.Field("Access-Control-Allow-Headers"), Is.EqualTo("*"));
        });
    }

    [Test]
    public async Task No_text_whatever_makes_an_error_of_the_service()
    {
        string[] paths =
        [
            "alpha",
            "name",
            "currency",
            "lang",
            "capital",
            "region",
            "subregion",
            "translation",
            "demonym",
        ];
        foreach (var text in NaughtyStrings.All.Values)
        {
            var escaped = Uri.EscapeDataString(text);
            foreach (
                var path in paths
                    .Select(p => $"/{p}/{escaped}")
                    .Append($"/all?fields={escaped}")
                    .Append($"/alpha?codes={escaped}")
            )
            {
                using var answer = await GetAsync(path);
                Assert.That((int)answer.StatusCode, Is.LessThan(500), path);
            }
        }
    }
}
