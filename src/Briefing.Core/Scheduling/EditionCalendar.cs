using NodaTime;

namespace Briefing.Core.Scheduling;

/// <summary>The editions an entry owes: which dates, which instants. No search goes further than <see cref="HorizonDays"/>.</summary>
public sealed class EditionCalendar(ScheduleEntry entry)
{
    /// <summary>A little over four years, so that an edition of 29 February is found.</summary>
    public const int HorizonDays = 1500;

    private static readonly Duration MinCollecting = Duration.FromMinutes(40);

    public ScheduleEntry Entry { get; } = entry;

    /// <summary>The edition of this date; null where the entry owes none, and <see cref="WhyNone"/> says why.</summary>
    public EditionSlot? On(LocalDate date) =>
        WhyNone(date) is null && Entry.Time.On(date) is { } time ? SlotAt(date + time) : null;

    /// <summary>Why the entry owes no edition on this date ("weekend", "Good Friday"); null where it owes one.</summary>
    public string? WhyNone(LocalDate date)
    {
        var day = Entry.Calendar.On(date);
        if (!day.IsWorking)
            return day.Reason;
        if (WallClock.SkipsDate(date, Entry.Zone))
            return "the time zone skips this date";
        return Entry.Time.On(date) is null ? "the entry has no time on this day" : null;
    }

    /// <summary>The first edition of a later date; null where there is none within the horizon.</summary>
    public EditionSlot? After(LocalDate date) => Search(date, step: 1);

    /// <summary>The last edition of an earlier date; null where there is none within the horizon.</summary>
    public EditionSlot? Before(LocalDate date) => Search(date, step: -1);

    /// <summary>The first edition due after this instant; null where there is none within the horizon.</summary>
    public EditionSlot? DueAfter(Instant instant) => First(instant, slot => slot.DueAt > instant);

    /// <summary>The first edition that may still be made at this instant; null where there is none within the horizon.</summary>
    public EditionSlot? OpenAt(Instant instant) => First(instant, slot => slot.CatchUpUntil >= instant);

    /// <summary>The next editions due after this instant, as many as there are within the horizon.</summary>
    public IEnumerable<EditionSlot> DueAfter(Instant instant, int count)
    {
        var slot = DueAfter(instant);
        for (var told = 0; told < count && slot is not null; told++, slot = After(slot.Date))
            yield return slot;
    }

    private EditionSlot? First(Instant instant, Func<EditionSlot, bool> fits)
    {
        // Catching up may last a day, and a change of clocks may move an edition past midnight.
        var slot = After(instant.InZone(Entry.Zone).Date.PlusDays(-3));
        while (slot is not null && !fits(slot))
            slot = After(slot.Date);
        return slot;
    }

    private EditionSlot? Search(LocalDate from, int step)
    {
        for (var days = 1; days <= HorizonDays; days++)
        {
            if (On(from.PlusDays(step * days)) is { } slot)
                return slot;
        }

        return null;
    }

    private EditionSlot SlotAt(LocalDateTime nominal)
    {
        var due = WallClock.InstantOf(nominal, Entry.Zone);
        var cutOff = Entry.CutOff.Before(nominal, due, Entry.Zone);
        var freeze = Instant.Max(due - Entry.FreezeLead, cutOff);
        return new EditionSlot
        {
            Date = nominal.Date,
            DueAt = due,
            CollectFrom = Instant.Min(due - Entry.CollectLead, cutOff - MinCollecting),
            CutOff = cutOff,
            FreezeAt = freeze,
            CatchUpUntil = Entry.CatchUpUntil.After(nominal, due, Entry.Zone),
            Shifted = WallClock.Skips(nominal, Entry.Zone),
        };
    }
}

/// <summary>From what a clock on the wall shows to the instant, in both directions of a clock change.</summary>
internal static class WallClock
{
    /// <summary>
    /// The first instant at which the clock shows this or more: a time shown twice counts the first time, a skipped one moves to the
    /// instant of the change.
    /// </summary>
    public static Instant InstantOf(LocalDateTime shown, DateTimeZone zone)
    {
        var mapping = zone.MapLocal(shown);
        return mapping.Count == 0 ? mapping.LateInterval.Start : mapping.First().ToInstant();
    }

    /// <summary>Whether the clock never shows this.</summary>
    public static bool Skips(LocalDateTime shown, DateTimeZone zone) => zone.MapLocal(shown).Count == 0;

    /// <summary>Whether the whole date is left out, as when a zone moves across the date line.</summary>
    public static bool SkipsDate(LocalDate date, DateTimeZone zone)
    {
        var midnight = zone.MapLocal(date.AtMidnight());
        return midnight.Count == 0 && midnight.LateInterval.IsoLocalStart.Date > date;
    }
}
