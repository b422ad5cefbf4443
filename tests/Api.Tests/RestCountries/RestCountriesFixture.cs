using System.Text.Json.Nodes;
using Api.Tests.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Api.Tests.RestCountries;

/// <summary>A running service for all tests of a fixture, on a day that does not change, and the words in which they ask it.</summary>
internal abstract class RestCountriesFixture
{
    /// <summary>The address in links to flags.</summary>
    protected const string Address = "https://countries.example.org";

    private static readonly DateTimeOffset Day = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    protected RunningService Service { get; private set; } = null!;

    protected HttpClient Client => Service.Client;

    protected virtual Dictionary<string, string> Settings =>
        new() { ["Compatibility:RestCountries:BaseUrl"] = Address };

    [OneTimeSetUp]
    public void Start() => Service = new(Settings, new FakeTimeProvider(Day));

    [OneTimeTearDown]
    public void Stop() => Service.Dispose();

    protected Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] fields) =>
        SendAsync(HttpMethod.Get, path, fields);

    protected async Task<HttpResponseMessage> SendAsync(
        HttpMethod method,
        string path,
        params (string Name, string Value)[] fields
    )
    {
        using var request = new HttpRequestMessage(method, $"/v3.1{path}");
        foreach (var (name, value) in fields)
            request.Headers.TryAddWithoutValidation(name, value);
        return await Client.SendAsync(request);
    }

    protected async Task<JsonNode> ReadAsync(string path)
    {
        using var answer = await GetAsync(path);
        var body = await answer.Content.ReadAsStringAsync();
        Assert.That((int)answer.StatusCode, Is.EqualTo(200), $"{path}: {body}");
        return JsonNode.Parse(body)!;
    }

    /// <summary>The cca3 of the countries of a list, in its order.</summary>
    protected async Task<string[]> CodesAsync(string path)
    {
        var list = (await ReadAsync(path)).AsArray();
        return [.. list.Select(country => (string)country!["cca3"]!)];
    }
}
