using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Briefing.Core.Deliveries;
using Briefing.Core.Subscribers;

namespace Briefing.Worker.Mailing.Bounces;

/// <summary>What a notice says of one recipient (RFC 3464, 2.3). Everything in it is what somebody wrote, not what is known.</summary>
/// <param name="Final">The address that was tried last: another than ours where mail is forwarded. Null where none can be read.</param>
/// <param name="Original">The address as it was first named; null where none can be read.</param>
/// <param name="Action">failed, delayed, delivered, relayed, expanded; in small letters.</param>
/// <param name="Status">Of the server that reports.</param>
/// <param name="Diagnostic">Of the server that refused, from the words it used.</param>
/// <param name="Said">Those words; they may name the recipient. Null where there are none.</param>
internal sealed partial record RecipientReport(
    MailAddress? Final, MailAddress? Original, string Action, EnhancedStatus? Status, EnhancedStatus? Diagnostic, string? Said)
{
    private const int LongestSaid = 500;

    /// <summary>Whether it names an address at all, also one that cannot be read: a program, or one of another kind of mail.</summary>
    public bool IsNamed { get; private init; }

    public BounceKind? Kind => BounceRule.Of(Action, Status, Diagnostic);

    /// <summary>The status that decides, as it is kept.</summary>
    public EnhancedStatus? Reason => Diagnostic is { IsGeneral: false } ? Diagnostic : Status ?? Diagnostic;

    /// <summary>Null where the fields are of no recipient.</summary>
    public static RecipientReport? Of(ReceivedFields fields)
    {
        var (final, original) = (fields["Final-Recipient"], fields["Original-Recipient"]);
        if (final is null && original is null && fields["Action"] is null && fields["Status"] is null)
            return null;
        var status = fields["Status"] is { } given ? EnhancedStatus.Parse(given) : null;
        var diagnostic = ValueOf(fields["Diagnostic-Code"]);
        var said = string.Join(": ", new[] { ValueOf(fields["Remote-MTA"]), diagnostic }.Where(words => !string.IsNullOrEmpty(words)));
        return new RecipientReport(
            AddressOf(final),
            AddressOf(original),
            ActionOf(fields["Action"], status),
            status,
            diagnostic is null ? null : EnhancedStatus.FindIn(diagnostic),
            said.Length == 0 ? null : Cleaned(said))
        {
            IsNamed = final is not null || original is not null,
        };
    }

    /// <summary>Short, and without control characters.</summary>
    public static string Cleaned(string said) =>
        string.Concat((said.Length <= LongestSaid ? said : said[..LongestSaid]).Select(c => char.IsControl(c) || char.IsSurrogate(c) ? ' ' : c));

    /// <summary>Without the angle brackets that some put round it, and with its letters as they are.</summary>
    public static MailAddress? AddressOf(string? field) =>
        ValueOf(field) is { } text && MailAddress.TryParse(Unescaped(text.Trim('<', '>', ' ')), out var address, out _) ? address : null;

    // RFC 3464 demands it, and some servers leave it out.
    private static string ActionOf(string? given, EnhancedStatus? status) =>
        given?.Split(' ', ';', '(')[0].ToLowerInvariant() is { Length: > 0 } action ? action : status is { Class: 5 } ? "failed" : "delayed";

    // "rfc822; name@example.org", "smtp; 550 …", "dns; mx.example.org". Some servers leave the type out.
    private static string? ValueOf(string? field) => field is null ? null : (Type().Match(field) is { Success: true } type ? field[type.Length..] : field).Trim();

    // Where mail is not 8-bit clean, letters of an address are written by their numbers (RFC 6533, 3): \x{E9}.
    private static string Unescaped(string address) => Escape().Replace(
        address,
        found => Rune.TryCreate(int.Parse(found.Groups["number"].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture), out var rune) ? rune.ToString() : found.Value);

    // One word (RFC 3464, 2.1.2).
    [GeneratedRegex(@"^\s*[A-Za-z][A-Za-z0-9-]*\s*;", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Type();

    [GeneratedRegex(@"\\x\{(?<number>[0-9A-Fa-f]{2,6})\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Escape();
}
