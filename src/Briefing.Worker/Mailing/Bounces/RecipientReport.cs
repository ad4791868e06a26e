using Briefing.Core.Deliveries;

namespace Briefing.Worker.Mailing.Bounces;

/// <summary>What a notice says of one recipient (RFC 3464, 2.3). Everything in it is what somebody wrote, not what is known.</summary>
/// <param name="Final">The address that was tried last: another than ours where mail is forwarded. Null where none can be read.</param>
/// <param name="Original">The address as it was first named; null where none can be read.</param>
/// <param name="Action">failed, delayed, delivered, relayed, expanded; in small letters.</param>
/// <param name="Status">Of the server that reports.</param>
/// <param name="Diagnostic">Of the server that refused, from the words it used.</param>
/// <param name="Said">Those words; they may name the recipient. Null where there are none.</param>
internal sealed record RecipientReport(
    MailAddress? Final, MailAddress? Original, string Action, EnhancedStatus? Status, EnhancedStatus? Diagnostic, string? Said)
{
    private const int LongestSaid = 500;

    public BounceKind? Kind => BounceRule.Of(Action, Status, Diagnostic);

    /// <summary>The status that decides, as it is kept.</summary>
    public EnhancedStatus? Reason => Diagnostic is { IsGeneral: false } ? Diagnostic : Status ?? Diagnostic;

    /// <summary>Null where the fields are of no recipient.</summary>
    public static RecipientReport? Of(ReceivedFields fields)
    {
        var (final, original) = (fields["Final-Recipient"], fields["Original-Recipient"]);
        if (final is null && original is null)
            return null;
        var status = fields["Status"] is { } given ? EnhancedStatus.Parse(given) : null;
        var diagnostic = TypedValueOf(fields["Diagnostic-Code"]);
        var said = string.Join(": ", new[] { TypedValueOf(fields["Remote-MTA"]), diagnostic }.Where(words => !string.IsNullOrEmpty(words)));
        return new RecipientReport(
            AddressOf(final),
            AddressOf(original),
            ActionOf(fields["Action"], status),
            status,
            diagnostic is null ? null : EnhancedStatus.FindIn(diagnostic),
            said.Length == 0 ? null : Cleaned(said));
    }

    /// <summary>Short, and without control characters.</summary>
    public static string Cleaned(string said) =>
        string.Concat((said.Length <= LongestSaid ? said : said[..LongestSaid]).Select(c => char.IsControl(c) || char.IsSurrogate(c) ? ' ' : c));

    /// <summary>Without the angle brackets that some put round it.</summary>
    public static MailAddress? AddressOf(string? field) =>
        TypedValueOf(field) is { } text && MailAddress.TryParse(text.Trim('<', '>', ' '), out var address, out _) ? address : null;

    // RFC 3464 demands it, and some servers leave it out.
    private static string ActionOf(string? given, EnhancedStatus? status) =>
        given?.Split(' ', ';', '(')[0].ToLowerInvariant() ?? (status is { Class: 5 } ? "failed" : "delayed");

    // "rfc822; name@example.org", "smtp; 550 …", "dns; mx.example.org".
    private static string? TypedValueOf(string? field) => field?.IndexOf(';', StringComparison.Ordinal) is { } at ? field[(at + 1)..].Trim() : null;
}
