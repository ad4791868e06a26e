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
