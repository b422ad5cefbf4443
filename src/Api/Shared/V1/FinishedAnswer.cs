using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Shared.Api.V1;

/// <summary>An answer to a write as it goes over the wire, so that it can be kept and given again.</summary>
/// <param name="Status">The status.</param>
/// <param name="Headers">The header fields.</param>
/// <param name="Body">The bytes; none for 204.</param>
internal sealed record FinishedAnswer(int Status, IReadOnlyDictionary<string, string> Headers, byte[] Body) : IResult
{
    private const string Replayed = "Idempotent-Replayed";

    /// <summary>The answer of a write that leaves nothing to show.</summary>
    public static readonly FinishedAnswer NoContent = new(
        StatusCodes.Status204NoContent,
        new Dictionary<string, string> { [HeaderNames.CacheControl] = "no-store" },
        []
    );

    /// <summary>The answer that was kept.</summary>
    public static FinishedAnswer OfKept(byte[] content)
    {
        var answer = JsonSerializer.Deserialize<FinishedAnswer>(content)!;
        return answer with { Headers = new Dictionary<string, string>(answer.Headers) { [Replayed] = "true" } };
    }

    /// <summary>The form in which it is kept.</summary>
    public byte[] ToKept() => JsonSerializer.SerializeToUtf8Bytes(this);

    /// <inheritdoc />
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        var response = httpContext.Response;
        response.StatusCode = Status;
        foreach (var (name, value) in Headers)
            response.Headers[name] = value;
        if (Body.Length == 0)
            return;
        response.ContentLength = Body.Length;
        await response.BodyWriter.WriteAsync(Body, httpContext.RequestAborted);
    }
}

/// <summary>The keys of writes that run in this process just now.</summary>
internal sealed class KeysUnderWay
{
    private readonly ConcurrentDictionary<string, bool> keys = new(StringComparer.Ordinal);

    /// <summary>Notes that a write with the key runs; nothing when one does already. Dispose what comes back at its end.</summary>
    public IDisposable? TryEnter(string key) => keys.TryAdd(key, true) ? new Run(keys, key) : null;

    private sealed class Run(ConcurrentDictionary<string, bool> keys, string key) : IDisposable
    {
        public void Dispose() => keys.TryRemove(key, out _);
    }
}
