using System.Text;
using Briefing.Core.Subscribers;
using Briefing.Integration.Tests.Cli;
using Briefing.Storage;
using Briefing.Storage.Subscribers;
using Briefing.Tests.Shared;
using Briefing.Worker;
using Briefing.Worker.Cli.Subscribers;
using Microsoft.Data.Sqlite;

namespace Briefing.Integration.Tests.Subscribers;

public sealed class ErasureTests : IDisposable
{
    private const string Given = "Zaphira.Quillfeather@Bücherwurm.example";
    private const string Name = "Zaphira Quillfeather-Önder";

    private readonly SubscriberOffice _office = new();

    private static string[] Traces => ["Quillfeather", "quillfeather", "Bücherwurm", "bücherwurm", MailAddress.Parse(Given).Key, MailAddress.Parse(Given).Domain, "Önder", "shelf 7"];

    [Fact]
    public void AfterErasureTheAddressStandsNowhereInTheDatabasesFolder()
    {
        // Neighbours before and behind, so that pages are split and balanced around it, and changes, so that it moves.
        AddNeighbours(0, 400);
        _office.Add(Given, name: Name, consent: "on shelf 7, signed Quillfeather");
        AddNeighbours(400, 800);
        for (var turn = 0; turn < 6; turn++)
            _office.Add(Given, name: Name + new string('x', turn * 30), consent: "on shelf 7", again: true, lists: [turn % 2 == 0 ? "evening" : "morning"]);
        Assert.NotEmpty(FindTraces());

        Assert.Equal(ExitCode.Done, EraseCommand.Run(_office.Desk, Given.ToUpperInvariant()));

        Assert.Empty(FindTraces());
        Assert.Empty(_office.Database.FindDamage());
        Assert.Equal(800, _office.Desk.Read(store => store.List()).Length);
    }

    [Fact]
    public void WhatIsLeftIsAHashThatKnowsEverySpelling()
    {
        _office.Add(Given);
        var before = _office.Find(Given)!;
        EraseCommand.Run(_office.Desk, Given);

        var after = _office.Find("ZAPHIRA.quillfeather@xn--bcherwurm-q9a.example");

        Assert.NotNull(after);
        Assert.Equal((before.Id, before.AddressHash, SubscriberState.Erased), (after.Id, after.AddressHash, after.State));
        Assert.Null(after.Subscriber);
        Assert.Equal(SubscriberState.Erased, _office.Database.Read(session => SubscriberTrail.Of(session, before.Id))[^1].To);
        Assert.Equal(ExitCode.BadUsage, _office.Add(Given, again: true));
        Assert.Equal(ExitCode.Done, EraseCommand.Run(_office.Desk, Given));
    }

    [Fact]
    public void ItsOwnerMaySignUpAgain()
    {
        _office.Add(Given);
        EraseCommand.Run(_office.Desk, Given);

        var back = _office.Desk.Write(store => store.Add(
            new Subscriber { Address = MailAddress.Parse(Given), Lists = ["morning"] },
            SubscriberState.Pending,
            new SubscriberCause(SubscriberActor.Subscriber, SubscriberReason.SignedUp),
            SubscriberOffice.Now));

        Assert.Equal((SubscriberState.Pending, Given), (back.State, back.Subscriber!.Address.Given));
    }

    [Fact]
    public void TheTrailCannotBeChangedOrShortened()
    {
        _office.Add(Given);

        foreach (var sql in new[] { "DELETE FROM subscriber_event", "UPDATE subscriber_event SET actor = 'import'" })
        {
            using var connection = SqlDialect.Sqlite.Open(_office.Database.Location);
            using var command = (SqliteCommand)connection.CreateCommand();
            command.CommandText = sql;
            Assert.Contains("never", Assert.Throws<SqliteException>(() => command.ExecuteNonQuery()).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void ADatabaseThatHasLostItsKeyIsNotUsedForSubscribers()
    {
        var key = AddressKey.FileOf(_office.Database);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(key));

        File.Move(key, key + ".away");
        Assert.Contains("is missing", Assert.Throws<StorageException>(() => AddressKey.Open(_office.Database)).Message, StringComparison.Ordinal);
        File.WriteAllText(key, new string('0', 64));
        Assert.Contains("is not the one", Assert.Throws<StorageException>(() => AddressKey.Open(_office.Database)).Message, StringComparison.Ordinal);
        File.WriteAllText(key, "no key");
        Assert.Contains("holds no key", Assert.Throws<StorageException>(() => AddressKey.Open(_office.Database)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheProgramErasesWhatItAddedAndLeavesNoTraceInFilesOrMessages()
    {
        using var folder = new TemporaryFolder();
        var database = folder.PathOf("briefing.db");
        var csv = folder.Write("import/staff.csv", $"address,name,state\n{Given},{Name},confirmed\nnobody,,\n");

        var imported = await BriefingCommand.Run("subscribers", "import", csv, "--database", database);
        Assert.Equal((ExitCode.DoneWithFaults, "1 added, 0 stopped, 0 left as they were, 1 bad\n"), (imported.ExitCode, imported.Output));
        Assert.Contains(Given, (await BriefingCommand.Run("subscribers", "export", "--database", database)).Output, StringComparison.Ordinal);
        var erased = await BriefingCommand.Run("subscribers", "erase", Given, "--database", database);

        Assert.Equal((ExitCode.Done, ""), (erased.ExitCode, erased.Error));
        Assert.DoesNotContain("uillfeather", erased.Output, StringComparison.Ordinal);
        Directory.Delete(folder.PathOf("import"), recursive: true);
        Assert.Empty(FindTraces(folder.Path));
        Assert.Equal("no subscribers\n", (await BriefingCommand.Run("subscribers", "list", "--database", database)).Output);
    }

    public void Dispose() => _office.Dispose();

    private void AddNeighbours(int from, int to) => _office.Import(
        "address,name,state\n" + string.Concat(Enumerable.Range(from, to - from).Select(at => $"person{at}@example.org,{new string('n', at % 90)},confirmed\n")));

    private List<string> FindTraces() => FindTraces(_office.Folder);

    private static List<string> FindTraces(string folder) =>
    [
        .. from file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
           let content = File.ReadAllBytes(file)
           from trace in Traces
           from encoding in new[] { Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode }
           where content.AsSpan().IndexOf(encoding.GetBytes(trace)) >= 0
           select $"{Path.GetFileName(file)}: {trace}",
    ];
}
