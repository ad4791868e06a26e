using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Briefing.Core.Subscribers;

/// <summary>An address and its choices. HTML and plain text go to everyone; the time zone is the schedule entry's.</summary>
public sealed record Subscriber
{
    /// <summary>Characters.</summary>
    public const int LongestName = 200;

    public required MailAddress Address { get; init; }

    /// <summary>Null where only the address is known.</summary>
    public string? Name { get; init; }

    /// <summary>Of what is said to the subscriber, not of the news.</summary>
    public string Language { get; init; } = "en";

    /// <summary>The lists it is on, as schedule.json names them; at least one, in ordinal order.</summary>
    public required ImmutableArray<string> Lists { get; init; }

    /// <summary>Ids of the topics wanted, in ordinal order; empty for all.</summary>
    public ImmutableArray<string> Topics { get; init; } = [];

    /// <summary>Whether the pack is attached.</summary>
    public bool AttachPack { get; init; } = true;

    /// <summary>What forbids a name, for a person; null when nothing does.</summary>
    public static string? FaultOfName(string name)
    {
        if (name.Length > LongestName)
            return $"the name is longer than {LongestName} characters";
        return name.EnumerateRunes().All(IsNameCharacter) ? null : "the name has characters that no name has";
    }

    // Lone surrogates are enumerated as U+FFFD. Joiners (Cf) belong to some scripts' names; what turns text round belongs to none.
    private static bool IsNameCharacter(Rune rune) =>
        rune != Rune.ReplacementChar
        && rune.Value is not ('<' or '>' or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069))
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}

/// <summary>How an address stands. Editions go to confirmed ones only.</summary>
public enum SubscriberState
{
    /// <summary>Asked for, not confirmed yet.</summary>
    Pending,

    Confirmed,

    /// <summary>Has said that it wants no more.</summary>
    Unsubscribed,

    /// <summary>Nothing is to be sent there, whatever is asked for.</summary>
    Suppressed,

    /// <summary>Taken out on request: nothing of it is kept but a keyed hash, so that an import does not bring it back.</summary>
    Erased,
}
