using Briefing.Core.Deliveries;
using Briefing.Worker.Scheduling;
using Microsoft.Extensions.Hosting;
using NodaTime;

namespace Briefing.Worker.Delivering;

/// <summary>Keeps the outbox empty for as long as the worker runs.</summary>
internal sealed class OutboxService(OutboxRun outbox, WorkerLog log, IClock clock) : BackgroundService
{
    // Others may put something in: the site, a command.
    private static readonly Duration LookEvery = Duration.FromSeconds(2);
    private static readonly Duration AfterFailure = Duration.FromSeconds(30);

    private int _closedDoors;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = await Look(stoppingToken);
            await Task.Delay(pause.ToTimeSpan(), stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<Duration> Look(CancellationToken stopping)
    {
        try
        {
            if (!(outbox.NextAt() <= clock.GetCurrentInstant()))
                return LookEvery;
            var report = await outbox.SendDue(_ => { }, stopping);
            if (report is null || stopping.IsCancellationRequested)
                return LookEvery;
            log.Sent(report.Accepted, report.Deferred, report.Failed, report.Unknown);
            if (report.Everyone is not { } fault)
            {
                _closedDoors = 0;
                return LookEvery;
            }

            log.ClosedDoor(fault.Reason, fault.NeedsPerson);
            return RetrySchedule.DelayAfter("everyone", ++_closedDoors);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // Sending that breaks off never stops the making of editions.
            log.BrokeOff("outbox", fault);
            return AfterFailure;
        }
    }
}
