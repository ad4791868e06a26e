using NodaTime;

namespace Briefing.Core.Scheduling;

/// <summary>What is stored of an entry's past, as far as it decides what comes next.</summary>
public sealed record EntryHistory
{
    /// <summary>
    /// Since when the entry has stood in the schedule without a break; editions due before that are nobody's duty. Null where it was
    /// never stored: then a first edition that may still be made is made, and older ones are not missed.
    /// </summary>
    public Instant? KnownSince { get; init; }

    /// <summary>The date of the last edition made or skipped; null for none yet.</summary>
    public LocalDate? LastDate { get; init; }

    /// <summary>
    /// Documents up to here have had their edition: the end of the last made edition's window, which a skipped edition leaves as it is.
    /// Null before the first.
    /// </summary>
    public Instant? CoveredUntil { get; init; }

    /// <summary>The edition that was begun and is not done; null for none.</summary>
    public BegunEdition? Begun { get; init; }

    public EntryHistory Begin(MakeEdition decision) =>
        this with { Begun = new BegunEdition(decision.Slot, decision.Window, decision.IsLate) };

    public EntryHistory Made(LocalDate date, EditionWindow window) =>
        this with { LastDate = date, CoveredUntil = window.End, Begun = null };

    /// <summary>The skipped edition's documents go to the next one, which begins where this one would have begun.</summary>
    public EntryHistory Skipped(SkipEdition decision) =>
        this with { LastDate = decision.Slot.Date, CoveredUntil = decision.Window.Start, Begun = null };
}

/// <summary>
/// An edition whose inputs are frozen. Its slot and window stand, whatever the schedule says meanwhile; it becomes late when it is
/// resumed late.
/// </summary>
public sealed record BegunEdition(EditionSlot Slot, EditionWindow Window, bool IsLate);
