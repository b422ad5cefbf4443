using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;
using Api.Tests.Testing;

namespace Api.Tests.Seed;

/// <summary>A running service for all tests of a fixture, and the few words in which they speak with it.</summary>
internal abstract class SeedFixture
{
    protected const string Path = "/country/";
    protected const string Browser =
        "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8";

    private static int names;

    protected RunningService Service { get; private set; } = null!;

    protected HttpClient Client => Service.Client;

    [OneTimeSetUp]
    public void Start() => Service = Make();

    [OneTimeTearDown]
    public void Stop() => Service.Dispose();

    protected virtual RunningService Make() => new();

    /// <summary>A name that no country has yet.</summary>
    protected static string NewName() => $"Land {Interlocked.Increment(ref names)}";

    /// <summary>A JSON body of the two members, whose values are JSON.</summary>
    protected static string Body(string name, string currency) =>
        $$"""{"country_name":{{name}},"local_currency":{{currency}}}""";

    /// <summary>A JSON body with a name that is free and a currency, which is JSON.</summary>
    protected static string BodyWithCurrency(string currency) => Body($"\"{NewName()}\"", currency);

    protected Task<HttpResponseMessage> GetAsync(string? accept = null, string path = Path) =>
        SendAsync(HttpMethod.Get, accept, path);

    protected async Task<HttpResponseMessage> SendAsync(HttpMethod method, string? accept = null, string path = Path)
    {
        using var request = new HttpRequestMessage(method, path);
        if (accept is not null)
            request.Headers.TryAddWithoutValidation("Accept", accept);
        return await Client.SendAsync(request);
    }

    protected Task<HttpResponseMessage> PostAsync(
        string body,
        string? type = "application/json",
        string? accept = null,
        string path = Path
    ) => PostAsync(Encoding.UTF8.GetBytes(body), type, accept, path);

    protected async Task<HttpResponseMessage> PostAsync(
        byte[] body,
        string? type = "application/json",
        string? accept = null,
        string path = Path
    )
    {
        using var content = new ByteArrayContent(body);
        if (type is not null)
            content.Headers.TryAddWithoutValidation("Content-Type", type);
        return await PostAsync(content, accept, path);
    }

    protected async Task<HttpResponseMessage> PostAsync(HttpContent content, string? accept = null, string path = Path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        if (accept is not null)
            request.Headers.TryAddWithoutValidation("Accept", accept);
        return await Client.SendAsync(request);
    }

    /// <summary>The list as pairs.</summary>
    protected async Task<List<(string Name, string Currency)>> ListAsync()
    {
        var list = JsonNode.Parse(await Client.GetStringAsync(Path))!.AsArray();
        return [.. list.Select(item => ((string)item!["country_name"]!, (string)item["local_currency"]!))];
    }
}

/// <summary>What tests say about answers.</summary>
internal static class Answers
{
    /// <summary>The answer is this one to the letter.</summary>
    public static async Task MustBeAsync(this Task<HttpResponseMessage> exchange, int status, string body)
    {
        using var answer = await exchange;
        Assert.That(
            $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}",
            Is.EqualTo($"{status} {body}")
        );
    }

    /// <summary>The answer has this status; what else it is comes back.</summary>
    public static async Task<string> MustBeAsync(this Task<HttpResponseMessage> exchange, int status)
    {
        using var answer = await exchange;
        var body = await answer.Content.ReadAsStringAsync();
        Assert.That((int)answer.StatusCode, Is.EqualTo(status), body);
        return body;
    }

    /// <summary>A header field, of the answer or of its content, as it was sent.</summary>
    public static string? Field(this HttpResponseMessage answer, string name) =>
        answer.Headers.NonValidated.TryGetValues(name, out var values)
        || answer.Content.Headers.NonValidated.TryGetValues(name, out values)
            ? values.ToString()
            : null;

    /// <summary>The media type of the answer.</summary>
    public static string? Type(this HttpResponseMessage answer) => answer.Content.Headers.ContentType?.MediaType;

    /// <summary>The root of an XML answer.</summary>
    public static XElement Xml(string text)
    {
        using var reader = XmlReader.Create(new StringReader(text));
        return XElement.Load(reader);
    }

    /// <summary>A request's condition.</summary>
    public static HttpRequestHeaders With(this HttpRequestHeaders headers, string name, string value)
    {
        headers.TryAddWithoutValidation(name, value);
        return headers;
    }
}
