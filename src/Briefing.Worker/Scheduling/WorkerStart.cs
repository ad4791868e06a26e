using Microsoft.Extensions.Hosting;
using NodaTime;
using Quartz;

namespace Briefing.Worker.Scheduling;

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
