using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Briefing.Core.Subscribers;

/// <summary>One mail address (RFC 5322, addr-spec, without comments and quotes). Always safe to stand in a header and in an SMTP command.</summary>
public sealed record MailAddress
{
    // RFC 5321, 4.5.3.1: octets.
    private const int LongestLocalPart = 64;
    private const int LongestDomain = 255;

    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    private MailAddress(string given, string localPart, string domain) => (Given, LocalPart, Domain) = (given, localPart, domain);

    /// <summary>As it was written, for showing.</summary>
    public string Given { get; }

    public string LocalPart { get; }

    /// <summary>In ASCII and small letters: names in other scripts in their xn-- form.</summary>
    public string Domain { get; }

    /// <summary>
    /// The same for all spellings that reach one mailbox. The part before @ may by RFC 5321 differ in case alone; no server in use
    /// makes two people of that, while people write themselves both ways. Letters composed of marks are not put together.
    /// </summary>
    public string Key => $"{LocalPart.ToLowerInvariant()}@{Domain}";

    /// <param name="text">White space around it is taken off.</param>
    /// <param name="reason">Why it is none, for a person; it does not repeat the text.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out MailAddress? address, [NotNullWhen(false)] out string? reason)
    {
        address = null;
        text = text.Trim();
        if (text.LastIndexOf('@') is var at && at <= 0)
            reason = "it has no @ between a name and a domain";
        else if (FaultOfLocalPart(text[..at]) is { } fault)
            reason = fault;
        else if (DomainOf(text[(at + 1)..]) is not { } domain)
            reason = "what stands after @ is not a domain";
        else
        {
            reason = null;
            address = new MailAddress(text, text[..at], domain);
            return true;
        }

        return false;
    }

    /// <exception cref="FormatException">It is no address.</exception>
    public static MailAddress Parse(string text) =>
        TryParse(text, out var address, out var reason) ? address : throw new FormatException($"This is no mail address: {reason}.");

    /// <summary>As it was written.</summary>
    public override string ToString() => Given;

    // A dot-atom. Quoted local parts are legal, unused in practice, and a classic way to smuggle commands.
    private static string? FaultOfLocalPart(string local)
    {
        // In small letters some are an octet longer.
        if (Math.Max(Encoding.UTF8.GetByteCount(local), Encoding.UTF8.GetByteCount(local.ToLowerInvariant())) > LongestLocalPart)
            return "the part before @ is too long";
        if (local.Split('.').Any(atom => atom.Length == 0))
            return "the part before @ begins or ends with a dot, or has two in a row";
        if (!local.EnumerateRunes().All(rune => rune.Value == '.' || IsAtomCharacter(rune)))
            return "the part before @ has a space or a character that not every mail server carries";
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
            // Small letters first: without the system's tables the mapping encodes capitals as they stand.
            var ascii = Idn.GetAscii(domain.ToLowerInvariant()).ToLowerInvariant();
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
