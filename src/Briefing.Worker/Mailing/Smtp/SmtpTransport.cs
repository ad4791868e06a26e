namespace Briefing.Worker.Mailing.Smtp;

/// <summary>
/// Submits messages to one server (docs/rfcs.md lists the specifications). Connections are reused; a server that has closed one
/// meanwhile, as it may, costs a fresh connection and not an attempt.
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
            var (outcome, wentAway) = await TrySendAsync(message, await RestedAsync(), cancellation);
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
            idle = [.. _idle];

        // At once: a server that keeps silent now costs its time only once.
        await Task.WhenAll(idle.Select(connection => connection.CloseAsync(CancellationToken.None)));
        _room.Dispose();
    }

    /// <summary>The flag: a connection used before was gone, so that nothing was begun and a fresh one is worth trying.</summary>
    private async Task<(SendOutcome Outcome, bool WentAway)> TrySendAsync(OutgoingMessage message, SmtpConnection? rested, CancellationToken cancellation)
    {
        SmtpConnection? connection = null;
        SmtpTransaction? transaction = null;
        var keep = false;
        try
        {
            connection = rested ?? await SmtpConnection.OpenAsync(settings, cancellation);
            connection.Used++;
            transaction = new SmtpTransaction(connection, message);
            var outcome = await transaction.RunAsync(cancellation);
            keep = !transaction.IsBroken;
            return (outcome, WentAway: false);
        }
        catch (SmtpStoppedException stopped)
        {
            return (stopped.Outcome, rested is not null && stopped.WentAway && transaction is { HasBegun: false });
        }
        finally
        {
            if (keep)
                await PutAsideAsync(connection!);
            else if (connection is not null)
                await connection.DisposeAsync();
        }
    }

    /// <summary>A connection that was used lately; null where there is none.</summary>
    private async Task<SmtpConnection?> RestedAsync()
    {
        while (TakeIdle() is { } connection)
        {
            if (time.GetElapsedTime(connection.IdleSince) < settings.LongestIdle)
                return connection;
            await connection.DisposeAsync();
        }

        return null;
    }

    private async Task PutAsideAsync(SmtpConnection connection)
    {
        if (connection.Used >= settings.MessagesPerConnection)
        {
            await connection.CloseAsync(CancellationToken.None);
            return;
        }

        connection.IdleSince = time.GetTimestamp();
        lock (_idle)
            _idle.Push(connection);
    }

    private SmtpConnection? TakeIdle()
    {
        lock (_idle)
            return _idle.TryPop(out var connection) ? connection : null;
    }
}
