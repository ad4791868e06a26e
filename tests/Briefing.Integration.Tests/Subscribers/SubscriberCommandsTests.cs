using Briefing.Core.Subscribers;
using Briefing.Storage.Subscribers;
using Briefing.Worker;
using Briefing.Worker.Cli.Subscribers;

namespace Briefing.Integration.Tests.Subscribers;

public sealed class SubscriberCommandsTests : IDisposable
{
    private readonly SubscriberOffice _office = new();

    [Fact]
    public void WhoeverIsAddedWithoutConsentIsPendingOnTheFirstList()
    {
        Assert.Equal(ExitCode.Done, _office.Add("Ana@Example.org", consent: null));

        var record = _office.Find("ana@example.org")!;
        Assert.Equal((SubscriberState.Pending, SubscriberReason.SignedUp), (record.State, record.Reason));
        Assert.Equal(["morning"], record.Subscriber!.Lists.AsEnumerable());
        Assert.Equal("Ana@Example.org is pending on morning\n", _office.Output);
    }

    [Fact]
    public void WhereConsentIsOnRecordIsKeptWithTheSubscriber()
    {
        _office.Add("ana@example.org", consent: "form of 3 May");

        var record = _office.Find("ana@example.org")!;
        Assert.Equal((SubscriberState.Confirmed, "form of 3 May"), (record.State, record.Consent));
    }

    [Fact]
    public void UnknownListsAndTopicsAreRefusedWithTheNearestName()
    {
        Assert.Equal(ExitCode.BadUsage, _office.Add("ana@example.org", lists: ["mornign"], topics: ["nat0"]));

        Assert.Contains("\"mornign\" is no list of schedule.json; did you mean \"morning\"?", _office.Error, StringComparison.Ordinal);
        Assert.Contains("\"nat0\" is no topic of briefing.json; did you mean \"nato\"?", _office.Error, StringComparison.Ordinal);
        Assert.Null(_office.Find("ana@example.org"));
    }

    [Fact]
    public void AKnownAddressIsAddedAgainOnlyWhenThatIsSaid()
    {
        _office.Add("ana@example.org");

        Assert.Equal(ExitCode.BadUsage, _office.Add("ANA@example.org", lists: ["evening"]));
        Assert.Equal(["morning"], _office.Find("ana@example.org")!.Subscriber!.Lists.AsEnumerable());
        Assert.Equal(ExitCode.Done, _office.Add("ANA@example.org", lists: ["evening"], consent: null, again: true));

        var record = _office.Find("ana@example.org")!;
        Assert.Equal(["evening"], record.Subscriber!.Lists.AsEnumerable());
        Assert.Equal(SubscriberState.Confirmed, record.State);
    }

    [Fact]
    public void ARemovedAddressIsKeptAsUnsubscribedAndASuppressedOneMustBeAskedAfresh()
    {
        _office.Add("ana@example.org");

        Assert.Equal(ExitCode.Done, RemoveCommand.Run(_office.Desk, "ana@example.org", suppress: false));
        Assert.Equal(SubscriberState.Unsubscribed, _office.Find("ana@example.org")!.State);
        Assert.Equal(ExitCode.Done, RemoveCommand.Run(_office.Desk, "ana@example.org", suppress: true));
        Assert.Equal(ExitCode.Done, RemoveCommand.Run(_office.Desk, "ana@example.org", suppress: false));
        Assert.Equal(SubscriberState.Suppressed, _office.Find("ana@example.org")!.State);
        Assert.Equal(ExitCode.BadUsage, _office.Add("ana@example.org", again: true));
        Assert.Equal(ExitCode.Done, _office.Add("ana@example.org", consent: null, again: true));
        Assert.Equal(SubscriberState.Pending, _office.Find("ana@example.org")!.State);
    }

    [Fact]
    public void FaultsRepeatNoAddress()
    {
        _office.Add("ana@example.org");

        _office.Add("ana@example.org");
        _office.Add("ana smith@example.org");
        _office.Add("ben@example.org", lists: ["ana@example.org"]);
        RemoveCommand.Run(_office.Desk, "nobody@example.org", suppress: false);

        Assert.NotEmpty(_office.Error);
        Assert.DoesNotContain("example.org", _office.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void TheListIsATableOrJsonAndCanBeFiltered()
    {
        _office.Add("ana@example.org", name: "Ana Solé", topics: ["nato"]);
        _office.Add("ben@example.org", consent: null, lists: ["evening"]);

        Assert.Equal(ExitCode.Done, SubscriberFilter.Use("morning", "confirmed", _office.Desk, records =>
        {
            Assert.Equal(
                "address          name      state      lists    topics  pack\nana@example.org  Ana Solé  confirmed  morning  nato    yes\n",
                ListCommand.TableOf(records));
            Assert.Contains("\"name\": \"Ana Solé\"", ListCommand.JsonOf(records), StringComparison.Ordinal);
        }));
        Assert.Equal(ExitCode.BadUsage, SubscriberFilter.Use("nowhere", null, _office.Desk, _ => Assert.Fail("There is no such list.")));
        Assert.Equal(ExitCode.BadUsage, SubscriberFilter.Use(null, "erased", _office.Desk, _ => Assert.Fail("Erased ones are not listed.")));
        Assert.Equal("no subscribers\n", ListCommand.TableOf(_office.Desk.Read(store => store.List("evening", SubscriberState.Confirmed))));
    }

    [Fact]
    public void EveryChangeLeavesALineInTheTrailWithoutTheAddress()
    {
        _office.Add("ana@example.org", name: "Ana");
        _office.Add("ana@example.org", name: "Ana Solé", lists: ["evening"], again: true);
        RemoveCommand.Run(_office.Desk, "ana@example.org", suppress: false);
        var id = _office.Find("ana@example.org")!.Id;

        var trail = _office.Database.Read(session => SubscriberTrail.Of(session, id));

        Assert.Equal(
            [(null, SubscriberState.Confirmed, ""), (SubscriberState.Confirmed, SubscriberState.Confirmed, "name, lists"), (SubscriberState.Confirmed, SubscriberState.Unsubscribed, "")],
            trail.Select(line => (line.From, line.To, line.Changed)));
        Assert.All(trail, line => Assert.Equal((SubscriberOffice.Now, SubscriberActor.Operator, 64), (line.At, line.Actor, line.AddressHash.Length)));
    }

    public void Dispose() => _office.Dispose();
}
