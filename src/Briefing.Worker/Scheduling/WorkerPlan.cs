using Briefing.Storage;
using Briefing.Storage.Editions;
using Briefing.Worker.Configuration;
using Briefing.Worker.Delivering;
using NodaTime;

namespace Briefing.Worker.Scheduling;

/// <summary>What the worker's jobs share: the schedule in force, and what a duty needs.</summary>
/// <param name="output">The folder that editions are handed over to.</param>
internal sealed class WorkerPlan(BriefingConfiguration configuration, BriefingDatabase database, IClock clock, WorkerLog log, EditionMailing mailing, string output)
{
    private readonly ScheduleFile _file = new(configuration);
    private readonly Lock _lock = new();
    private volatile Schedule _schedule = Schedule.Of(configuration.Schedule, configuration.Calendars);

    public Schedule Schedule => _schedule;

    /// <summary>Takes up a changed schedule.</summary>
    /// <returns>Whether it changed.</returns>
    public bool Refresh()
    {
        lock (_lock)
        {
            switch (_file.Look())
            {
                case ScheduleChanged changed:
                    _schedule = changed.Schedule;
                    Retain();
                    log.ScheduleChanged();
                    return true;
                case ScheduleBroken broken:
                    log.Broken(broken.Reason);
                    return false;
                default:
                    return false;
            }
        }
    }

    /// <summary>Leaves behind the entries that the schedule no longer has.</summary>
    public void Retain() => database.Write(session => HistoryStore.Retain(session, [.. Schedule.Entries.Select(entry => entry.Name)]));

    /// <summary>Does what an entry asks for now.</summary>
    /// <returns>When to ask again; null when the schedule no longer has the entry.</returns>
    public async Task<Instant?> Do(string entryName, CancellationToken cancellation) =>
        Schedule.Entries.FirstOrDefault(entry => entry.Name == entryName) is { } entry
            ? await new EntryScheduler(configuration, entry, database, clock, log, mailing, output).Do(cancellation)
            : null;
}
