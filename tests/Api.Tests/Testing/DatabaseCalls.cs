using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Api.Tests.Testing;

/// <summary>
/// Counts the statements that a service sends to its databases for one request, and for no other one. Made before the
/// service is: EF Core looks only now and then whether anybody listens.
/// </summary>
internal sealed class DatabaseCalls
    : IObserver<DiagnosticListener>,
        IObserver<KeyValuePair<string, object?>>,
        IDisposable
{
    private readonly ConcurrentBag<IDisposable> subscriptions = [];
    private readonly ConcurrentDictionary<ActivityTraceId, int> found = new();

    private readonly Func<string, bool> counts;

    /// <summary>Begins to count.</summary>
    /// <param name="counts">Which statements count, by their text; all where nothing is given.</param>
    public DatabaseCalls(Func<string, bool>? counts = null)
    {
        this.counts = counts ?? (_ => true);
        subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    /// <summary>Sends the request and counts what it made the service ask.</summary>
    public async Task<(HttpResponseMessage Answer, int Count)> OfAsync(HttpClient client, HttpRequestMessage request)
    {
        // The service goes on with the trace of the request, so what it does for it bears the same id.
        var trace = ActivityTraceId.CreateRandom();
        request.Headers.Add("traceparent", $"00-{trace}-{ActivitySpanId.CreateRandom()}-01");
        var answer = await client.SendAsync(request);
        return (answer, found.GetValueOrDefault(trace));
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
            && Activity.Current is { } activity
            && value.Value is CommandEventData { Command.CommandText: var text }
            && counts(text)
        )
            found.AddOrUpdate(activity.TraceId, 1, (_, count) => count + 1);
    }

    public void OnError(Exception error) { }

    public void OnCompleted() { }

    public void Dispose()
    {
        foreach (var subscription in subscriptions)
            subscription.Dispose();
    }
}
