using Briefing.Core.Subscribers;
using Briefing.Integration.Tests.Subscribers;
using Briefing.Storage.Subscribers;
using NodaTime;

namespace Briefing.Integration.Tests.Mail.Returned;

public sealed class MailedUnsubscriptionTests : IDisposable
{
    private readonly BounceOffice _office = new();

    [Theory]
    [InlineData("Subject: unsubscribe TOKEN")]
    [InlineData("subject: Re:  Unsubscribe\n TOKEN ")]
    [InlineData("Auto-Submitted: auto-replied\nSubject: unsubscribe TOKEN")]
    public void AMailWithTheTokenUnsubscribes(string head)
    {
        _office.Drop($"From: whoever@example.net\nTo: unsubscribe@briefing.example\n{head.Replace("TOKEN", Token(LinkPurpose.Unsubscribe), StringComparison.Ordinal)}\n\n\n");

        Assert.Equal("1 unsubscribed", _office.Read().ToString());
        Assert.Equal((SubscriberState.Unsubscribed, SubscriberReason.OptedOut), _office.StateOf());
        Assert.Equal(["001.eml"], _office.FilesIn("done"));
    }

    [Theory]
    [InlineData('q', 40)]
    [InlineData('B', 23)]
    public void ASubjectThatAProgramHasEncodedIsRead(char encoding, int length)
    {
        var words = $"unsubscribe {Token(LinkPurpose.Unsubscribe)}".Chunk(length).Select(piece => $"=?us-ascii?{encoding}?{Encoded(new string(piece), encoding)}?=");
        _office.Drop($"From: a\nSubject: {string.Join("\n ", words)}\n\n");

        Assert.Equal("1 unsubscribed", _office.Read().ToString());
    }

    [Theory]
    [InlineData(-1, SubscriberState.Pending)]
    [InlineData(1, SubscriberState.Unsubscribed)]
    public void AFileThatCouldNotBeMovedDoesNotTakeOffWhoHasComeBackSince(int hours, SubscriberState state)
    {
        var name = _office.Drop($"From: a\nSubject: unsubscribe {Token(LinkPurpose.Unsubscribe)}\n\n");
        _office.Read();
        _office.Subscribers.Add(BounceOffice.Reader, consent: null, again: true);
        var file = Path.Combine(_office.Folder, name);
        File.Move(Path.Combine(_office.Folder, "done", name), file);
        File.SetLastWriteTimeUtc(file, (SubscriberOffice.Now + Duration.FromHours(hours)).ToDateTimeUtc());

        _office.Read();

        Assert.Equal(state, _office.StateOf().State);
    }

    [Fact]
    public void SayingSoTwiceChangesNothing()
    {
        for (var turn = 0; turn < 2; turn++)
            _office.Drop($"From: a\nSubject: unsubscribe {Token(LinkPurpose.Unsubscribe)}\nX-Turn: {turn}\n\n");

        Assert.Equal("1 unsubscribed, 1 known already", _office.Read().ToString());
    }

    [Fact]
    public void WithoutAGoodTokenNobodyIsUnsubscribed()
    {
        var good = Token(LinkPurpose.Unsubscribe);
        _office.Drop($"From: {BounceOffice.Reader}\nSubject: unsubscribe\n\n");
        _office.Drop($"From: {BounceOffice.Reader}\nSubject: unsubscribe {good[..^1]}{(good[^1] == 'A' ? 'B' : 'A')}\n\n");
        _office.Drop($"From: {BounceOffice.Reader}\nSubject: unsubscribe {Token(LinkPurpose.Preferences)}\n\n");
        _office.Drop($"From: {BounceOffice.Reader}\nSubject: unsubscribe {new string('1', 5000)}\n\n");

        Assert.Equal("4 not ours", _office.Read().ToString());
        Assert.Equal(SubscriberState.Confirmed, _office.StateOf().State);
        Assert.Equal(4, _office.FilesIn("unmatched").Count());
    }

    public void Dispose() => _office.Dispose();

    private static string Encoded(string text, char encoding) =>
        encoding == 'B' ? Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes(text)) : text.Replace("_", "=5F", StringComparison.Ordinal).Replace(" ", "_", StringComparison.Ordinal).Replace(".", "=2E", StringComparison.Ordinal);

    private string Token(LinkPurpose purpose) =>
        LinkKeyFile.Open(_office.Subscribers.Database).Write(new LinkToken(purpose, _office.Subscribers.Find(BounceOffice.Reader)!.Id, Expires: null));
}
