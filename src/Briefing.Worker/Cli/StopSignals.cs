using System.Runtime.InteropServices;

namespace Briefing.Worker.Cli;

/// <summary>
/// Hears that the process is asked to stop (SIGTERM, Ctrl+C). What is under way may be finished within a time; asked a second time, it ends
/// at once.
/// </summary>
internal sealed class StopSignals : IDisposable
{
    // What shells tell of a process that a signal ended.
    private const int SignalBase = 128;

    private readonly TimeSpan _patience;
    private readonly CancellationTokenSource _asked = new();
    private readonly PosixSignalRegistration[] _heard;
    private volatile int _exitCode;

    /// <param name="patience">After this the process ends, whatever is under way.</param>
    public StopSignals(TimeSpan patience)
    {
        _patience = patience;
        _heard = [Hear(PosixSignal.SIGINT, number: 2), Hear(PosixSignal.SIGTERM, number: 15)];
    }

    /// <summary>Cancelled when the process is asked to stop.</summary>
    public CancellationToken Token => _asked.Token;

    /// <summary>What to end with when it was asked to stop before it was done: 128 + the signal's number.</summary>
    public int ExitCode => _exitCode;

    public void Dispose()
    {
        foreach (var registration in _heard)
            registration.Dispose();
        _asked.Dispose();
    }

    private PosixSignalRegistration Hear(PosixSignal signal, int number) => PosixSignalRegistration.Create(signal, context =>
    {
        if (_asked.IsCancellationRequested)
            return;
        context.Cancel = true;
        _exitCode = SignalBase + number;
        _ = Task.Delay(_patience).ContinueWith(_ => Environment.Exit(_exitCode), TaskScheduler.Default);
        // Not here: what waits for it would go on in the handler.
        _ = _asked.CancelAsync();
    });
}
