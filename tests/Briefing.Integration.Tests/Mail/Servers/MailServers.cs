namespace Briefing.Integration.Tests.Mail.Servers;

/// <summary>One Postfix and one Dovecot for the tests of a class.</summary>
public sealed class MailServers : IAsyncLifetime
{
    internal PostfixServer Postfix { get; private set; } = null!;

    internal DovecotServer Dovecot { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        // Where the tests are skipped, the servers are not there either.
        if (new MailServerFactAttribute().Skip is not null)
            return;
        Dovecot = await DovecotServer.StartAsync();
        Postfix = await PostfixServer.StartAsync(Dovecot);
    }

    public async Task DisposeAsync()
    {
        if (Postfix is not null)
            await Postfix.DisposeAsync();
        if (Dovecot is not null)
            await Dovecot.DisposeAsync();
    }
}
