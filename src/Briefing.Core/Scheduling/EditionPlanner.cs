using NodaTime;
using NodaTime.Text;

namespace Briefing.Core.Scheduling;

/// <summary>
/// Decides what an entry asks for at an instant. It remembers nothing: what happened stands in the history, so that the decision is
/// the same after a restart, and a clock set back finds its editions made already.
/// </summary>
public static class EditionPlanner
{
    /// <summary>An edition begun so shortly after it was due is not called late: nobody waits that closely.</summary>
    public static Duration Grace { get; } = Duration.FromMinutes(5);

    private static readonly LocalDateTimePattern Minutes = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");

    /// <summary>What is to be done now. Not to be asked while an edition of the entry is being made: it would be asked to begin again.</summary>
    public static ScheduleDecision Decide(EditionCalendar calendar, EntryHistory history, Instant now)
    {
        if (history.Begun is { } begun)
        {
            return now <= begun.Slot.CatchUpUntil
                ? new MakeEdition(begun.Slot, begun.Window, begun.IsLate || IsLate(begun.Slot, now), IsResumed: true)
                : new SkipEdition(begun.Slot, begun.Window, "it was begun but not finished: " + Missed(calendar, begun.Slot, now));
        }

        if (Next(calendar, history, now) is not { } slot)
            return new AwaitEdition(null, null);
        if (now < slot.CollectFrom)
            return new AwaitEdition(slot.CollectFrom, slot);
        var window = WindowOf(calendar, history, slot);
        if (now > slot.CatchUpUntil)
            return new SkipEdition(slot, window, Missed(calendar, slot, now));
        if (now >= slot.FreezeAt)
            return new MakeEdition(slot, window, IsLate(slot, now), IsResumed: false);
        return now < slot.CutOff ? new CollectDocuments(slot, window) : new AwaitEdition(slot.FreezeAt, slot);
    }

    /// <summary>The earliest edition that is neither made nor skipped and was not due before the entry was known.</summary>
    private static EditionSlot? Next(EditionCalendar calendar, EntryHistory history, Instant now)
    {
        if (history.LastDate is not { } last)
            return history.KnownSince is { } known ? calendar.DueAfter(known) : calendar.OpenAt(now);
        var next = calendar.After(last);
        return history.KnownSince is { } since && next?.DueAt <= since ? calendar.DueAfter(since) : next;
    }

    private static EditionWindow WindowOf(EditionCalendar calendar, EntryHistory history, EditionSlot slot)
    {
        var start = history.CoveredUntil ?? CutOffBefore(calendar, slot);
        // An entry that was out of the schedule for a while begins like a new one, not with the news of its absence.
        if (history is { LastDate: { } last, KnownSince: { } since } && calendar.After(last)?.DueAt <= since)
            start = Instant.Max(start, CutOffBefore(calendar, slot));
        // A schedule that was moved forward may have its next cut-off before what is covered: then nothing is left for this edition.
        return new EditionWindow(start, Instant.Max(start, slot.CutOff));
    }

    private static Instant CutOffBefore(EditionCalendar calendar, EditionSlot slot) =>
        calendar.Before(slot.Date)?.CutOff ?? slot.CutOff - Duration.FromDays(1);

    private static bool IsLate(EditionSlot slot, Instant now) => now > slot.DueAt + Grace;

    private static string Missed(EditionCalendar calendar, EditionSlot slot, Instant now)
    {
        string Local(Instant instant) => Minutes.Format(instant.InZone(calendar.Entry.Zone).LocalDateTime);
        return $"it was due {Local(slot.DueAt)} and could be made until {Local(slot.CatchUpUntil)}; it is {Local(now)} ({calendar.Entry.Zone.Id})";
    }
}

/// <summary>What an entry asks for at an instant: one of the four below.</summary>
public abstract record ScheduleDecision;

/// <summary>Nothing.</summary>
/// <param name="Until">Ask again then, and now and then before: the clock may be set. Null where no edition is in sight at all.</param>
/// <param name="Next">The edition that is waited for.</param>
public sealed record AwaitEdition(Instant? Until, EditionSlot? Next) : ScheduleDecision;

/// <summary>Read the sources for this edition until the cut-off.</summary>
public sealed record CollectDocuments(EditionSlot Slot, EditionWindow Window) : ScheduleDecision;

/// <summary>Freeze and make this edition, and hand it over from <see cref="EditionSlot.DueAt"/> on.</summary>
/// <param name="IsLate">Whether it is marked late.</param>
/// <param name="IsResumed">Whether it was begun before; then its slot and window are those it was begun with.</param>
public sealed record MakeEdition(EditionSlot Slot, EditionWindow Window, bool IsLate, bool IsResumed) : ScheduleDecision;

/// <summary>Record that this edition is not made, and tell the operators.</summary>
/// <param name="Window">The documents it would have had, which go to the next edition.</param>
/// <param name="Reason">For the log and the alert: one clause without a full stop, with local times.</param>
public sealed record SkipEdition(EditionSlot Slot, EditionWindow Window, string Reason) : ScheduleDecision;

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
