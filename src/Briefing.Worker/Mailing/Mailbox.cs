using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Briefing.Worker.Mailing;

/// <summary>A person's or programme's address (RFC 5322, mailbox). Always safe to stand in a header and in an SMTP command.</summary>
internal sealed record Mailbox
{
    // RFC 5321, 4.5.3.1: octets.
    private const int LongestLocalPart = 64;
    private const int LongestDomain = 255;

    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    private Mailbox(string? name, string localPart, string domain) => (Name, LocalPart, Domain) = (name, localPart, domain);

    /// <summary>Null where only the address is known.</summary>
    public string? Name { get; }
    public string LocalPart { get; }

    /// <summary>In ASCII: names in other scripts in their xn-- form.</summary>
    public string Domain { get; }
    public string Address => $"{LocalPart}@{Domain}";

    /// <summary>The part before @ is not ASCII: only servers with SMTPUTF8 (RFC 6531) carry it.</summary>
    public bool NeedsUtf8 => !Ascii.IsValid(LocalPart);

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
            text = text[(open + 1)..^1].Trim();
        }

        if (name is not null && name.Any(c => char.IsControl(c) || c is '<' or '>'))
            reason = "its name has characters that no name has";
        else if (text.LastIndexOf('@') is var at && at <= 0)
            reason = "it has no @ between a name and a domain";
        else if (FaultOfLocalPart(text[..at]) is { } fault)
            reason = fault;
        else if (DomainOf(text[(at + 1)..]) is not { } domain)
            reason = "its domain is none";
        else
        {
            reason = null;
            mailbox = new Mailbox(string.IsNullOrEmpty(name) ? null : name, text[..at], domain);
            return true;
        }

        return false;
    }

    /// <exception cref="FormatException">It is no address.</exception>
    public static Mailbox Parse(string text) =>
        TryParse(text, out var mailbox, out var reason) ? mailbox : throw new FormatException($"\"{text}\" is no mail address: {reason}.");

    public override string ToString() => Name is null ? Address : $"{Name} <{Address}>";

    // A dot-atom. Quoted local parts are legal, unused in practice, and a classic way to smuggle commands.
    private static string? FaultOfLocalPart(string local)
    {
        if (Encoding.UTF8.GetByteCount(local) > LongestLocalPart)
            return $"the part before @ is longer than {LongestLocalPart} octets";
        if (local.Split('.').Any(atom => atom.Length == 0 || !atom.EnumerateRunes().All(IsAtomCharacter)))
            return "the part before @ has characters that mail servers cannot be relied on to carry";
        return null;
    }

    // Of other scripts (RFC 6531, 3.3) letters, digits and the marks that go with them: nothing invisible, nothing that turns text round.
    private static bool IsAtomCharacter(Rune rune) => rune.IsAscii
        ? Rune.IsLetterOrDigit(rune) || "!#$%&'*+-/=?^_`{|}~".Contains((char)rune.Value)
        : Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static string? DomainOf(string domain)
    {
        try
        {
            var ascii = Idn.GetAscii(domain).ToLowerInvariant();
            var labelled = ascii.Split('.').All(label =>
                label.Length is > 0 and <= 63 && label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') && label[0] != '-' && label[^1] != '-');
            return labelled && ascii.Length <= LongestDomain ? ascii : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
