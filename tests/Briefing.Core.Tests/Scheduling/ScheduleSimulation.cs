using Briefing.Core.Scheduling;
using NodaTime;

namespace Briefing.Core.Tests.Scheduling;

/// <summary>
/// A worker in virtual time: it asks the planner every few minutes, makes editions that take their time, is killed and started again
/// at random, and its clock is set forward and back by up to two hours. Only the history outlives a kill.
/// </summary>
internal sealed class ScheduleSimulation(ScheduleEntry entry, Instant from, int days, int seed)
{
    private static readonly Duration Tick = Duration.FromMinutes(5);
    private readonly EditionCalendar _calendar = new(entry);
    private readonly SplitMix _random = new((ulong)seed);
    private EntryHistory _history = new();
    private Duration _clockError;
    private Instant? _busyUntil;
    private Instant? _downUntil;
    private Instant _begunAt;

    public List<HandledEdition> Handled { get; } = [];

    /// <summary>By the worker's own clock.</summary>
    public Instant Now { get; private set; }

    /// <summary>Whether the clock is never set.</summary>
    public bool ClockIsTrue { get; init; }

    public bool NeverDown { get; init; }

    public ScheduleSimulation Run()
    {
        _history = new EntryHistory { KnownSince = from };
        var end = from + Duration.FromDays(days);
        for (var time = from; time < end; time += Tick)
        {
            // In its last days it is up again, so that everything owed must be handled at the end.
            if (time < end - Duration.FromDays(2))
                Disturb(time);
            else
                _downUntil = null;
            Now = time + _clockError;
            if (_downUntil is { } down && time < down)
                continue;
            Step(time);
        }

        return this;
    }

    private void Disturb(Instant time)
    {
        if (!ClockIsTrue && _random.OneIn(700))
            _clockError = Duration.FromMinutes(_random.Below(241) - 120);
        if (NeverDown || !_random.OneIn(250))
            return;
        // Killed in whatever it does: what is begun stays begun. Mostly back soon, now and then only after days.
        _busyUntil = null;
        _downUntil = time + Duration.FromMinutes(_random.OneIn(4) ? _random.Below(5000) : _random.Below(120));
    }

    private void Step(Instant time)
    {
        if (_busyUntil is { } busy)
        {
            if (time >= busy)
                Finish();
            return;
        }

        while (EditionPlanner.Decide(_calendar, _history, Now) is SkipEdition skip)
        {
            Handled.Add(new HandledEdition(skip.Slot, skip.Window, Now, Now, IsMade: false, IsLate: false));
            _history = _history.Skipped(skip);
        }

        if (EditionPlanner.Decide(_calendar, _history, Now) is not MakeEdition make)
            return;
        if (!make.IsResumed)
            _begunAt = Now;
        _history = _history.Begin(make);
        _busyUntil = time + Duration.FromMinutes(_random.Below(15));
    }

    /// <summary>The edition is made and waits for its time; then it is handed over and counts as made, in one transaction.</summary>
    private void Finish()
    {
        var (slot, window, late) = _history.Begun!;
        if (Now < slot.DueAt)
            return;
        Handled.Add(new HandledEdition(slot, window, _begunAt, Now, IsMade: true, late));
        _history = _history.Made(slot.Date, window);
        _busyUntil = null;
    }

    private sealed class SplitMix(ulong state)
    {
        private ulong _state = state;

        public bool OneIn(int chance) => Below(chance) == 0;

        public int Below(int limit)
        {
            _state += 0x9E3779B97F4A7C15;
            var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return (int)((mixed ^ (mixed >> 31)) % (ulong)limit);
        }
    }
}

/// <param name="BegunAt">When its inputs were frozen, by the worker's clock.</param>
/// <param name="At">When it was handed over or skipped, by the worker's clock.</param>
internal sealed record HandledEdition(EditionSlot Slot, EditionWindow Window, Instant BegunAt, Instant At, bool IsMade, bool IsLate);
