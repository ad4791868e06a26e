using Briefing.Integration.Tests.Mail.Smtp;
using Briefing.Tests.Shared;
using Briefing.Worker.Mail;

namespace Briefing.Integration.Tests.Mail;

public class PickupFolderTests
{
    [Fact]
    public async Task ADeliveryIsOneFileHoweverOftenItIsWritten()
    {
        using var folder = new TemporaryFolder();
        await using var pickup = new PickupFolder(folder.PathOf("mail"));
        var message = SomeMessage.To("a@b.example");

        Assert.Equal(new SendOutcome.Accepted(null), await pickup.SendAsync(message, default));
        Assert.Equal(new SendOutcome.Accepted(null), await pickup.SendAsync(message, default));

        var file = Assert.Single(Directory.GetFiles(folder.PathOf("mail")));
        Assert.Equal("morning.2026-03-10.v1.17.eml", Path.GetFileName(file));
        Assert.Equal(message.Content.ToArray(), await File.ReadAllBytesAsync(file));
    }

    [Fact]
    public async Task AFolderThatCannotBeWrittenToNeedsAPerson()
    {
        using var folder = new TemporaryFolder();
        await using var pickup = new PickupFolder(folder.Write("file", ""));

        var later = Assert.IsType<SendOutcome.TryLater>(await pickup.SendAsync(SomeMessage.To("a@b.example"), default));

        Assert.Equal((Concern.Everyone, true), (later.Concerns, later.NeedsPerson));
    }
}
