namespace Briefing.Worker.Mailing.Smtp;

/// <summary>Who we are to the server. Not a record: those print their members.</summary>
internal abstract class SmtpCredentials
{
    private SmtpCredentials(string user) => User = user;

    public string User { get; }

    public sealed override string ToString() => "credentials";

    internal sealed class Password(string user, string password) : SmtpCredentials(user)
    {
        public string Secret => password;
    }

    /// <summary>A token of OAuth 2 that is fetched anew for each connection.</summary>
    /// <param name="fetch">Throws <see cref="TokenException"/> where there is none.</param>
    internal sealed class Token(string user, Func<CancellationToken, Task<string>> fetch) : SmtpCredentials(user)
    {
        public Task<string> FetchAsync(CancellationToken cancellation) => fetch(cancellation);
    }
}

/// <summary>No token was to be had. The message says why and holds nothing secret.</summary>
internal sealed class TokenException(string message) : Exception(message);
