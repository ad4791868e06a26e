using Briefing.Core.Subscribers;
using Briefing.Integration.Tests.Mail.Servers;
using Briefing.Worker.Mail.Returned;

namespace Briefing.Integration.Tests.Mail.Returned;

public sealed class BounceFolderTests : IDisposable
{
    private readonly BounceOffice _office = new();

    [Fact]
    public void ANoticeWhoseFileWasNotMovedIsKnownAndCountsOnce()
    {
        var notice = SomeNotice.Of(SomeNotice.Postfix, _office.Deliver(), BounceOffice.Reader, "5.2.2");
        _office.Drop(notice);
        Assert.Equal("1 soft", _office.Read().ToString());

        // As after a crash between the two.
        _office.Drop(notice);

        Assert.Equal("1 known already", _office.Read().ToString());
        Assert.Equal(1, _office.Recorded());
        Assert.Equal(["001.eml", "002.eml"], _office.FilesIn("done"));
    }

    [Theory]
    [InlineData("mkfifo x.eml")]
    [InlineData("mkfifo .pipe; ln -s .pipe x.eml")]
    [InlineData("ln -s /dev/zero x.eml")]
    [InlineData("ln -s gone x.eml")]
    [InlineData("ln -s x.eml x.eml")]
    [InlineData("mkdir x.eml")]
    public async Task WhatIsNoOrdinaryFileIsLeftAlone(string script)
    {
        Directory.CreateDirectory(_office.Folder);
        await Tool.RunAsync("sh", "-c", $"cd '{_office.Folder}'; {script}");

        Assert.Empty(new BounceFolder(_office.Folder).Waiting());
    }

    [Fact]
    public void WhatCannotBeMovedIsToldAndLeft()
    {
        _office.Drop(SomeNotice.Of(SomeNotice.Postfix, _office.Deliver(), BounceOffice.Reader, "5.2.2"));
        // No folder can be made where a file is.
        _office.Drop("From: a\n\nNothing.\n");
        File.Move(Path.Combine(_office.Folder, "002.eml"), Path.Combine(_office.Folder, "done"));

        var counts = _office.Read();

        Assert.Equal((1, 1, true), (counts[BounceOutcome.Soft], counts.Left, counts.HasFaults));
        Assert.Equal(["001.eml"], _office.FilesIn(""));
        File.Delete(Path.Combine(_office.Folder, "done"));
        Assert.Equal("1 known already", _office.Read().ToString());
    }

    [Fact]
    public void InAMaildirWhatWasReadLiesInCurAndIsSeen()
    {
        foreach (var folder in new[] { "new", "cur", "tmp" })
            Directory.CreateDirectory(Path.Combine(_office.Folder, folder));
        var fresh = _office.Drop(SomeNotice.Of(SomeNotice.Postfix, _office.Deliver(), BounceOffice.Reader), "new");
        var listed = _office.Drop(SomeNotice.Of(SomeNotice.Holiday, _office.Deliver(), BounceOffice.Reader), "cur");
        File.Move(Path.Combine(_office.Folder, "cur", listed), Path.Combine(_office.Folder, "cur", "seen-not.host:2,F"));
        _office.Drop("From: someone\n\nNo notice.\n", "new");
        _office.Drop(SomeNotice.Of(SomeNotice.Postfix, _office.Deliver(), BounceOffice.Reader), "tmp");

        Assert.Equal("1 hard, 1 suppressed, 1 automatic, 1 not ours", _office.Read().ToString());

        Assert.Equal([$"{fresh}:2,S", "seen-not.host:2,FS"], _office.FilesIn("cur"));
        Assert.Empty(_office.FilesIn("new"));
        Assert.Equal(["003.eml"], _office.FilesIn("unmatched"));
        Assert.Equal("nothing to read", _office.Read().ToString());
        Assert.Equal(["004.eml"], _office.FilesIn("tmp"));
    }

    [Fact]
    public void NoMessageIsLostUnderAnothersName()
    {
        for (var turn = 0; turn < 3; turn++)
        {
            File.WriteAllText(Path.Combine(_office.Folder, "notice.eml"), SomeNotice.Of(SomeNotice.Postfix, _office.Deliver(daysAgo: turn), BounceOffice.Reader, "5.2.2"));
            _office.Read();
            File.WriteAllText(Path.Combine(_office.Folder, "notice.eml"), $"From: a{turn}\n\nNo notice.\n");
            _office.Read();
        }

        Assert.Equal((3, 3), (_office.FilesIn("done").Count(), _office.FilesIn("unmatched").Count()));
    }

    [Fact]
    public void WhatIsNoMessageIsPutAsideAndTold()
    {
        _office.Drop("no header, no message");
        _office.Drop("");
        _office.Drop("From: hidden\n\n");
        File.Move(Path.Combine(_office.Folder, "003.eml"), Path.Combine(_office.Folder, ".003.eml"));

        var counts = _office.Read();

        Assert.Equal(("1 unreadable", true), (counts.ToString(), counts.HasFaults));
        Assert.Equal(["001.eml"], _office.FilesIn("unreadable"));
        // One is being written, the other hidden until it is whole.
        Assert.Equal([".003.eml", "002.eml"], _office.FilesIn(""));
    }

    [Fact]
    public void ANoticeThatReturnsTheWholeMessageIsReadAsFarAsItMatters()
    {
        var notice = SomeNotice.Of(SomeNotice.Exchange, _office.Deliver(), BounceOffice.Reader);
        _office.Drop(notice.Replace("The morning's text.", new string('x', 11_000_000), StringComparison.Ordinal));

        Assert.Equal("1 hard, 1 suppressed", _office.Read().ToString());
    }

    [Fact]
    public void AFolderThatIsNotThereIsAFault()
    {
        var counts = _office.ReaderOf(_office.Folder + "-elsewhere").Read(default);

        Assert.Contains("there is no folder", Assert.Single(counts.Faults), StringComparison.Ordinal);
        Assert.True(counts.HasFaults);
    }

    [Fact]
    public void APassThatIsStoppedLeavesTheRest()
    {
        _office.Drop(SomeNotice.Of(SomeNotice.Postfix, _office.Deliver(), BounceOffice.Reader));

        Assert.Equal("1 left", _office.ReaderOf(_office.Folder).Read(new CancellationToken(canceled: true)).ToString());
        Assert.Equal(SubscriberState.Confirmed, _office.StateOf().State);
        Assert.Equal(["001.eml"], _office.FilesIn(""));
    }

    public void Dispose() => _office.Dispose();
}
