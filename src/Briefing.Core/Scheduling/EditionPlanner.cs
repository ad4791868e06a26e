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
