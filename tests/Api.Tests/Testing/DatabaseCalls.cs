using System.Diagnostics;

namespace Api.Tests.Testing;

/// <summary>Counts the statements that a service sends to its databases for one request, and for no other one.</summary>
internal sealed class DatabaseCalls
    : IObserver<DiagnosticListener>,
        IObserver<KeyValuePair<string, object?>>,
        IDisposable
{
    private readonly List<IDisposable> subscriptions = [];
    private readonly ActivityTraceId trace = ActivityTraceId.CreateRandom();
    private int count;

    private DatabaseCalls() => subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));

    /// <summary>Sends the request and counts what it made the service ask.</summary>
    public static async Task<(HttpResponseMessage Answer, int Count)> OfAsync(
        HttpClient client,
        HttpRequestMessage request
    )
    {
        using var calls = new DatabaseCalls();
        // The service goes on with the trace of the request, so what it does for it bears the same id.
        request.Headers.Add("traceparent", $"00-{calls.trace}-{ActivitySpanId.CreateRandom()}-01");
        var answer = await client.SendAsync(request);
        return (answer, Volatile.Read(ref calls.count));
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.EntityFrameworkCore")
            subscriptions.Add(value.Subscribe(this));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (
            value.Key == "Microsoft.EntityFrameworkCore.Database.Command.CommandExecuting"
            && Activity.Current?.TraceId == trace
        )
            Interlocked.Increment(ref count);
    }

    public void OnError(Exception error) { }

    public void OnCompleted() { }

    public void Dispose() => subscriptions.ForEach(subscription => subscription.Dispose());
}
