using System.Security.Cryptography.X509Certificates;
using Briefing.Integration.Tests.Mail.Smtp;

namespace Briefing.Integration.Tests.Mail.Servers;

/// <summary>
/// Debian's Postfix in a folder and on a port of its own: takes mail on 127.0.0.1, with STARTTLS and sign-in, and delivers what is for
/// post.example to a <see cref="DovecotServer"/>. Users whose name begins with "nobody" are not known. What is for staff.post.example is
/// taken before anybody looks whether there is such a user, and comes back if there is none. Mail for anyone else goes nowhere.
/// </summary>
internal sealed class PostfixServer : IAsyncDisposable
{
    public const string Domain = "post.example";

    /// <summary>Its users are the machine's.</summary>
    public const string LateDomain = "staff.post.example";

    private readonly DirectoryInfo _folder;

    private PostfixServer(DirectoryInfo folder, int port) => (_folder, Port) = (folder, port);

    public int Port { get; }

    public string Log => File.Exists(LogPath) ? File.ReadAllText(LogPath) : "";

    private string LogPath => Path.Combine(_folder.FullName, "mail.log");

    public static async Task<PostfixServer> StartAsync(DovecotServer dovecot)
    {
        var folder = Directory.CreateTempSubdirectory("postfix-");
        await Tool.RunAsync("chmod", "755", folder.FullName);
        var port = MailPorts.Free();
        await WriteAsync(folder, dovecot, port);
        await Tool.RunAsync("/usr/sbin/postfix", "-c", folder.FullName, "start");
        var server = new PostfixServer(folder, port);
        await MailPorts.AnsweringAsync(port, () => server.Log);
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await Tool.RunAsync("/usr/sbin/postfix", "-c", _folder.FullName, "stop");
        await Tool.RunAsync("rm", "-rf", _folder.FullName);
    }

    private static async Task WriteAsync(DirectoryInfo folder, DovecotServer dovecot, int port)
    {
        var path = folder.FullName;
        Directory.CreateDirectory(Path.Combine(path, "queue"));
        Directory.CreateDirectory(Path.Combine(path, "data"));
        await Tool.RunAsync("chown", "postfix", Path.Combine(path, "data"));
        using var certificate = TestAuthority.Shared.Issue("127.0.0.1");
        await File.WriteAllTextAsync(Path.Combine(path, "server.pem"), certificate.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem() + "\n" + certificate.ExportCertificatePem() + "\n");
        await File.WriteAllTextAsync(Path.Combine(path, "boxes"), "!/^nobody/ ok\n");
        await File.WriteAllTextAsync(Path.Combine(path, "main.cf"), MainCf(path, dovecot));
        await File.WriteAllTextAsync(Path.Combine(path, "master.cf"), MasterCf(port));
    }

    private static string MainCf(string folder, DovecotServer dovecot) => $$"""
        compatibility_level = 3.6
        queue_directory = {{folder}}/queue
        data_directory = {{folder}}/data
        command_directory = /usr/sbin
        daemon_directory = /usr/lib/postfix/sbin
        mail_owner = postfix
        setgid_group = postdrop
        myhostname = mail.{{Domain}}
        mydestination = {{LateDomain}}
        local_recipient_maps =
        alias_maps =
        mynetworks = 127.0.0.0/8
        inet_interfaces = 127.0.0.1
        inet_protocols = ipv4
        smtpd_peername_lookup = no
        default_transport = discard
        relay_transport = discard
        maillog_file = {{folder}}/mail.log
        maillog_file_prefixes = {{folder}}
        message_size_limit = 20480000
        mailbox_size_limit = 0
        virtual_mailbox_domains = {{Domain}}
        virtual_mailbox_maps = regexp:{{folder}}/boxes
        virtual_transport = lmtp:inet:127.0.0.1:{{dovecot.LmtpPort}}
        smtpd_relay_restrictions = permit_mynetworks, reject
        smtpd_tls_security_level = may
        smtpd_tls_chain_files = {{folder}}/server.pem
        smtpd_tls_auth_only = yes
        smtpd_sasl_auth_enable = yes
        smtpd_sasl_type = dovecot
        smtpd_sasl_path = {{dovecot.AuthSocket}}

        """;

    // Nothing of it runs in a root of its own: the folder has none.
    private static string MasterCf(int port) => $$"""
        127.0.0.1:{{port}} inet n - n - - smtpd
        cleanup unix n - n - 0 cleanup
        qmgr unix n - n 300 1 qmgr
        tlsmgr unix - - n 1000? 1 tlsmgr
        rewrite unix - - n - - trivial-rewrite
        bounce unix - - n - 0 bounce
        defer unix - - n - 0 bounce
        trace unix - - n - 0 bounce
        verify unix - - n - 1 verify
        flush unix n - n 1000? 0 flush
        proxymap unix - - n - - proxymap
        lmtp unix - - n - - lmtp
        local unix - n n - - local
        error unix - - n - - error
        retry unix - - n - - error
        discard unix - - n - - discard
        anvil unix - - n - 1 anvil
        scache unix - - n - 1 scache
        postlog unix-dgram n - n - 1 postlogd

        """;
}
