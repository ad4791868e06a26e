using System.Diagnostics;
using System.Globalization;

namespace Briefing.Integration.Tests.Mail.Servers;

/// <summary>
/// Debian's Dovecot in a folder and on ports of its own: mailboxes of any name under one password, filled by LMTP, read by IMAP. Also
/// checks users for <see cref="PostfixServer"/>.
/// </summary>
internal sealed class DovecotServer : IAsyncDisposable
{
    public const string Password = "mailbox-secret";

    private readonly DirectoryInfo _folder;
    private readonly Process _process;

    private DovecotServer(DirectoryInfo folder, Process process, int imapPort, int lmtpPort) =>
        (_folder, _process, ImapPort, LmtpPort) = (folder, process, imapPort, lmtpPort);

    public int ImapPort { get; }

    public int LmtpPort { get; }

    /// <summary>Where Postfix asks whether a password is right.</summary>
    public string AuthSocket => Path.Combine(_folder.FullName, "auth");

    public string Log => File.Exists(LogPath) ? File.ReadAllText(LogPath) : "";

    private string LogPath => Path.Combine(_folder.FullName, "log");

    public static async Task<DovecotServer> StartAsync()
    {
        // Short: names of sockets have at most 107 characters. Readable: Postfix runs as another user.
        var folder = Directory.CreateTempSubdirectory("dovecot-");
        await Tool.RunAsync("chmod", "755", folder.FullName);
        var (imap, lmtp) = (MailPorts.Free(), MailPorts.Free());
        var path = Path.Combine(folder.FullName, "dovecot.conf");
        await File.WriteAllTextAsync(path, Configuration(folder.FullName, imap, lmtp));
        Directory.CreateDirectory(Path.Combine(folder.FullName, "mail"));
        await Tool.RunAsync("chown", "mail:mail", Path.Combine(folder.FullName, "mail"));
        var process = Process.Start(new ProcessStartInfo("/usr/sbin/dovecot", ["-F", "-c", path]) { UseShellExecute = false })!;
        var server = new DovecotServer(folder, process, imap, lmtp);
        await MailPorts.AnsweringAsync(imap, () => server.Log);
        await MailPorts.AnsweringAsync(lmtp, () => server.Log);
        return server;
    }

    public string MaildirOf(string user) => Path.Combine(_folder.FullName, "mail", user, "Maildir");

    /// <summary>The messages in a mailbox as they lie on disk, LF line ends, oldest first.</summary>
    public IReadOnlyList<byte[]> MessagesOf(string user)
    {
        var maildir = MaildirOf(user);
        return
        [
            .. new[] { "cur", "new" }.Select(name => Path.Combine(maildir, name)).Where(Directory.Exists)
                .SelectMany(Directory.GetFiles).OrderBy(Path.GetFileName, StringComparer.Ordinal).Select(File.ReadAllBytes),
        ];
    }

    /// <summary>Waits until the mailbox has at least so many messages.</summary>
    public async Task<IReadOnlyList<byte[]>> ArrivedAsync(string user, int count)
    {
        var patience = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var messages = MessagesOf(user);
            if (messages.Count >= count)
                return messages;
            if (TimeProvider.System.GetElapsedTime(patience) > TimeSpan.FromSeconds(60))
                throw new TimeoutException($"{user} has {messages.Count} messages: {Log}");
            await Task.Delay(50);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await Tool.RunAsync("kill", _process.Id.ToString(CultureInfo.InvariantCulture));
        await _process.WaitForExitAsync();
        _process.Dispose();
        await Tool.RunAsync("rm", "-rf", _folder.FullName);
    }

    private static string Configuration(string folder, int imap, int lmtp) => $$"""
        base_dir = {{folder}}/run
        state_dir = {{folder}}/state
        log_path = {{folder}}/log
        protocols = imap lmtp
        listen = 127.0.0.1
        ssl = no
        disable_plaintext_auth = no
        auth_mechanisms = plain login
        first_valid_uid = 1
        mail_location = maildir:{{folder}}/mail/%n/Maildir
        mail_fsync = never
        passdb {
          driver = static
          args = password={{Password}}
        }
        userdb {
          driver = static
          args = uid=mail gid=mail home={{folder}}/mail/%n allow_all_users=yes
        }
        service imap-login {
          inet_listener imap {
            port = {{imap}}
          }
          inet_listener imaps {
            port = 0
          }
        }
        service lmtp {
          inet_listener lmtp {
            address = 127.0.0.1
            port = {{lmtp}}
          }
        }
        service auth {
          unix_listener {{folder}}/auth {
            mode = 0666
          }
        }

        """;
}
