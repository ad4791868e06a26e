namespace Briefing.Worker.Mailing.Smtp;

/// <summary>AUTH (RFC 4954) with PLAIN (RFC 4616), LOGIN and XOAUTH2.</summary>
internal sealed class SmtpAuthentication(SmtpWire wire, SmtpCapabilities offered, SmtpTimeouts timeouts)
{
    /// <summary>RFC 5321, 4.5.3.1.4, with CRLF. What does not fit beside its mechanism follows on a line of its own.</summary>
    private const int LongestCommand = 512;

    public async Task SignInAsync(SmtpCredentials credentials, CancellationToken cancellation)
    {
        var reply = credentials switch
        {
            SmtpCredentials.Token token when Offers("XOAUTH2") => await InOneAsync("XOAUTH2", await FetchAsync(token, cancellation), cancellation),
            SmtpCredentials.Password password when Offers("PLAIN") => await InOneAsync("PLAIN", password.Plain, cancellation),
            SmtpCredentials.Password password when Offers("LOGIN") => await LoginAsync(password, cancellation),
            _ => throw Stopped("the server offers no way of signing in that we have credentials for", reply: null, needsPerson: true),
        };
        if (!reply.IsPositive)
            throw new SmtpStoppedException(Refusal(reply));
    }

    private bool Offers(string mechanism) => offered.Mechanisms.Contains(mechanism);

    private async Task<SmtpReply> InOneAsync(string mechanism, string response, CancellationToken cancellation)
    {
        var command = $"AUTH {mechanism}";
        var fits = command.Length + 1 + response.Length + 2 <= LongestCommand;
        var reply = await AskAsync(fits ? $"{command} {response}" : command, cancellation);
        if (!fits && reply.IsIntermediate)
            reply = await AskAsync(response, cancellation);

        // XOAUTH2 tells what is wrong as a challenge, to be answered with nothing before the reply comes.
        return reply.IsIntermediate ? await AskAsync("", cancellation) : reply;
    }

    private async Task<SmtpReply> LoginAsync(SmtpCredentials.Password password, CancellationToken cancellation)
    {
        var reply = await AskAsync("AUTH LOGIN", cancellation);
        if (reply.IsIntermediate)
            reply = await AskAsync(password.LoginUser, cancellation);
        return reply.IsIntermediate ? await AskAsync(password.LoginPassword, cancellation) : reply;
    }

    private async Task<SmtpReply> AskAsync(string line, CancellationToken cancellation)
    {
        wire.Write(line);
        await wire.FlushAsync(SendStage.Auth, cancellation);
        return await wire.ReadReplyAsync(SendStage.Auth, cancellation);
    }

    private async Task<string> FetchAsync(SmtpCredentials.Token token, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(timeouts.Auth);
        try
        {
            return await token.XOAuth2(limit.Token);
        }
        catch (TokenException fault)
        {
            throw Stopped(fault.Message, reply: null, needsPerson: true);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw Stopped("the token's command did not end in time", reply: null, needsPerson: false);
        }
    }

    // Whatever is wrong with the credentials is wrong for every message.
    private static SendOutcome.TryLater Refusal(SmtpReply reply) => reply.IsTransient
        ? new(SendStage.Auth, Concern.Everyone, "the server could not check our credentials", reply)
        : new(SendStage.Auth, Concern.Everyone, "the server does not accept our credentials", reply, NeedsPerson: true);

    private static SmtpStoppedException Stopped(string reason, SmtpReply? reply, bool needsPerson) =>
        new(new SendOutcome.TryLater(SendStage.Auth, Concern.Everyone, reason, reply, needsPerson));
}
