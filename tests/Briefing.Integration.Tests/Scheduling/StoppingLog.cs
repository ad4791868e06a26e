using Microsoft.Extensions.Logging;

namespace Briefing.Integration.Tests.Scheduling;

/// <summary>A log that breaks the worker off at the first line after the freeze, as a kill would.</summary>
internal sealed class StoppingLog(CancellationTokenSource stop) : ILoggerFactory, ILogger
{
    private bool _frozen;

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (_frozen)
        {
            stop.Cancel();
            throw new OperationCanceledException("killed");
        }

        _frozen = formatter(state, exception).Contains(": freeze ", StringComparison.Ordinal);
    }

    public void Dispose()
    {
    }
}
