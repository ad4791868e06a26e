using System.Net;
using Briefing.Worker.Mail;

namespace Briefing.Worker.Configuration;

/// <summary>What must hold in "mail", beyond each value's own type and range.</summary>
internal static class MailRules
{
    public static void Check(ConfigurationFile<BriefingOptions> file)
    {
        if (file.Options?.Mail is not { } mail)
            return;
        CheckAddresses(file, mail);
        CheckSecrets(file, mail);
        CheckServer(file, mail);
        CheckList(file, mail);
        CheckDkim(file, mail);
    }

    /// <summary>Whether a server stands on this machine, so that nothing crosses a network.</summary>
    public static bool IsHere(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    private static void CheckAddresses(ConfigurationFile<BriefingOptions> file, MailOptions mail)
    {
        foreach (var (member, text) in new[]
        {
            ("from", mail.From), ("replyTo", mail.ReplyTo), ("bounces", mail.Bounces), ("operators", mail.Operators),
            ("unsubscribeMailbox", mail.UnsubscribeMailbox),
        })
        {
            if (string.IsNullOrEmpty(text))
                continue;
            if (!Mailbox.TryParse(text, out var mailbox, out var reason))
                Report(file, member, $"\"{text}\" is no mail address: {reason}.");
            else if (mailbox.NeedsUtf8)
                Report(file, member, "Here only an address of ASCII letters reaches everyone's server.");
        }
    }

    private static void CheckSecrets(ConfigurationFile<BriefingOptions> file, MailOptions mail)
    {
        (string Member, bool Given)[] ways =
        [
            ("passwordVariable", mail.PasswordVariable is not null), ("passwordFile", mail.PasswordFile is not null), ("tokenCommand", mail.TokenCommand is not null),
        ];
        var given = ways.Where(way => way.Given).Select(way => way.Member).ToArray();
        if (given.Length > 1)
            Report(file, given[1], $"\"{given[0]}\" is given as well: one of them is enough.");
        if (given.Length > 0 && mail.User is null)
            Report(file, given[0], "\"user\" is missing beside it.");
        if (given.Length == 0 && mail.User is not null)
            Report(file, "user", "With a user goes one of \"passwordVariable\", \"passwordFile\" and \"tokenCommand\".");
        if (mail.TokenCommand is [{ Length: 0 }, ..])
            Report(file, "tokenCommand", "The programme's name is empty.");
    }

    private static void CheckServer(ConfigurationFile<BriefingOptions> file, MailOptions mail)
    {
        if (mail.Host is { } host)
        {
            if (Uri.CheckHostName(host) == UriHostNameType.Unknown)
                Report(file, "host", $"\"{host}\" is no name of a server.");
            if (mail.Security == MailSecurity.None && mail.User is not null && !IsHere(host))
                Report(file, "security", "With \"none\" the password would cross the network for all to read: use \"starttls\" or \"tls\".");
        }
        else if (mail.Port is not null || mail.User is not null || mail.Security is not null)
        {
            Report(file, mail.Port is not null ? "port" : mail.User is not null ? "user" : "security", "There is no \"host\" to use this with.");
        }

        if (mail.ClientName is { } name && Uri.CheckHostName(name) != UriHostNameType.Dns)
            Report(file, "clientName", $"\"{name}\" is no name of a machine.");
    }

    private static void CheckList(ConfigurationFile<BriefingOptions> file, MailOptions mail)
    {
        if (mail.ListId is { } id && (!id.Contains('.', StringComparison.Ordinal) || Uri.CheckHostName(id) != UriHostNameType.Dns))
            Report(file, "listId", "A list's id looks like a domain: \"morning.briefing.example.org\".");
        if (mail.UnsubscribeBase is { } address
            && !(Uri.TryCreate(address, UriKind.Absolute, out var page) && page.Scheme == Uri.UriSchemeHttps && page.Query.Length + page.Fragment.Length + page.UserInfo.Length == 0))
        {
            Report(file, "unsubscribeBase", "Unsubscribing by one click needs an https address without query: \"https://briefing.example.org/unsubscribe\".");
        }
    }

    private static void CheckDkim(ConfigurationFile<BriefingOptions> file, MailOptions mail)
    {
        if (mail.Dkim is not { Domain: { Length: > 0 } domain, Selector: { Length: > 0 } selector })
            return;
        if (Uri.CheckHostName(domain) != UriHostNameType.Dns)
            file.ReportAt(["mail", "dkim", "domain"], $"\"{domain}\" is no domain.");
        else if (Mailbox.TryParse(mail.From ?? "", out var from, out _) && !$".{from.Domain}".EndsWith($".{domain}", StringComparison.OrdinalIgnoreCase))
            file.ReportAt(["mail", "dkim", "domain"], $"A signature of {domain} says nothing for a sender at {from.Domain} (DMARC).");
        if (Uri.CheckHostName(selector) != UriHostNameType.Dns)
            file.ReportAt(["mail", "dkim", "selector"], $"\"{selector}\" can be no name in DNS.");
    }

    private static void Report(ConfigurationFile<BriefingOptions> file, string member, string message) => file.ReportAt(["mail", member], message);
}
