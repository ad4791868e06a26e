using Briefing.Worker.Mailing.Bounces;
using Briefing.Worker.Scheduling;
using Microsoft.Extensions.Hosting;

namespace Briefing.Worker.Delivering;

/// <summary>Reads what has come back, for as long as the worker runs.</summary>
internal sealed class BounceService(BounceReader reader, WorkerLog log) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Run(() => Look(stoppingToken), CancellationToken.None);
            await Task.Delay(LookEvery, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private void Look(CancellationToken stopping)
    {
        try
        {
            var counts = reader.Read(stopping);
            if (counts.Read + counts.Unreadable > 0)
                log.CameBack($"{counts}");
            foreach (var fault in counts.Faults)
                log.AlertOnce(fault);
        }
        catch (Exception fault)
        {
            // What cannot be read now never stops the making or sending of editions.
            log.BrokeOff("bounces", fault);
        }
    }
}
