using System.Text.Json.Nodes;
using Api.Tests.Seed;
using Api.Tests.Testing;

namespace Api.Tests.V1;

/// <summary>A running service for all tests of a fixture, and the few words in which they speak with its native API.</summary>
internal abstract class V1Fixture
{
    protected const string Root = "/api/v1";
    protected const string Json = "application/json";
    protected const string Xml = "application/xml";
    protected const string Csv = "text/csv";
    protected const string NdJson = "application/x-ndjson";

    protected RunningService Service { get; private set; } = null!;

    protected HttpClient Client => Service.Client;

    [OneTimeSetUp]
    public void Start() => Service = Make();

    [OneTimeTearDown]
    public void Stop() => Service.Dispose();

    protected virtual RunningService Make() => new();

    /// <summary>Sends a request without a body.</summary>
    /// <param name="path">A path below the API's root, or one that begins with it.</param>
    /// <param name="accept">The field Accept.</param>
    /// <param name="method">The method, if it is not GET.</param>
    /// <param name="fields">Other fields, as <c>Name: value</c>.</param>
    protected async Task<HttpResponseMessage> SendAsync(
        string path,
        string? accept = null,
        HttpMethod? method = null,
        params string[] fields
    )
    {
        var address = path.StartsWith(Root, StringComparison.Ordinal) ? path : Root + path;
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, address);
        if (accept is not null)
            request.Headers.With("Accept", accept);
        foreach (var field in fields)
            request.Headers.With(field.Split(": ")[0], field.Split(": ")[1]);
        return await Client.SendAsync(request);
    }

    /// <summary>The body of a good answer.</summary>
    protected async Task<string> TextAsync(string path, string? accept = null) =>
        await SendAsync(path, accept).MustBeAsync(200);

    /// <summary>A good answer in JSON.</summary>
    protected async Task<JsonNode> JsonAsync(string path) => JsonNode.Parse(await TextAsync(path))!;

    /// <summary>One member of each item of a list.</summary>
    protected async Task<List<string?>> ColumnAsync(string path, string member = "alpha2") =>
        [.. (await JsonAsync(path))["items"]!.AsArray().Select(item => item![member]?.ToString())];

    /// <summary>All items of a list, page by page.</summary>
    protected async Task<List<JsonNode>> AllAsync(string path)
    {
        var items = new List<JsonNode>();
        for (var next = path; next is not null; )
        {
            var page = await JsonAsync(next);
            items.AddRange(page["items"]!.AsArray().Select(item => item!));
            next = (string?)page["next"];
        }
        return items;
    }

    /// <summary>The problem of a refused request.</summary>
    protected async Task<JsonNode> ProblemAsync(string path, int status)
    {
        using var answer = await SendAsync(path);
        var body = await answer.Content.ReadAsStringAsync();
        Assert.That((int)answer.StatusCode, Is.EqualTo(status), body);
        Assert.That(answer.Type(), Is.EqualTo("application/problem+json"));
        return JsonNode.Parse(body)!;
    }
}
