using System.Collections.Concurrent;
using System.Text.Json;
using Api.Tests.Seed;
using Api.Tests.Testing;

namespace Api.Tests.V1;

/// <summary>A running service that is held to its own document: whatever is sent, its answer must be one that is promised.</summary>
internal sealed class DocumentedService : IDisposable
{
    /// <summary>What surely fits into the first line of a request.</summary>
    private const int LongestLine = 8_000;

    private readonly RunningService service = new();
    private readonly ConcurrentDictionary<string, int> met = new();
    private HttpClient client = null!;
    private string errorsPage = null!;

    private DocumentedService() { }

    /// <summary>The document.</summary>
    public DocumentedApi Api { get; private set; } = null!;

    /// <summary>What was answered so far: the operation and the status.</summary>
    public IEnumerable<string> Met => met.Keys;

    /// <summary>Starts the service.</summary>
    public static async Task<DocumentedService> StartAsync()
    {
        var documented = new DocumentedService();
        documented.client = await documented.service.ClientWithKeyAsync("countries:write", "currencies:write");
        documented.Api = new(await documented.client.GetStringAsync("/openapi/v1.json"));
        documented.errorsPage = await documented.client.GetStringAsync("/docs/errors.md");
        return documented;
    }

    /// <summary>Sends a request. The answer must be documented, and so must be what stands where it leads.</summary>
    public async Task<int> StatusOf(GeneratedRequest generated)
    {
        using var request = generated.ToMessage();
        using var answer = await client.SendAsync(request);
        var body = await answer.Content.ReadAsStringAsync();
        var status = (int)answer.StatusCode;
        met.AddOrUpdate($"{generated.Operation} {status}", 1, (_, count) => count + 1);

        Assert.That(status, Is.LessThan(500), $"{generated}: {body}");
        // An empty or broken path is another path: what stands there, or nothing. Too long a line is no request at all.
        if (!generated.KeepsItsPath || (status == 414 && request.RequestUri!.OriginalString.Length > LongestLine))
            return status;
        Assert.That(Api.Faults(generated.Operation, status, answer.Type(), body), Is.Empty, $"{generated}: {body}");
        if (answer.Type() == "application/problem+json")
            AssertExplained(body);
        if (answer.Headers.Location is { } location)
            await AssertLeadsOn(location, generated);
        if (answer.Type() == "application/json" && NextOf(body) is { } next)
        {
            Assert.That(answer.Field("Link"), Is.EqualTo($"<{next}>; rel=\"next\""));
            await AssertLeadsOn(new Uri(next, UriKind.Relative), generated);
        }
        return status;
    }

    public void Dispose()
    {
        client.Dispose();
        service.Dispose();
    }

    private void AssertExplained(string body)
    {
        using var problem = JsonDocument.Parse(body);
        var type = problem.RootElement.GetProperty("type").GetString()!;
        Assert.That(type, Does.StartWith("/docs/errors.md#"));
        Assert.That(errorsPage, Does.Contain($"<code id=\"{type.Split('#')[1]}\">"), body);
    }

    private async Task AssertLeadsOn(Uri address, GeneratedRequest generated)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        // A list goes on in the language that it began in.
        foreach (var (_, languages) in generated.Values.Where(value => value.Parameter.Name == "Accept-Language"))
            request.Headers.With("Accept-Language", languages);
        using var found = await client.SendAsync(request);
        Assert.That((int)found.StatusCode, Is.EqualTo(200), $"{generated} leads to {address}");
    }

    private static string? NextOf(string body)
    {
        using var page = JsonDocument.Parse(body);
        return page.RootElement.TryGetProperty("next", out var next) ? next.GetString() : null;
    }
}
