using Briefing.Worker.Pipeline;
using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Text;

namespace Briefing.Worker.Scheduling;

/// <summary>What the worker tells its operators: one line a stage, every fault once a day, nothing of what documents say.</summary>
internal sealed partial class WorkerLog(ILoggerFactory loggers)
{
    private readonly ILogger _logger = loggers.CreateLogger("briefing");
    private readonly HashSet<(string Entry, LocalDate Date, string Fault)> _told = [];

    private readonly HashSet<string> _alerted = new(StringComparer.Ordinal);

    /// <summary>Whether anything went wrong that a person must see.</summary>
    public bool HasFaults { get; private set; }

    /// <summary>A journal whose stages and faults come here. A fault that was reported for this edition already is not reported again.</summary>
    public RunJournal JournalFor(string entry, LocalDate date) => new(
        (stage, took) => Stage(entry, Text(date), stage.Name, stage.In, stage.Out, stage.What, (long)took.TotalMilliseconds),
        fault =>
        {
            HasFaults = true;
            lock (_told)
            {
                _told.RemoveWhere(told => told.Entry == entry && told.Date != date);
                if (!_told.Add((entry, date, fault)))
                    return;
            }

            Fault(entry, Text(date), fault);
        });

    public static string Text(LocalDate date) => LocalDatePattern.Iso.Format(date);

    /// <summary>A step broke off; it is tried again.</summary>
    public void BrokeOff(string entry, Exception cause)
    {
        HasFaults = true;
        StepBrokeOff(entry, cause);
    }

    /// <summary>The schedule cannot be used; the last good one stays in force.</summary>
    public void Broken(string reason)
    {
        HasFaults = true;
        ScheduleIsBroken(reason);
    }

    /// <summary>Nothing gets through to the mail server now.</summary>
    public void ClosedDoor(string reason, bool needsPerson)
    {
        HasFaults = true;
        if (needsPerson)
            NobodyIsLetIn(reason);
        else
            NothingGetsThrough(reason);
    }

    /// <summary>Something that a person must see.</summary>
    public void Alert(string what)
    {
        HasFaults = true;
        Alerted(what);
    }

    /// <summary>Told once for as long as the worker runs.</summary>
    public void Waits(string entry, string date, int version, string reason)
    {
        lock (_alerted)
        {
            if (!_alerted.Add($"{entry} {date} {version} {reason}"))
                return;
        }

        IsWaiting(entry, date, version, reason);
    }

    /// <summary>The same, told once for as long as the worker runs.</summary>
    public void AlertOnce(string what)
    {
        HasFaults = true;
        lock (_alerted)
        {
            if (!_alerted.Add(what))
                return;
        }

        Alerted(what);
    }

    [LoggerMessage(1, LogLevel.Information, "{Entry} {Date}: {Stage} {In} -> {Out} {What} ({Milliseconds} ms)")]
    private partial void Stage(string entry, string date, string stage, int @in, int @out, string what, long milliseconds);

    [LoggerMessage(2, LogLevel.Error, "{Entry} {Date}: {Fault}")]
    private partial void Fault(string entry, string date, string fault);

    [LoggerMessage(3, LogLevel.Information, "{Entry} {Date}: version {Version} handed over, in {Folder}")]
    public partial void HandedOver(string entry, string date, int version, string folder);

    [LoggerMessage(4, LogLevel.Error, "{Entry}: a step broke off and will be tried again")]
    private partial void StepBrokeOff(string entry, Exception cause);

    [LoggerMessage(5, LogLevel.Information, "{Entry}: the next edition is that of {Date}, due {Due}")]
    public partial void Next(string entry, string date, Instant due);

    [LoggerMessage(6, LogLevel.Warning, "{Entry}: no edition is in sight; see briefing check")]
    public partial void NoneInSight(string entry);

    [LoggerMessage(7, LogLevel.Information, "the schedule was changed and is in force")]
    public partial void ScheduleChanged();

    [LoggerMessage(8, LogLevel.Error, "the schedule was changed and cannot be used, the last good one stays in force: {Reason}")]
    private partial void ScheduleIsBroken(string reason);

    [LoggerMessage(9, LogLevel.Information, "worker started with the database {Database}, editions go to {Output}")]
    public partial void Started(string database, string output);

    [LoggerMessage(10, LogLevel.Information, "worker stopped")]
    public partial void Stopped();

    [LoggerMessage(11, LogLevel.Information, "outbox: {Accepted} handed over, {Deferred} deferred, {Failed} failed, {Unknown} of unknown outcome")]
    public partial void Sent(int accepted, int deferred, int failed, int unknown);

    [LoggerMessage(12, LogLevel.Warning, "outbox: nothing gets through now, it is tried again: {Reason}")]
    private partial void NothingGetsThrough(string reason);

    [LoggerMessage(13, LogLevel.Error, "outbox: nothing gets through until someone changes something: {Reason}")]
    private partial void NobodyIsLetIn(string reason);

    [LoggerMessage(14, LogLevel.Error, "{What}")]
    private partial void Alerted(string what);

    [LoggerMessage(15, LogLevel.Information, "{Entry} {Date}: version {Version} put into the outbox, readers: {Readers} of the list {List}, renderings: {Renderings}")]
    public partial void FannedOut(string entry, string date, int version, int readers, string list, int renderings);

    [LoggerMessage(16, LogLevel.Information, "{Entry} {Date}: version {Version} {Reason}")]
    private partial void IsWaiting(string entry, string date, int version, string reason);

    [LoggerMessage(17, LogLevel.Information, "came back: {Counts}")]
    public partial void CameBack(string counts);
}
