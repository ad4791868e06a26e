namespace Briefing.Worker.Mail.Smtp;

/// <summary>
/// Submits messages to one server with MailKit: our ready bytes as they are, one outcome each (docs/rfcs.md lists the specifications).
/// Connections are reused; a server that has closed one meanwhile, as it may, costs a fresh connection and not an attempt.
/// </summary>
internal sealed class SmtpTransport(SmtpSettings settings, TimeProvider time) : IMailTransport
{
    private readonly SemaphoreSlim _room = new(settings.Parallelism);
    private readonly Stack<SmtpConnection> _idle = new();

    public async Task<SendOutcome> SendAsync(OutgoingMessage message, CancellationToken cancellation)
    {
        await _room.WaitAsync(cancellation);
        try
        {
            var (outcome, wentAway) = await TrySendAsync(message, Rested(), cancellation);
            if (wentAway)
                (outcome, _) = await TrySendAsync(message, rested: null, cancellation);
            return outcome;
        }
        finally
        {
            _room.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        SmtpConnection[] idle;
        lock (_idle)
        {
            idle = [.. _idle];
            _idle.Clear();
        }

        // At once: a server that keeps silent now costs its time only once.
        await Task.WhenAll(idle.Select(connection => connection.CloseAsync()));
        _room.Dispose();
    }

    /// <summary>The flag: a connection used before was gone, so that nothing was begun and a fresh one is worth trying.</summary>
    private async Task<(SendOutcome Outcome, bool WentAway)> TrySendAsync(OutgoingMessage message, SmtpConnection? rested, CancellationToken cancellation)
    {
        SmtpConnection? connection = null;
        try
        {
            connection = rested ?? await SmtpConnection.OpenAsync(settings, cancellation);
            connection.Used++;
            var outcome = await connection.SendAsync(message, cancellation);
            return (outcome, rested is not null && connection.WentAway);
        }
        catch (SmtpStoppedException stopped)
        {
            return (stopped.Outcome, WentAway: false);
        }
        finally
        {
            if (connection is not null)
                await PutAsideAsync(connection);
        }
    }

    private async Task PutAsideAsync(SmtpConnection connection)
    {
        if (!connection.IsUsable || connection.Used >= settings.MessagesPerConnection)
        {
            await connection.CloseAsync();
            return;
        }

        connection.IdleSince = time.GetTimestamp();
        lock (_idle)
            _idle.Push(connection);
    }

    private SmtpConnection? Rested()
    {
        while (TakeIdle() is { } connection)
        {
            if (time.GetElapsedTime(connection.IdleSince) < settings.LongestIdle)
                return connection;
            connection.Dispose();
        }

        return null;
    }

    private SmtpConnection? TakeIdle()
    {
        lock (_idle)
            return _idle.TryPop(out var connection) ? connection : null;
    }
}
