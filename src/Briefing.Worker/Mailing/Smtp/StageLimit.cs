namespace Briefing.Worker.Mailing.Smtp;

/// <summary>Bounds each stage of a dialogue, as it is reached.</summary>
internal sealed class StageLimit : IDisposable
{
    private readonly SmtpTrace _trace;
    private readonly CancellationTokenSource _source;

    public StageLimit(SmtpTrace trace, SmtpTimeouts timeouts, CancellationToken cancellation)
    {
        _trace = trace;
        _source = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _source.CancelAfter(timeouts.Of(trace.Stage));
        trace.Reached = stage => _source.CancelAfter(timeouts.Of(stage));
    }

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        _trace.Reached = null;
        _source.Dispose();
    }
}
