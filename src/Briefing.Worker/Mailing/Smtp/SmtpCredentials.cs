using System.Text;

namespace Briefing.Worker.Mailing.Smtp;

/// <summary>Who we are to the server. Not a record: those print their members.</summary>
internal abstract class SmtpCredentials
{
    private SmtpCredentials(string user) => User = user;

    public string User { get; }

    public sealed override string ToString() => "credentials";

    internal sealed class Password(string user, string password) : SmtpCredentials(user)
    {
        /// <summary>RFC 4616: authorisation identity (none), user, password.</summary>
        public string Plain { get; } = Encode($"\0{user}\0{password}");

        public string Secret => password;

        public string LoginUser { get; } = Encode(user);

        public string LoginPassword { get; } = Encode(password);
    }

    /// <summary>A token of OAuth 2 that is fetched anew for each connection.</summary>
    /// <param name="fetch">Throws <see cref="TokenException"/> where there is none.</param>
    internal sealed class Token(string user, Func<CancellationToken, Task<string>> fetch) : SmtpCredentials(user)
    {
        public Task<string> FetchAsync(CancellationToken cancellation) => fetch(cancellation);

        public async Task<string> XOAuth2(CancellationToken cancellation) =>
            Encode($"user={User}\u0001auth=Bearer {await fetch(cancellation)}\u0001\u0001");
    }

    private static string Encode(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}

/// <summary>No token was to be had. The message says why and holds nothing secret.</summary>
internal sealed class TokenException(string message) : Exception(message);
