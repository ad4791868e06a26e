using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Briefing.Worker.Configuration;
using Briefing.Worker.Mail.Dkim;
using Briefing.Worker.Mail.Messages;
using Briefing.Worker.Mail.Smtp;

namespace Briefing.Worker.Mail;

/// <summary>What the configuration says of mail, with keys and secrets read: ready for composing and sending.</summary>
internal sealed class MailSetup : IDisposable
{
    private readonly SmtpSettings? _server;
    private readonly DkimKey? _key;

    private MailSetup(MailIdentity identity, SmtpSettings? server, DkimKey? key)
    {
        Identity = identity;
        _server = server;
        _key = key;
        Signer = key is null ? null : new DkimSigner(key);
    }

    public MailIdentity Identity { get; }

    /// <summary>The envelope's sender.</summary>
    public required Mailbox Bounces { get; init; }

    /// <summary>Null: nobody is notified by mail.</summary>
    public required Mailbox? Operators { get; init; }

    /// <summary>The right side of the Message-IDs of alerts; null where nobody is notified by mail.</summary>
    public string? AlertDomain => Operators is null ? null : Identity.From.Domain;

    /// <summary>Null: there are no links, and nothing may go to a list.</summary>
    public required Uri? UnsubscribeBase { get; init; }

    public required Mailbox? UnsubscribeMailbox { get; init; }

    /// <summary>Where the site is reached; null where there is none.</summary>
    public required Uri? Site { get; init; }

    public required UnknownOutcome OnUnknown { get; init; }

    /// <summary>Messages at once.</summary>
    public required int Parallelism { get; init; }

    public required int MostPackBytes { get; init; }

    /// <summary>Null: messages are not signed.</summary>
    public DkimSigner? Signer { get; }

    /// <summary>Whether messages become files instead of being sent.</summary>
    public bool IsPickup => _server is null;

    /// <param name="variable">Reads a variable of the environment; null where it is not set.</param>
    /// <exception cref="MailSetupException">Something the configuration names is not there or is no good.</exception>
    public static MailSetup Read(BriefingConfiguration configuration, Func<string, string?> variable)
    {
        var mail = configuration.Briefing.Mail ?? new MailOptions { From = EditionMessage.NoSender.ToString() };
        var from = Mailbox.Parse(mail.From);
        var identity = new MailIdentity
        {
            From = from,
            ReplyTo = ParseOrNull(mail.ReplyTo),
            ListId = mail.ListId,
            Language = configuration.Briefing.Language,
        };
        return new MailSetup(identity, ServerOf(configuration, mail, variable), KeyOf(configuration, mail.Dkim))
        {
            Bounces = ParseOrNull(mail.Bounces) ?? from,
            Operators = ParseOrNull(mail.Operators),
            UnsubscribeBase = UnsubscribeBaseOf(configuration, mail),
            Site = configuration.Briefing.Site is { } site ? new Uri(site.Address) : null,
            OnUnknown = mail.Unknown,
            Parallelism = mail.Parallelism,
            UnsubscribeMailbox = ParseOrNull(mail.UnsubscribeMailbox),
            MostPackBytes = mail.MostPackBytes,
        };
    }

    /// <param name="outFolder">Where a run's results go; the pickup folder is "mail" in it.</param>
    public IMailTransport OpenTransport(string outFolder, TimeProvider time) =>
        _server is null ? new PickupFolder(Path.Combine(outFolder, "mail")) : new SmtpTransport(_server, time);

    public void Dispose() => _key?.Dispose();

    /// <exception cref="MailSetupException">The key is not there or is no good.</exception>
    public static DkimKey? KeyOf(BriefingConfiguration configuration, DkimOptions? dkim)
    {
        if (dkim is null)
            return null;
        var pem = TextOf(configuration, dkim.KeyFile);
        return DkimKey.TryRead(dkim.Domain, dkim.Selector, pem, out var key, out var reason)
            ? key
            : throw new MailSetupException($"The key in \"{dkim.KeyFile}\" cannot be used: {reason}.");
    }

    /// <exception cref="MailSetupException">There are no certificates in it.</exception>
    public static X509Certificate2Collection? AuthoritiesOf(BriefingConfiguration configuration, string? caFile)
    {
        if (caFile is null)
            return null;
        var authorities = new X509Certificate2Collection();
        try
        {
            authorities.ImportFromPem(TextOf(configuration, caFile));
        }
        catch (CryptographicException)
        {
            authorities.Clear();
        }

        return authorities.Count > 0 ? authorities : throw new MailSetupException($"There are no certificates in PEM in \"{caFile}\".");
    }

    private static Uri? UnsubscribeBaseOf(BriefingConfiguration configuration, MailOptions mail)
    {
        if (mail.UnsubscribeBase is { } page)
            return new Uri(page);
        return configuration.Briefing.Site is { } site ? new Uri($"{site.Address.TrimEnd('/')}/unsubscribe") : null;
    }

    private static SmtpSettings? ServerOf(BriefingConfiguration configuration, MailOptions mail, Func<string, string?> variable)
    {
        if (mail.Host is not { } host)
            return null;
        var security = mail.Security ?? (mail.Port == 465 ? MailSecurity.Tls : MailSecurity.Starttls);
        return new SmtpSettings
        {
            Host = host,
            Port = mail.Port ?? (security == MailSecurity.Tls ? 465 : 587),
            Security = security switch { MailSecurity.Tls => SmtpSecurity.Tls, MailSecurity.None => SmtpSecurity.None, _ => SmtpSecurity.StartTls },
            Credentials = CredentialsOf(configuration, mail, variable),
            CredentialsInClear = MailRules.IsHere(host),
            Authorities = AuthoritiesOf(configuration, mail.CaFile),
            ClientName = mail.ClientName,
            Parallelism = mail.Parallelism,
            MessagesPerConnection = mail.MessagesPerConnection,
            Timeouts = TimeoutsOf(mail.Timeouts),
        };
    }

    private static SmtpCredentials? CredentialsOf(BriefingConfiguration configuration, MailOptions mail, Func<string, string?> variable)
    {
        if (mail.User is not { } user)
            return null;
        if (mail.TokenCommand is { } command)
            return new SmtpCredentials.Token(user, new TokenCommand(command, configuration.Folder).FetchAsync);
        var password = mail.PasswordVariable is { } name
            ? variable(name) ?? throw new MailSetupException($"The environment variable {name}, which should hold the mail password, is not set.")
            : TextOf(configuration, mail.PasswordFile!).TrimEnd('\r', '\n');
        return password.Length > 0 ? new SmtpCredentials.Password(user, password) : throw new MailSetupException("The mail password is empty.");
    }

    private static SmtpTimeouts TimeoutsOf(MailTimeoutOptions options) => new()
    {
        Connect = TimeSpan.FromSeconds(options.Connect),
        Greeting = TimeSpan.FromSeconds(options.Greeting),
        Ehlo = TimeSpan.FromSeconds(options.Greeting),
        Reset = TimeSpan.FromSeconds(options.Greeting),
        StartTls = TimeSpan.FromSeconds(options.Security),
        Auth = TimeSpan.FromSeconds(options.Security),
        Mail = TimeSpan.FromSeconds(options.Envelope),
        Rcpt = TimeSpan.FromSeconds(options.Envelope),
        Data = TimeSpan.FromSeconds(options.Data),
        Content = TimeSpan.FromSeconds(options.Block),
        FinalDot = TimeSpan.FromSeconds(options.FinalDot),
    };

    private static string TextOf(BriefingConfiguration configuration, string path)
    {
        var (text, fault) = FileText.Read(configuration.PathOf(path));
        return text ?? throw new MailSetupException($"\"{path}\": {fault}");
    }

    private static Mailbox? ParseOrNull(string? text) => text is null ? null : Mailbox.Parse(text);
}

/// <summary>Mail cannot be set up as configured. The message is a sentence for a person and holds nothing secret.</summary>
internal sealed class MailSetupException(string message) : Exception(message);
