using Microsoft.Extensions.Hosting;
using NodaTime;
using Quartz;

namespace Briefing.Worker.Scheduling;

/// <summary>
/// Wakes an entry: does what it asks for, and sets its own next waking. What is due is decided from what is stored
/// (<see cref="Briefing.Core.Scheduling.EditionPlanner"/>), never from when this was meant to run: a waking too many does no harm, and
/// a missed one is made up for by the next.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class EntryJob(WorkerPlan plan, WorkerLog log, IClock clock) : IJob
{
    public const string Group = "entries";
    private static readonly Duration AfterFailure = Duration.FromSeconds(30);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var entry = context.JobDetail.Key.Name;
        Instant? next;
        try
        {
            next = await plan.Do(entry, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return;
        }
        catch (Exception cause)
        {
            // One bad step never stops the worker, nor the other entries.
            log.BrokeOff(entry, cause);
            next = clock.GetCurrentInstant() + AfterFailure;
        }

        if (next is not { } at)
            return;
        try
        {
            await context.Scheduler.ScheduleJob(WakingAt(entry, at), new ScheduleJobOptions { Replace = true }, CancellationToken.None);
        }
        catch (SchedulerException) when (IsStopping(context.Scheduler))
        {
            // The worker is stopping; started again, it wakes every entry.
        }
    }

    /// <summary>A scheduler that is shut down takes no more wakings, while jobs that are under way may still want to set theirs.</summary>
    public static bool IsStopping(IScheduler scheduler) => scheduler.Status is SchedulerStatus.ShuttingDown or SchedulerStatus.Shutdown;

    public static IJobDetail JobOf(string entry) => JobBuilder.Create<EntryJob>()
        .WithIdentity(entry, Group)
        .StoreDurably(true)
        .RequestRecovery(true)
        .Build();

    public static ITrigger WakingAt(string entry, Instant at) => TriggerBuilder.Create()
        .WithIdentity(entry, Group)
        .ForJob(new JobKey(entry, Group))
        .StartAt(at.ToDateTimeOffset())
        .WithSimpleSchedule(simple => simple.WithMisfireInstruction(SimpleTriggerMisfireInstruction.FireNow))
        .Build();
}

/// <summary>Looks at the schedule's file, gives every entry its job, and writes the health file.</summary>
[DisallowConcurrentExecution]
internal sealed class WatchJob(WorkerPlan plan, WorkerHealth health, IClock clock) : IJob
{
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(10);
    private static readonly JobKey Key = new("watch", "worker");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            if (plan.Refresh())
                await Enlist(plan, context.Scheduler, clock.GetCurrentInstant());
        }
        catch (SchedulerException) when (EntryJob.IsStopping(context.Scheduler))
        {
            // The worker is stopping; started again, it reads the schedule anew.
        }

        health.Write(plan.Schedule, clock.GetCurrentInstant());
    }

    /// <summary>Gives every entry of the schedule its job, to be woken now.</summary>
    /// <remarks>Not to be cancelled: the scheduler reports a cancelled transaction as a failure of its store.</remarks>
    public static async Task Enlist(WorkerPlan plan, IScheduler scheduler, Instant now)
    {
        foreach (var entry in plan.Schedule.Entries)
            await scheduler.ScheduleJob(EntryJob.JobOf(entry.Name), EntryJob.WakingAt(entry.Name, now), new ScheduleJobOptions { Replace = true }, CancellationToken.None);
    }

    /// <summary>Sets the watch going.</summary>
    public static ValueTask<DateTimeOffset> Begin(IScheduler scheduler) => scheduler.ScheduleJob(
        JobBuilder.Create<WatchJob>().WithIdentity(Key).Build(),
        TriggerBuilder.Create()
            .WithIdentity(Key.Name, Key.Group)
            .StartNow()
            .WithSimpleSchedule(simple => simple
                .WithInterval(Every).RepeatForever()
                .WithMisfireInstruction(SimpleTriggerMisfireInstruction.NextWithRemainingCount))
            .Build(),
        new ScheduleJobOptions { Replace = true },
        CancellationToken.None);
}

/// <summary>Sets the jobs going once the scheduler is there.</summary>
internal sealed class WorkerStart(ISchedulerFactory schedulers, WorkerPlan plan, WorkerLog log, IClock clock) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        plan.Retain();
        var now = clock.GetCurrentInstant();
        foreach (var entry in plan.Schedule.Entries)
        {
            if (entry.Calendar.DueAfter(now) is { } next)
                log.Next(entry.Name, WorkerLog.Text(next.Date), next.DueAt);
            else
                log.NoneInSight(entry.Name);
        }

        var scheduler = await schedulers.GetScheduler(CancellationToken.None);
        await WatchJob.Enlist(plan, scheduler, now);
        await WatchJob.Begin(scheduler);
    }
}
