using Briefing.Core.Scheduling;
using Briefing.Storage;
using Briefing.Storage.Editions;
using Briefing.Tests.Shared;
using NodaTime;

namespace Briefing.Integration.Tests.Storage;

public sealed class HistoryStoreTests : IDisposable
{
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 10, 6, 20);

    private readonly TemporaryFolder _folder = new();
    private readonly BriefingDatabase _database;

    public HistoryStoreTests() => _database = BriefingDatabase.Open(_folder.PathOf("briefing.db"));

    [Fact]
    public void AnEntryNeverSeenHasNone() => Assert.Equal(new EntryHistory(), Read());

    [Fact]
    public void ComesBackAsItWasKept()
    {
        var history = Some();

        Keep(history);

        Assert.Equal(history, Read());
    }

    [Fact]
    public void AnEntryIsKnownSinceItWasFirstKept()
    {
        Keep(new EntryHistory());
        _database.Write(session => HistoryStore.Keep(session, "morning", new EntryHistory { LastDate = new LocalDate(2026, 3, 10) }, Now + Duration.FromDays(1)));

        Assert.Equal(Now, Read().KnownSince);
    }

    [Fact]
    public void AnEntryTakenOutOfTheScheduleIsKnownAnewWhenItReturns()
    {
        Keep(Some());

        _database.Write(session => HistoryStore.Retain(session, ["evening"]));

        Assert.Null(Read().KnownSince);
        Assert.Equal(Some().LastDate, Read().LastDate);
    }

    public void Dispose() => _folder.Dispose();

    private EntryHistory Read() => _database.Read(session => HistoryStore.Read(session, "morning"));

    private void Keep(EntryHistory history) => _database.Write(session => HistoryStore.Keep(session, "morning", history, Now));

    private static EntryHistory Some() => new()
    {
        KnownSince = Now - Duration.FromDays(30),
        LastDate = new LocalDate(2026, 3, 9),
        CoveredUntil = Now - Duration.FromDays(1),
        Begun = new BegunEdition(
            new EditionSlot
            {
                Date = new LocalDate(2026, 3, 10),
                DueAt = Now + Duration.FromMinutes(10),
                CollectFrom = Now - Duration.FromMinutes(50),
                CutOff = Now - Duration.FromMinutes(10),
                FreezeAt = Now,
                CatchUpUntil = Now + Duration.FromHours(4),
                Shifted = true,
            },
            new EditionWindow(Now - Duration.FromDays(1), Now - Duration.FromMinutes(10)),
            IsLate: true),
    };
}
