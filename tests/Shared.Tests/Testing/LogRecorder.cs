using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Shared.Tests.Testing;

/// <summary>Keeps what is logged: the level, then the sentence.</summary>
internal sealed class LogRecorder : ILoggerProvider, ILogger
{
    public ConcurrentQueue<string> Entries { get; } = [];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    ) => Entries.Enqueue($"{logLevel} {formatter(state, exception)}");

    public void Dispose() { }
}
