using Briefing.Worker.Mail.Returned;
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

    internal void Look(CancellationToken stopping)
    {
        try
        {
            var counts = reader.Read(stopping);
            if (counts.Read + counts.Unreadable > 0)
                log.CameBack($"{counts}");
            foreach (var fault in counts.Faults)
                log.AlertOnce(fault);
            if (counts[BounceOutcome.Operators] > 0)
                log.AlertOnce("a mail to the operators came back: see that mail.operators in briefing.json names an address that takes mail");
            if (counts.Unreadable > 0)
                log.AlertOnce("something that came to the bounce folder is no message, or is too large: see its folder \"unreadable\"");
        }
        catch (Exception fault)
        {
            // What cannot be read now never stops the making or sending of editions.
            log.BrokeOff("bounces", fault);
        }
    }
}
