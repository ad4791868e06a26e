using System.Diagnostics.CodeAnalysis;
using System.Text;
using Briefing.Core.Subscribers;

namespace Briefing.Worker.Mail;

/// <summary>A person's or programme's address (RFC 5322, mailbox). Always safe to stand in a header and in an SMTP command.</summary>
internal sealed record Mailbox
{
    private Mailbox(string? name, string localPart, string domain) => (Name, LocalPart, Domain) = (name, localPart, domain);

    /// <summary>Null where only the address is known.</summary>
    public string? Name { get; }
    public string LocalPart { get; }

    /// <summary>In ASCII: names in other scripts in their xn-- form.</summary>
    public string Domain { get; }
    public string Address => $"{LocalPart}@{Domain}";

    /// <summary>The part before @ is not ASCII: only servers with SMTPUTF8 (RFC 6531) carry it.</summary>
    public bool NeedsUtf8 => !Ascii.IsValid(LocalPart);

    public static Mailbox Of(MailAddress address, string? name) => new(name, address.LocalPart, address.Domain);

    /// <param name="text"><c>name@example.org</c> or <c>Name &lt;name@example.org&gt;</c>.</param>
    /// <param name="reason">Why it is none, for a person.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out Mailbox? mailbox, [NotNullWhen(false)] out string? reason)
    {
        mailbox = null;
        text = text.Trim();
        string? name = null;
        if (text.EndsWith('>') && text.LastIndexOf('<') is var open and >= 0)
        {
            name = text[..open].Trim().Trim('"').Trim();
            text = text[(open + 1)..^1];
        }

        if (name is not null && name.Any(c => char.IsControl(c) || c is '<' or '>'))
            reason = "its name has characters that no name has";
        else if (MailAddress.TryParse(text, out var address, out reason))
            mailbox = new Mailbox(string.IsNullOrEmpty(name) ? null : name, address.LocalPart, address.Domain);
        return reason is null;
    }

    /// <exception cref="FormatException">It is no address.</exception>
    public static Mailbox Parse(string text) =>
        TryParse(text, out var mailbox, out var reason) ? mailbox : throw new FormatException($"\"{text}\" is no mail address: {reason}.");

    public override string ToString() => Name is null ? Address : $"{Name} <{Address}>";
}
