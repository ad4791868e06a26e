using Briefing.Core.Subscribers;
using Briefing.Worker;
using Briefing.Worker.Cli.Subscribers;
using FsCheck;
using FsCheck.Fluent;

namespace Briefing.Integration.Tests.Subscribers;

public sealed class SubscriberImportTests : IDisposable
{
    private readonly SubscriberOffice _office = new();

    [Fact]
    public void GoodLinesGoInAndEveryBadOneIsToldWithItsNumber()
    {
        var code = _office.Import(
            "\uFEFFAddress,Name,Lists,Topics,Pack,State\r\n"
            + "ana@example.org,\"Solé, Ana\",morning;evening,nato,no,confirmed\r\n"
            + "\r\n"
            + "nobody,,,,,\r\n"
            + "ben@example.org,,evenign,natto,perhaps,gone\r\n"
            + "\"cat@example.org,,,,,\r\n"
            + "dan@example.org\r\n"
            + "eve@example.org,,,,,,more\r\n");

        Assert.Equal(ExitCode.DoneWithFaults, code);
        Assert.Equal(
            """
            staff.csv:4: the address is none: it has no @ between a name and a domain
            staff.csv:5: "evenign" is no list of schedule.json; did you mean "evening"?; "natto" is no topic of briefing.json; did you mean "nato"?; pack should be yes or no; state should be pending, confirmed, unsubscribed or suppressed
            staff.csv:6: a quote is opened here and not closed
            staff.csv:8: it has 7 cells where the first line has 6; a cell with a comma in it should stand in quotes

            """,
            _office.Error);
        Assert.Equal("2 added, 0 stopped, 0 left as they were, 4 bad\n", _office.Output);
        var ana = _office.Find("ana@example.org")!;
        Assert.Equal((SubscriberState.Confirmed, SubscriberReason.ConsentOnRecord), (ana.State, ana.Reason));
        Assert.Equal(("Solé, Ana", false), (ana.Subscriber!.Name, ana.Subscriber.AttachPack));
        Assert.Equal(["evening", "morning"], ana.Subscriber.Lists.AsEnumerable());
        Assert.Equal(SubscriberState.Pending, _office.Find("dan@example.org")!.State);
    }

    [Theory]
    [InlineData("", "staff.csv:1: the file is empty")]
    [InlineData("adress,name\n", "\"adress\" is no column; the first line names the columns: address,name,lists,topics,pack,state (did you mean \"address\"?)")]
    [InlineData("name\n", "there is no column \"address\"")]
    [InlineData("address,name,name\n", "a column is named twice")]
    [InlineData("ana@example.org,Ana\n", "an address stands where a column's name should")]
    public void AFileWithoutItsHeaderIsRefusedWhole(string csv, string told)
    {
        Assert.Equal(ExitCode.BadUsage, _office.Import(csv));

        Assert.Contains(told, _office.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void AddressesKnownAlreadyAreToldAndLeft()
    {
        _office.Add("ana@example.org", name: "Ana");

        Assert.Equal(ExitCode.Done, _office.Import("address,name\nANA@example.org,Other\nben@example.org,\nBen@Example.org,\n"));

        Assert.Equal("staff.csv:2: the address is a subscriber already, confirmed; left as it is\nstaff.csv:4: the address of line 3 again; left as it is\n", _office.Error);
        Assert.Equal("Ana", _office.Find("ana@example.org")!.Subscriber!.Name);
    }

    [Fact]
    public void WhatHasStoppedIsNotStartedAgain()
    {
        foreach (var address in new[] { "ana@example.org", "ben@example.org", "cat@example.org" })
            _office.Add(address);
        RemoveCommand.Run(_office.Desk, "ana@example.org", suppress: false);
        RemoveCommand.Run(_office.Desk, "ben@example.org", suppress: true);
        EraseCommand.Run(_office.Desk, "cat@example.org");

        Assert.Equal(ExitCode.Done, _office.Import("address,state\nana@example.org,confirmed\nben@example.org,confirmed\nCAT@example.org,confirmed\n"));

        Assert.Equal(
            "staff.csv:2: the address has unsubscribed; left as it is\nstaff.csv:3: the address is suppressed; left as it is\nstaff.csv:4: the address was erased at its owner's request; left as it is\n",
            _office.Error);
        Assert.Equal(SubscriberState.Erased, _office.Find("cat@example.org")!.State);
    }

    [Fact]
    public void OptOutsOfAFileStopThoseWhoAreKnown()
    {
        _office.Add("ana@example.org");

        _office.Import("address,state\nana@example.org,unsubscribed\n");

        Assert.Equal(SubscriberState.Unsubscribed, _office.Find("ana@example.org")!.State);
    }

    [Fact]
    public void NoRowOfImportsStartsAgainWhatHasStopped() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(20), Prop.ForAll(
        Gen.Elements("pending", "confirmed", "unsubscribed", "suppressed").ListOf().ToArbitrary(),
        states =>
        {
            using var office = new SubscriberOffice();
            var stopped = false;
            foreach (var state in states)
            {
                office.Import($"address,state\nana@example.org,{state}\n");
                var now = office.Find("ana@example.org")!.State;
                if (stopped && now < SubscriberState.Unsubscribed)
                    return false;
                stopped = now >= SubscriberState.Unsubscribed;
            }

            return true;
        }));

    [Fact]
    public void WhatIsExportedComesBackTheSame() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(20), Prop.ForAll(
        Names.NonEmptyListOf().ToArbitrary(),
        names =>
        {
            using var office = new SubscriberOffice();
            using var other = new SubscriberOffice();
            for (var at = 0; at < names.Count; at++)
                office.Add($"{"=+-a"[at % 4]}{at}@example.org", name: names[at], topics: at % 2 == 0 ? ["nato", "uk-japan"] : [], lists: at % 3 == 0 ? ["evening", "morning"] : [], consent: at % 5 == 0 ? null : "form");
            var exported = office.Export();

            return other.Import(exported) == ExitCode.Done && other.Export() == exported
                && names.Select((name, at) => (name, at)).All(pair => other.Find($"{"=+-a"[pair.at % 4]}{pair.at}@example.org")!.Subscriber!.Name == NullOf(pair.name));
        }));

    [Fact]
    public void NoCellOfAnExportOpensAFormula()
    {
        _office.Add("=cmd@example.org", name: "=HYPERLINK(\"http://example.org\")");

        Assert.Contains("'=cmd@example.org,\"'=HYPERLINK(\"\"http://example.org\"\")\",morning", _office.Export(), StringComparison.Ordinal);
    }

    public void Dispose() => _office.Dispose();

    private static Gen<string> Names =>
        Gen.Elements("=", "+", "-", "@", "'", "\"", ",", ";", " ", "Ana", "é", "東", "＝", "\U0001F600").ListOf().Select(string.Concat);

    private static string? NullOf(string name) => string.IsNullOrWhiteSpace(name) ? null : name.Trim();
}
