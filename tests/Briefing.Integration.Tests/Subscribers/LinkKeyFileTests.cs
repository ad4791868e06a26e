using Briefing.Core.Deliveries;
using Briefing.Core.Subscribers;
using Briefing.Storage;
using Briefing.Storage.Deliveries;
using Briefing.Storage.Subscribers;
using Briefing.Worker;
using Briefing.Worker.Cli.Subscribers;

namespace Briefing.Integration.Tests.Subscribers;

public sealed class LinkKeyFileTests : IDisposable
{
    private static readonly LinkToken Token = new(LinkPurpose.Unsubscribe, 42, null);

    private readonly SubscriberOffice _office = new();

    private string File => LinkKeyFile.FileOf(_office.Database);

    [Fact]
    public void TheFirstKeyIsMadeOnFirstUseForItsOwnerOnly()
    {
        var text = LinkKeyFile.Open(_office.Database).Write(Token);

        Assert.NotNull(LinkKeyFile.Open(_office.Database).Read(text, LinkPurpose.Unsubscribe, SubscriberOffice.Now));
        Assert.Matches("^[0-9a-f]{8} [0-9a-f]{64}\n$", System.IO.File.ReadAllText(File));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
    }

    [Fact]
    public void ANewKeySignsAndWhatTheOldOneSignedStaysGood()
    {
        var old = LinkKeyFile.Open(_office.Database).Write(Token);

        Assert.Equal(ExitCode.Done, RotateKeysCommand.Run(_office.Desk));

        var keys = LinkKeyFile.Open(_office.Database);
        Assert.NotEqual(old, keys.Write(Token));
        Assert.NotNull(keys.Read(old, LinkPurpose.Unsubscribe, SubscriberOffice.Now));
        Assert.Contains("1 older one is still known", _office.Output, StringComparison.Ordinal);
        Assert.Equal(2, System.IO.File.ReadAllLines(File).Length);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
        // No half-written file is left.
        Assert.Equal([File], Directory.GetFiles(Path.GetDirectoryName(File)!, Path.GetFileName(File) + "*"));
    }

    [Theory]
    [InlineData("", "holds no key")]
    [InlineData("nonsense\n", "a line that is no key")]
    [InlineData("00000000 0101010101010101010101010101010101010101010101010101010101010101\n", "a line that is no key")]
    public void ADamagedFileIsToldAndNeverReplaced(string content, string told)
    {
        System.IO.File.WriteAllText(File, content);

        Assert.Contains(told, Assert.Throws<StorageException>(() => LinkKeyFile.Open(_office.Database)).Message, StringComparison.Ordinal);
        Assert.Contains(told, Assert.Throws<StorageException>(() => LinkKeyFile.Rotate(_office.Database)).Message, StringComparison.Ordinal);
        Assert.Equal(content, System.IO.File.ReadAllText(File));
    }

    [Fact]
    public void KeysThatMailsWereSignedWithAreNotReplacedUnlessTheyAreSaidToBeLost()
    {
        _office.Add("ada@example.org");
        LinkKeyFile.Open(_office.Database);
        var ada = _office.Find("ada@example.org");
        _office.Database.Write(session => NoticeStore.Enqueue(session, DeliveryKind.Confirmation, ada, "{}", "briefing.example", SubscriberOffice.Now, SubscriberOffice.Now));
        System.IO.File.Delete(File);
        // Nothing was sent yet, so nothing is lost.
        LinkKeyFile.Open(_office.Database);
        _office.Database.Write(session => session.Execute("UPDATE delivery SET state = 'accepted', attempts = 1"));
        System.IO.File.Delete(File);

        Assert.Contains("put the file back", Assert.Throws<StorageException>(() => LinkKeyFile.Open(_office.Database)).Message, StringComparison.Ordinal);
        Assert.Contains("put the file back", Assert.Throws<StorageException>(() => LinkKeyFile.Rotate(_office.Database)).Message, StringComparison.Ordinal);
        Assert.False(System.IO.File.Exists(File));

        Assert.Equal(ExitCode.Done, RotateKeysCommand.Run(_office.Desk, lost: true));
        Assert.NotNull(LinkKeyFile.Open(_office.Database));
        Assert.Contains("are not lost", Assert.Throws<StorageException>(() => RotateKeysCommand.Run(_office.Desk, lost: true)).Message, StringComparison.Ordinal);
    }

    public void Dispose() => _office.Dispose();
}
