using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace Briefing.Core.Deliveries;

/// <summary>
/// What failures say of an address, after RFC 3463 and IANA's registry of its codes. Suppressing a reader who could have been reached
/// is worse than writing a few times more to one who cannot: what may be the message's fault, ours, or a domain's is not hard.
/// </summary>
public static class BounceRule
{
    /// <summary>Failures on so many days are taken for an address that is dead.</summary>
    public const int FailingDays = 5;

    /// <summary>How far back failing days are counted.</summary>
    public static readonly Duration Window = Duration.FromDays(30);

    // The names of failures that are about one mailbox and for good.
    private static readonly ImmutableHashSet<(int Subject, int Detail)> OfTheMailbox =
    [
        // There is no such mailbox; it has no valid syntax; it has moved and left no address.
        (1, 1), (1, 3), (1, 6),
        // The domain says that it takes no mail at all (RFC 7505); Exchange says so of mailboxes.
        (1, 10),
        // It is disabled. Said for good: for now it would be 4.2.1.
        (2, 1),
    ];

    /// <summary>What a report of one recipient says (RFC 3464, 2.3.3); null when it reports no failure.</summary>
    /// <param name="action">failed, delayed, delivered, relayed or expanded.</param>
    /// <param name="status">What the reporting server made of it; null where it gave none.</param>
    /// <param name="diagnostic">What the refusing server said itself; null where it is not known. It is nearer to the cause, and decides, unless it says nothing.</param>
    public static BounceKind? Of(string action, EnhancedStatus? status, EnhancedStatus? diagnostic) =>
        action.Equals("failed", StringComparison.OrdinalIgnoreCase) ? OfFailure(diagnostic is { IsGeneral: false } ? diagnostic : status ?? diagnostic) : null;

    /// <summary>
    /// What a refusal in our own dialogue says; null when it says nothing of the address. A reply without a status is ambiguous: 550 is
    /// given for unknown names and for policy alike (RFC 5321, 4.2.3).
    /// </summary>
    /// <param name="ofRecipient">Whether the recipient was refused, not the sender or the message.</param>
    /// <param name="replyCode">400 to 599.</param>
    public static BounceKind? OfRefusal(bool ofRecipient, int replyCode, EnhancedStatus? status)
    {
        if (!ofRecipient || replyCode < 500 || (status is { } given && !SaysOfAddress(given)))
            return null;
        return status is { } known ? OfFailure(known) : BounceKind.Soft;
    }

    /// <summary>
    /// Whether a soft failure counts at all. What is about the message (5.2.3, 5.3.4, 5.6.x), policy (5.7.x), the sender (5.1.7, 5.1.8)
    /// or the dialogue (5.5.x) is told to the operators and held against nobody.
    /// </summary>
    /// <param name="status">Null where none was given: it counts then.</param>
    public static bool SaysOfAddress(EnhancedStatus? status) => status is not { } given
        || (given.Subject, given.Detail) is not ((2, 3) or (3, 4) or (1, 7) or (1, 8) or (5 or 6 or 7, _));

    /// <summary>Whether an address is to be suppressed for its soft failures.</summary>
    /// <param name="failures">Of deliveries: the day of each, and why it failed; in any order, one day as often as you like.</param>
    /// <param name="now">What lies further back than <see cref="Window"/> does not count.</param>
    public static bool IsDead(IEnumerable<(Instant At, EnhancedStatus? Status)> failures, Instant now) => failures
        .Where(failure => failure.At > now - Window && SaysOfAddress(failure.Status))
        .Select(failure => failure.At.InUtc().Date)
        .Distinct()
        .Take(FailingDays)
        .Count() == FailingDays;

    private static BounceKind OfFailure(EnhancedStatus? status) =>
        status is { Class: 5 } final && OfTheMailbox.Contains((final.Subject, final.Detail)) ? BounceKind.Hard : BounceKind.Soft;
}

/// <summary>What a notice says of an address.</summary>
public enum BounceKind
{
    /// <summary>It does not exist, or takes no mail any more.</summary>
    Hard,

    /// <summary>A message did not arrive; another may.</summary>
    Soft,

    /// <summary>Its owner reported a message as unwanted.</summary>
    Complaint,
}

/// <summary>A status as mail systems give it (RFC 3463): 5.1.1.</summary>
/// <param name="Class">2 success, 4 for now, 5 for good.</param>
public readonly partial record struct EnhancedStatus(int Class, int Subject, int Detail)
{
    private const int LongestText = 4096;

    /// <summary>x.0.0, which says no more than that it failed.</summary>
    public bool IsGeneral => Subject == 0 && Detail == 0;

    /// <summary>Null when it does not begin with one.</summary>
    /// <param name="text">White space and comments may stand round it: <c>5.1.1 (no such user)</c>.</param>
    public static EnhancedStatus? Parse(string text) => Of(Beginning().Match(Cut(text)));

    /// <summary>The first that follows a reply code, <c>550 5.1.1</c> or <c>550-5.1.1</c>, or a number sign, <c>#5.1.1</c>; null without one.</summary>
    public static EnhancedStatus? FindIn(string text) => Of(AfterReply().Match(Cut(text)));

    public override string ToString() => $"{Class}.{Subject}.{Detail}";

    private static EnhancedStatus? Of(Match found) => found.Success
        ? new EnhancedStatus(Number(found, "class"), Number(found, "subject"), Number(found, "detail"))
        : null;

    // Groups have at most three ASCII digits.
    private static int Number(Match found, string group) => int.Parse(found.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    private static string Cut(string text) => text.Length <= LongestText ? text : text[..LongestText];

    [GeneratedRegex(@"^\s*(?<class>[245])\.(?<subject>[0-9]{1,3})\.(?<detail>[0-9]{1,3})(?![0-9]|\.[0-9])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Beginning();

    [GeneratedRegex(@"(?:(?<![0-9.])[245][0-9]{2}[ -]#?|#)(?<class>[245])\.(?<subject>[0-9]{1,3})\.(?<detail>[0-9]{1,3})(?![0-9]|\.[0-9])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AfterReply();
}
