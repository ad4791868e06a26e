using System.Collections.Immutable;
using NodaTime;

namespace Briefing.Core.Deliveries;

/// <summary>Whether an edition may go to its list now.</summary>
public abstract record MailingGate
{
    private MailingGate()
    {
    }

    /// <param name="Unapproved">Nobody has approved it, and the entry has it sent all the same: the operators are notified.</param>
    public sealed record Open(bool Unapproved) : MailingGate;

    /// <param name="Until">When the wait ends by itself.</param>
    /// <param name="Reason">For a person.</param>
    public sealed record Wait(Instant Until, string Reason) : MailingGate;

    /// <summary>It goes to nobody on the list, and a person must see why.</summary>
    public sealed record Shut(string Reason) : MailingGate;

    public static MailingGate Of(MailingQuestion asked)
    {
        if (asked.AboveCeiling is { } reason)
            return new Shut(reason);
        switch (asked.Decision)
        {
            case ApprovalDecision.Approved:
                return new Open(Unapproved: false);
            case ApprovalDecision.Held:
                return asked.Now < asked.HoldUntil ? new Wait(asked.HoldUntil, "held by a person") : new Shut("held by a person until its time was up");
        }

        if (!asked.NeedsApproval)
            return new Open(Unapproved: false);
        if (asked.Now < asked.ApproveUntil)
            return new Wait(asked.ApproveUntil, "waits for approval");
        return asked.SendUnapproved ? new Open(Unapproved: true) : new Shut("nobody approved it in time");
    }
}

/// <summary>What decides whether an edition may go out.</summary>
public sealed record MailingQuestion
{
    public required Instant Now { get; init; }

    /// <summary>Why its marking is too high for the list; null where it is not.</summary>
    public string? AboveCeiling { get; init; }

    /// <summary>The last word of a person; null where nobody has said anything.</summary>
    public ApprovalDecision? Decision { get; init; }

    public bool NeedsApproval { get; init; }

    public required Instant ApproveUntil { get; init; }

    /// <summary>Whether it goes out when nobody has approved it by then.</summary>
    public bool SendUnapproved { get; init; }

    /// <summary>How long a held edition can still be released.</summary>
    public required Instant HoldUntil { get; init; }
}

/// <summary>What a person said of an edition.</summary>
public enum ApprovalDecision
{
    Approved,
    Held,
}

/// <summary>Whether an edition's marking is too high for a list. In doubt it is.</summary>
public static class MarkingCeiling
{
    /// <param name="marking">The edition's; null or empty for none, which every list may have.</param>
    /// <param name="ceiling">The list's; null for none.</param>
    /// <param name="markings">From the lowest to the highest.</param>
    /// <returns>Why the edition may not go to the list, for a person; null where it may.</returns>
    public static string? FaultOf(string? marking, string? ceiling, ImmutableArray<string> markings)
    {
        if (string.IsNullOrEmpty(ceiling) || string.IsNullOrEmpty(marking))
            return null;
        var (height, most) = (markings.IndexOf(marking), markings.IndexOf(ceiling));
        if (height < 0 || most < 0)
            return $"nobody can tell whether its marking \"{marking}\" is above the list's ceiling \"{ceiling}\": both must stand in \"markings\"";
        return height > most ? $"its marking \"{marking}\" is above the list's ceiling \"{ceiling}\"" : null;
    }
}
