namespace Briefing.Worker.Mailing.Smtp;

/// <summary>
/// One message on an open connection: MAIL, RCPT, DATA (RFC 5321, 3.3), in one go where the server takes that (RFC 2920).
/// </summary>
internal sealed class SmtpTransaction(SmtpConnection connection, OutgoingMessage message)
{
    private readonly SmtpWire _wire = connection.Wire;
    private readonly SmtpCapabilities _offered = connection.Capabilities;

    /// <summary>The content has begun to go out: from here on the same message is not sent again without the caller's say.</summary>
    public bool HasBegun { get; private set; }

    /// <summary>Nothing more can be said on the connection.</summary>
    public bool IsBroken { get; private set; }

    /// <exception cref="SmtpStoppedException">Certainly not handed over; the connection is of no more use.</exception>
    public async Task<SendOutcome> RunAsync(CancellationToken cancellation)
    {
        if (Misfit() is { } refused)
            return refused;
        if (connection.NeedsReset)
            await ResetAsync(cancellation);
        connection.NeedsReset = true;
        if (await EnvelopeAsync(cancellation) is { } failed)
            return failed;

        HasBegun = true;
        await _wire.WriteContentAsync(message.Content, cancellation);
        if (_wire.HasNews)
            return await EarlyWordAsync(cancellation);
        var outcome = await FinishAsync(cancellation);
        connection.NeedsReset = outcome is not SendOutcome.Accepted;
        return outcome;
    }

    private SendOutcome.Refused? Misfit()
    {
        var content = message.Content;
        if (_offered.MostOctets < content.Length)
            return Refused(Concern.Message, $"the message has {content.Length} octets and the server takes at most {_offered.MostOctets}");
        if (content.HasEightBitBody && !_offered.EightBitMime)
            return Refused(Concern.Message, "the message's body is not ASCII, and the server offers no 8BITMIME");
        if (message.Recipient.NeedsUtf8 && !_offered.SmtpUtf8)
            return Refused(Concern.Recipient, "the address is not ASCII, and the server offers no SMTPUTF8");
        return NeedsSmtpUtf8 && !_offered.SmtpUtf8
            ? Refused(Concern.Message, "the message's headers or sender are not ASCII, and the server offers no SMTPUTF8")
            : null;

        static SendOutcome.Refused Refused(Concern concern, string reason) => new(SendStage.Mail, concern, reason, Reply: null);
    }

    private bool NeedsSmtpUtf8 => message.Content.HasUtf8Headers || message.Recipient.NeedsUtf8 || message.Sender is { NeedsUtf8: true };

    private async Task ResetAsync(CancellationToken cancellation)
    {
        _wire.Write("RSET");
        await _wire.FlushAsync(SendStage.Reset, cancellation);
        var reply = await _wire.ReadReplyAsync(SendStage.Reset, cancellation);
        if (!reply.IsPositive)
            throw new SmtpStoppedException((SendOutcome.TryLater)ReplyMeaning.Of(SendStage.Reset, reply), wentAway: true);
    }

    /// <summary>Null where the server now waits for the content.</summary>
    private async Task<SendOutcome?> EnvelopeAsync(CancellationToken cancellation)
    {
        (SendStage Stage, string Command)[] commands = [(SendStage.Mail, Mail()), (SendStage.Rcpt, Rcpt()), (SendStage.Data, "DATA")];
        if (_offered.Pipelining)
        {
            foreach (var (_, command) in commands)
                _wire.Write(command);
            await _wire.FlushAsync(SendStage.Mail, cancellation);
        }

        for (var at = 0; at < commands.Length; at++)
        {
            var (stage, command) = commands[at];
            if (!_offered.Pipelining)
            {
                _wire.Write(command);
                await _wire.FlushAsync(stage, cancellation);
            }

            var reply = await _wire.ReadReplyAsync(stage, cancellation);
            if (stage == SendStage.Data ? reply.IsIntermediate : reply.IsPositive)
                continue;
            if (_offered.Pipelining)
                await SkipAsync([.. commands[(at + 1)..].Select(later => later.Stage)], cancellation);
            return Failed(stage, reply);
        }

        return null;
    }

    // What was said together is answered together. The first answer decides; no later trouble takes it back.
    private async Task SkipAsync(SendStage[] stages, CancellationToken cancellation)
    {
        try
        {
            foreach (var stage in stages)
            {
                // Waits for a message that has no recipient: not even an empty one is to be delivered (RFC 2920, 3.1).
                if ((await _wire.ReadReplyAsync(stage, cancellation)).IsIntermediate)
                    IsBroken = true;
            }
        }
        catch (SmtpStoppedException)
        {
            IsBroken = true;
        }
    }

    private SendOutcome Failed(SendStage stage, SmtpReply reply)
    {
        if (reply.IsPositive || reply.IsIntermediate)
            throw new SmtpStoppedException(new SendOutcome.TryLater(stage, Concern.Everyone, "the server's answer makes no sense here", reply));
        if (reply.Code != 421)
            return ReplyMeaning.Of(stage, reply);

        // RFC 5321, 3.8: it closes the connection.
        throw new SmtpStoppedException((SendOutcome.TryLater)ReplyMeaning.Of(stage, reply), wentAway: true);
    }

    // The server hung up or objects before it has the final dot: certain not to have the message.
    private async Task<SendOutcome> EarlyWordAsync(CancellationToken cancellation)
    {
        IsBroken = true;
        return Failed(SendStage.Content, await _wire.ReadReplyAsync(SendStage.Content, cancellation));
    }

    // From the first octet of this flush on, nobody but the server knows.
    private async Task<SendOutcome> FinishAsync(CancellationToken cancellation)
    {
        try
        {
            await _wire.FlushAsync(SendStage.FinalDot, cancellation);
            var reply = await _wire.ReadReplyAsync(SendStage.FinalDot, cancellation);
            IsBroken = reply.Code == 421 || reply.IsIntermediate;
            if (reply.IsPositive)
                return new SendOutcome.Accepted(reply);
            return reply.IsIntermediate ? new SendOutcome.Unknown("the server's answer to the message makes no sense") : ReplyMeaning.Of(SendStage.FinalDot, reply);
        }
        catch (SmtpStoppedException stopped)
        {
            IsBroken = true;
            return new SendOutcome.Unknown($"after the whole message was sent, {stopped.Outcome.Reason}");
        }
        catch (OperationCanceledException)
        {
            IsBroken = true;
            return new SendOutcome.Unknown("after the whole message was sent, waiting for the answer was broken off");
        }
    }

    private string Mail()
    {
        var command = $"MAIL FROM:<{message.Sender?.Address}>";
        if (_offered.Size)
            command += FormattableString.Invariant($" SIZE={message.Content.Length}");
        if (message.Content.HasEightBitBody)
            command += " BODY=8BITMIME";
        if (NeedsSmtpUtf8)
            command += " SMTPUTF8";

        // RFC 3461: a notice of non-delivery then names the delivery. A key has only characters that xtext leaves as they are.
        return _offered.Dsn ? $"{command} RET=HDRS ENVID={message.Key}" : command;
    }

    private string Rcpt() => $"RCPT TO:<{message.Recipient.Address}>";
}
