using NodaTime;
using Quartz;

namespace Briefing.Worker.Scheduling;

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
