using Briefing.Core.Deliveries;
using Briefing.Storage;
using Briefing.Storage.Deliveries;
using Briefing.Worker.Delivering;

namespace Briefing.Integration.Tests.Delivering;

public sealed class OperatorAlertsTests : IDisposable
{
    private readonly SomeMailing _some = new();
    private readonly List<string> _told = [];

    private OperatorAlerts Alerts => new(SomeMailing.Domain, _told.Add);

    [Fact]
    public void OfWorkThatIsGivenUpNobodyIsTold()
    {
        Assert.Throws<StorageException>(() => _some.Database.Write(session =>
        {
            Alerts.Raise(session, "The mailing was stopped", ["20 of 20"], SomeMailing.Due);
            throw new StorageException("the disk is full");
        }));
        using var connection = _some.Database.Connect();
        Assert.Throws<StorageException>(() => connection.Write(session =>
        {
            Alerts.Raise(session, "The mailing was stopped", ["20 of 20"], SomeMailing.Due);
            throw new StorageException("the disk is full");
        }));

        Assert.Empty(_told);
    }

    [Fact]
    public void ItIsToldOnceItStandsInTheDatabase()
    {
        _some.Database.Write(session =>
        {
            Alerts.Raise(session, "The mailing was stopped", ["20 of 20", "see there"], SomeMailing.Due);
            Assert.Empty(_told);
        });
        using var connection = _some.Database.Connect();
        connection.Write(session => Alerts.Raise(session, "Again", ["1"], SomeMailing.Due));

        Assert.Equal(["The mailing was stopped: 20 of 20; see there", "Again: 1"], _told);
        Assert.Equal(2, _some.Database.Read(OutboxStore.NoticeCounts)[DeliveryState.Pending]);
    }

    public void Dispose() => _some.Dispose();
}
