using Briefing.Integration.Tests.Site;
using Briefing.Worker.Delivering;
using Briefing.Worker.Scheduling;
using Microsoft.Extensions.Logging;

namespace Briefing.Integration.Tests.Mail.Returned;

public sealed class BounceServiceTests : IDisposable
{
    private readonly BounceOffice _office = new();
    private readonly KeptLog _log = new();

    private string Logged => string.Join('\n', _log.Lines);

    [Fact]
    public void WhatAPersonMustSeeIsAFaultInTheLogAndTheRestIsNot()
    {
        using var loggers = LoggerFactory.Create(builder => builder.AddProvider(_log));
        var worker = new WorkerLog(loggers);
        using var service = new BounceService(_office.ReaderOf(_office.Folder), worker);
        _office.Drop(SomeNotice.Of(SomeNotice.Postfix, _office.Deliver(), BounceOffice.Reader));

        service.Look(default);

        Assert.Contains("1 hard, 1 suppressed", Logged, StringComparison.Ordinal);
        Assert.False(worker.HasFaults);

        _office.Drop(SomeNotice.Of(SomeNotice.Postfix, _office.Alert(), "oncall@briefing.example"));
        _office.Drop("no message");
        service.Look(default);

        Assert.True(worker.HasFaults);
        Assert.Contains("a mail to the operators came back", Logged, StringComparison.Ordinal);
        Assert.Contains("is no message", Logged, StringComparison.Ordinal);
        Assert.DoesNotContain("@", Logged, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _log.Dispose();
        _office.Dispose();
    }
}
